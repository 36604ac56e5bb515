import { momentNow } from '../../src/extract/momentNow';
import type { ListRequest } from '../../src/preview/previewState';
import { WHOLE_LIST } from '../../src/preview/previewState';
import type { ConversionStatus } from '../../src/worker/protocol';
import { AskedWorker } from './askedWorker';

const KEY = 'bench';

/** Rows that the page asks for at once. */
const ROWS = 64;

type Ready = Extract<ConversionStatus, { readonly kind: 'ready' }>;

/** An extract that is open in the worker, and what the panel does with it. */
export class WorkerSide {
  readonly #worker = new AskedWorker();
  readonly #path: string;
  #view = 0;
  #edition = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Milliseconds from opening to the first rows. */
  async firstScreen(mapping: string): Promise<number> {
    await this.#worker.ask('drop', { key: KEY });
    return this.#shown(mapping);
  }

  /** Milliseconds from another mapping to the same rows as it has them. */
  edited(mapping: string): Promise<number> {
    return this.#shown(mapping);
  }

  /** Milliseconds until all is read that was opened last. */
  async readWhole(): Promise<number> {
    const start = performance.now();
    for (let version = -1; ;) {
      const status = await this.#after(version);
      if (status.content.isComplete) return performance.now() - start;
      version = status.version;
    }
  }

  /** Milliseconds to the first row that holds a text, and until all records are searched. */
  async search(
    text: string,
  ): Promise<{ readonly first: number | undefined; readonly whole: number; readonly found: number }> {
    const request: ListRequest = { view: ++this.#view, filter: { text } };
    const start = performance.now();
    let first: number | undefined;
    await this.#worker.ask('narrow', { key: KEY, request });
    for (let version = -1; ;) {
      const status = await this.#after(version);
      const { view } = status.content;
      version = status.version;
      if (view.view !== request.view) continue;
      if (view.count > 0 && first === undefined) {
        await this.#rows(request.view);
        first = performance.now() - start;
      }
      if (view.isComplete) return { first, whole: performance.now() - start, found: view.count };
    }
  }

  async end(): Promise<void> {
    await this.#worker.end();
  }

  async #shown(mapping: string): Promise<number> {
    const start = performance.now();
    const status = await this.#worker.ask('open', {
      key: KEY,
      bytes: { path: this.#path },
      mapping,
      moment: momentNow(),
      request: WHOLE_LIST,
      edition: ++this.#edition,
    });
    if (status?.kind !== 'ready') throw new Error(`The extract is not shown: ${JSON.stringify(status)}`);
    await this.#rows(WHOLE_LIST.view);
    return performance.now() - start;
  }

  async #rows(view: number): Promise<void> {
    const rows = await this.#worker.ask('rows', { key: KEY, view, from: 0, count: ROWS });
    if (rows === undefined || rows.length === 0) throw new Error('There are no rows.');
  }

  async #after(version: number): Promise<Ready> {
    const status = await this.#worker.ask('status', { key: KEY, version });
    if (status?.kind !== 'ready') throw new Error(`The extract is not shown: ${JSON.stringify(status)}`);
    return status;
  }
}
