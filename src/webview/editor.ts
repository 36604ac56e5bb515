import type { KeptPage } from '../preview/keptPage';
import { parseKeptPage } from '../preview/keptPage';
import type { PreviewDetail, PreviewPrediction, PreviewRow } from '../preview/previewState';
import type { FromPage, ToPage } from '../preview/protocol';
import { parseToPage } from '../preview/protocol';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

type Answer = Extract<ToPage, { readonly type: 'detail' | 'prediction' | 'rows' }>;

/** What the host says unasked. */
export type Said = Exclude<ToPage, { readonly id: number }>;

/** The page's side of the protocol: questions with answers, and the state whenever it changes. */
export class Editor {
  readonly #api = acquireVsCodeApi();
  readonly #waiting = new Map<
    number,
    { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }
  >();
  #lastId = 0;

  /** @param onSaid called with what the host says unasked */
  constructor(onSaid: (message: Said) => void) {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = parseToPage(data);
      if (message === undefined) return;
      if (!('id' in message)) {
        onSaid(message);
        return;
      }
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === 'failed') waiting?.reject(new Error(message.message));
      else waiting?.resolve(message);
    });
    this.tell({ type: 'ready' });
  }

  /** What the page has kept from before its window was loaded again. */
  get kept(): KeptPage {
    return parseKeptPage(this.#api.getState());
  }

  /** Keeps this too. */
  keep(part: KeptPage): void {
    this.#api.setState({ ...this.kept, ...part });
  }

  tell(message: Exclude<FromPage, { readonly id: number }>): void {
    this.#api.postMessage(message);
  }

  async detail(record: number): Promise<PreviewDetail> {
    const answer = await this.#ask((id) => ({ type: 'select', id, record }));
    if (answer.type !== 'detail') throw new Error('a question about a record was answered with something else');
    return answer.detail;
  }

  async prediction(record: number, isWanted: boolean): Promise<PreviewPrediction> {
    const answer = await this.#ask((id) => ({ type: 'predict', id, record, isWanted }));
    return answer.type === 'prediction' ? answer.prediction : { kind: 'none' };
  }

  /** Rows by their place in the list, with their cells of these columns; as many as there are. */
  async rows(view: number, from: number, count: number, cells: readonly number[]): Promise<readonly PreviewRow[]> {
    const answer = await this.#ask((id) => ({ type: 'rows', id, view, from, count, cells }));
    return answer.type === 'rows' ? answer.rows : [];
  }

  #ask(question: (id: number) => FromPage): Promise<Answer> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#api.postMessage(question(id));
    });
  }
}
