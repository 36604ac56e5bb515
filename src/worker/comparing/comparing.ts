import { ExtractFileError } from '../../extract/extractFileError';
import type { ComparedDetail, ComparedRequest, ComparedRow } from '../../preview/comparison/comparedPeople';
import { Changes } from '../changes';
import { comparedDetail, comparedRows } from './comparedRows';
import type { ComparedSides } from './comparedView';
import { ComparedView } from './comparedView';
import type { CompareInput, CompareStatus } from './protocol';
import { readSides } from './readSides';

/** Milliseconds between two reports of progress. */
const PACE = 200;

type WithoutVersion<Status> = Status extends unknown ? Omit<Status, 'version'> : never;

/** The data besides the list that complete a status. */
type Known = WithoutVersion<Exclude<CompareStatus, { readonly kind: 'compared' }>> | Compared;

interface Compared extends Omit<Extract<CompareStatus, { readonly kind: 'compared' }>, 'version' | 'list'> {
  readonly sides: ComparedSides;
  readonly view: ComparedView;
}

/** An extract that is compared in the background. Rows and details are read again on request. */
export class Comparing {
  readonly #changes = new Changes();
  readonly #stop = new AbortController();
  #request: ComparedRequest;
  #known: Known = { kind: 'reading', side: 'other', share: 0 };
  #due = 0;
  /** A bug of ours, thrown when the status is requested. */
  #fault: Error | undefined;

  /** Starts at once; errors are in the status. */
  constructor(input: CompareInput) {
    this.#request = input.request;
    void this.#attempt(() => this.#compare(input));
  }

  /** Answers once there is more news than in the known version; resolves to nothing after it is cancelled. */
  async statusAfter(known: number): Promise<CompareStatus | undefined> {
    await this.#changes.after(known);
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#stop.signal.aborted) return undefined;
    const { version } = this.#changes;
    const current = this.#known;
    if (current.kind !== 'compared') return { ...current, version };
    const { kind, result, view } = current;
    return { kind, result, version, list: view.state };
  }

  /** Filters the list. */
  narrow(request: ComparedRequest): void {
    this.#request = request;
    const current = this.#known;
    if (current.kind !== 'compared') return;
    current.view.giveUp();
    this.#open({ ...current, view: new ComparedView(request, current.sides) });
  }

  /** The rows at these places; `undefined` for another list than the current one. */
  async rows(view: number, from: number, count: number): Promise<readonly ComparedRow[] | undefined> {
    const current = this.#known;
    if (current.kind !== 'compared' || current.view.state.view !== view) return undefined;
    return this.#again(() => comparedRows(current.sides, current.view.people(from, count)));
  }

  /** @param person the number in the list */
  async detail(person: number): Promise<ComparedDetail | undefined> {
    const current = this.#known;
    if (current.kind !== 'compared') return undefined;
    return this.#again(() => comparedDetail(current.sides, person));
  }

  giveUp(): void {
    this.#stop.abort();
    if (this.#known.kind === 'compared') this.#known.view.giveUp();
    this.#changes.publish();
  }

  async #compare(input: CompareInput): Promise<void> {
    const read = await readSides(input, this.#stop.signal, (side, share) => {
      this.#known = { kind: 'reading', side, share };
      const now = performance.now();
      if (now < this.#due) return;
      this.#due = now + PACE;
      this.#changes.publish();
    });
    if (read.kind === 'compared') this.#open({ ...read, view: new ComparedView(this.#request, read.sides) });
    else this.#settle(read);
  }

  #open(compared: Compared): void {
    this.#known = compared;
    const { view } = compared;
    if (view.state.isComplete) this.#changes.publish();
    else
      void this.#attempt(async () => {
        // The previous results are shown until then
        await view.search();
        this.#changes.publish();
      });
  }

  #settle(known: Known): void {
    this.#known = known;
    this.#changes.publish();
  }

  /** Reads a part again; returns nothing if the file has changed, which the status reports. */
  async #again<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ExtractFileError)) throw error;
      this.#settle({ kind: 'changed' });
      return undefined;
    }
  }

  /** Runs background work whose errors go to the status. */
  async #attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      if (error instanceof ExtractFileError) {
        this.#settle(
          error.kind.code === 'file.changed'
            ? { kind: 'changed' }
            : { kind: 'problems', side: this.#side, problems: [error.problem] },
        );
        return;
      }
      this.#fault = error instanceof Error ? error : new Error(String(error));
      this.#changes.publish();
    }
  }

  get #side(): 'own' | 'other' {
    return this.#known.kind === 'reading' ? this.#known.side : 'own';
  }
}
