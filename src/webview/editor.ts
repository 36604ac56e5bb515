import type { FromPage, PreviewDetail, PreviewState } from '../preview/protocol';
import { parseToPage } from '../preview/protocol';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The page's side of the protocol: questions with answers, and the state whenever it changes. */
export class Editor {
  readonly #api = acquireVsCodeApi();
  readonly #waiting = new Map<
    number,
    { readonly resolve: (detail: PreviewDetail) => void; readonly reject: (error: Error) => void }
  >();
  #lastId = 0;

  constructor(onState: (state: PreviewState) => void) {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = parseToPage(data);
      if (message === undefined) return;
      if (message.type === 'state') {
        onState(message.state);
        return;
      }
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === 'detail') waiting?.resolve(message.detail);
      else waiting?.reject(new Error(message.message));
    });
    this.tell({ type: 'ready' });
  }

  tell(message: Exclude<FromPage, { type: 'select' }>): void {
    this.#api.postMessage(message);
  }

  detail(record: number): Promise<PreviewDetail> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#api.postMessage({ type: 'select', id, record } satisfies FromPage);
    });
  }
}
