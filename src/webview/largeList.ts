import type { LargeFilter, LargeProgress } from '../preview/largeProtocol';
import type { Editor } from './editor';
import type { RecordFilter } from './recordFilter';
import { PagedRows } from './rowSource';

/** The list of a large extract: the worker finds the records that a filter leaves, and the page asks for those in sight. */
export class LargeList {
  readonly #editor: Editor;
  readonly #arrived: () => void;
  #rows: PagedRows;
  #reading = -1;
  #view = 0;
  #filter: RecordFilter = { text: '' };
  #isOfAll = true;
  #isSearching = false;

  /** @param arrived called when rows have come */
  constructor(editor: Editor, arrived: () => void) {
    this.#editor = editor;
    this.#arrived = arrived;
    this.#rows = this.#rowsOf();
  }

  get rows(): PagedRows {
    return this.#rows;
  }

  /** Whether more rows may still be found. */
  get isSearching(): boolean {
    return this.#isSearching;
  }

  /**
   * The rows that the filter leaves, as far as they have been found.
   * @param records how many have been read
   */
  show({ reading, view }: LargeProgress, records: number, filter: RecordFilter): PagedRows {
    const isAnew = reading !== this.#reading;
    if (isAnew || filter !== this.#filter) this.#narrow(filter, isAnew);
    this.#reading = reading;
    const isOurs = view.view === this.#view;
    this.#isSearching = !isOurs || !view.isComplete;
    // How many all are needs no answer
    if (this.#isOfAll) this.#rows.grow(records);
    else if (isOurs) this.#rows.grow(view.count);
    return this.#rows;
  }

  #narrow(filter: RecordFilter, isAnew: boolean): void {
    this.#filter = filter;
    const { text, state } = filter;
    this.#isOfAll = text.trim() === '' && state === undefined;
    // A reading begins with a view of all records, numbered 0
    this.#view = isAnew && this.#isOfAll ? 0 : this.#view + 1;
    this.#rows = this.#rowsOf();
    if (this.#view === 0) return;
    const fate = state === 'operation' || state === 'refused' || state === 'excluded' ? state : undefined;
    const asked: LargeFilter = fate === undefined ? { text } : { text, fate };
    this.#editor.tell({ type: 'filter', view: this.#view, filter: asked });
  }

  #rowsOf(): PagedRows {
    const view = this.#view;
    return new PagedRows((from, count) => this.#editor.rows(view, from, count), this.#isOfAll, this.#arrived);
  }
}
