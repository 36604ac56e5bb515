import type { ComparedDetail, ComparedRow } from '../preview/comparison/comparedPeople';
import type { KeptPage } from '../preview/keptPage';
import { parseKeptPage } from '../preview/keptPage';
import type { PageLayout } from '../preview/pageLayout';
import { parsePageLayout } from '../preview/pageLayout';
import type { PreviewDetail, PreviewPrediction, PreviewRow } from '../preview/previewState';
import type { FromPage, ToPage } from '../preview/protocol';
import { parseToPage } from '../preview/protocol';
import type { ShownRequest } from '../preview/requests/shownRequest';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

type Answer = Extract<
  ToPage,
  { readonly type: 'detail' | 'prediction' | 'rows' | 'comparedRows' | 'comparedDetail' | 'requests' }
>;

/** Messages of the host that are not answers. */
export type Said = Exclude<ToPage, { readonly id: number } | { readonly type: 'origin' }>;

/** The page's side of the protocol: requests with answers, and the state on each change. */
export class Editor {
  readonly #api = acquireVsCodeApi();
  readonly #waiting = new Map<
    number,
    { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }
  >();
  readonly #onLayout: (layout: PageLayout) => void;
  #lastId = 0;
  #telling: number | undefined;

  /**
   * @param onSaid called with messages of the host that are not answers
   * @param onLayout called with how the last page of the same extract was laid out, if this one has kept nothing of its own
   */
  constructor(onSaid: (message: Said) => void, onLayout: (layout: PageLayout) => void) {
    this.#onLayout = onLayout;
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = parseToPage(data);
      if (message === undefined) return;
      if (message.type === 'origin') {
        this.#takeOrigin(message);
        return;
      }
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

  /** What the page has kept from before a reload of the window. */
  get kept(): KeptPage {
    return parseKeptPage(this.#api.getState());
  }

  /** Keeps this too. */
  keep(part: KeptPage): void {
    this.#api.setState({ ...this.kept, ...part });
  }

  /** Keeps the layout of the page, for the next page of the same extract as well. */
  keepLayout(part: PageLayout): void {
    this.keep(part);
    window.clearTimeout(this.#telling);
    // Not for each pixel of a drag
    this.#telling = window.setTimeout(() => {
      this.tell({ type: 'layout', layout: parsePageLayout(this.#api.getState()) });
    }, 300);
  }

  #takeOrigin({ extract, mapping, layout }: Extract<ToPage, { readonly type: 'origin' }>): void {
    const isNew = this.kept.extract === undefined;
    this.keep({ extract, mapping, ...(isNew && layout) });
    if (isNew) this.#onLayout(layout);
  }

  tell(message: Exclude<FromPage, { readonly id: number }>): void {
    this.#api.postMessage(message);
  }

  /** @param follows the last requested record is meant, which may have another number by now */
  async detail(record: number, follows = false): Promise<PreviewDetail> {
    const answer = await this.#ask((id) => ({ type: 'select', id, record, ...(follows && { follows }) }));
    if (answer.type !== 'detail') throw new Error('a question about a record was answered with something else');
    return answer.detail;
  }

  async prediction(record: number, isWanted: boolean): Promise<PreviewPrediction> {
    const answer = await this.#ask((id) => ({ type: 'predict', id, record, isWanted }));
    return answer.type === 'prediction' ? answer.prediction : { kind: 'none' };
  }

  /** Rows by their place in the list, with their cells in these columns; as many as exist. */
  async rows(view: number, from: number, count: number, cells: readonly number[]): Promise<readonly PreviewRow[]> {
    const answer = await this.#ask((id) => ({ type: 'rows', id, view, from, count, cells }));
    return answer.type === 'rows' ? answer.rows : [];
  }

  /** Rows of a comparison by their place in its list. */
  async comparedRows(view: number, from: number, count: number): Promise<readonly ComparedRow[]> {
    const answer = await this.#ask((id) => ({ type: 'comparedRows', id, view, from, count }));
    return answer.type === 'comparedRows' ? answer.rows : [];
  }

  /** Everything about a person of a comparison. */
  async comparedDetail(record: number): Promise<ComparedDetail | undefined> {
    const answer = await this.#ask((id) => ({ type: 'comparedDetail', id, record }));
    return answer.type === 'comparedDetail' ? answer.detail : undefined;
  }

  /** Requests by their place, as many as exist. */
  async requests(from: number, count: number): Promise<readonly ShownRequest[]> {
    const answer = await this.#ask((id) => ({ type: 'requests', id, from, count }));
    return answer.type === 'requests' ? answer.requests : [];
  }

  #ask(question: (id: number) => FromPage): Promise<Answer> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#api.postMessage(question(id));
    });
  }
}
