import type { ListSort, ListView, PreviewContent, PreviewRow, RecordFilter } from '../../preview/previewState';
import { WHOLE_LIST } from '../../preview/previewState';
import type { Editor } from '../editor';
import { ListedRows } from './listedRows';

/** The rows on the page: the worker filters them, and the page requests those in sight. */
export class ShownRows {
  readonly #editor: Pick<Editor, 'tell' | 'rows'>;
  readonly #changed: () => void;
  #filter: RecordFilter = WHOLE_LIST.filter;
  #sort: ListSort | undefined;
  #cells: readonly number[] = [];
  /** A list in another order is shown from its beginning. */
  #isReordered = false;
  #view = WHOLE_LIST.view;
  #rows: ListedRows<PreviewRow>;
  /** The rows of the last filter, until there are new ones to show. */
  #next: ListedRows<PreviewRow> | undefined;
  #isSearching = false;
  #looked: number | undefined;
  #sorting: number | undefined;
  #place: number | undefined;

  /** @param changed called when there are other rows to draw */
  constructor(editor: Pick<Editor, 'tell' | 'rows'>, changed: () => void) {
    this.#editor = editor;
    this.#changed = changed;
    this.#rows = this.#rowsOf(WHOLE_LIST.filter);
  }

  get filter(): RecordFilter {
    return this.#filter;
  }

  get isNarrowed(): boolean {
    return isNarrow(this.#filter);
  }

  get sort(): ListSort | undefined {
    return this.#sort;
  }

  /** The share of the sorting done, 0 to 1; `undefined` while nothing is sorted. */
  get sorting(): number | undefined {
    return this.#sorting;
  }

  get rows(): ListedRows<PreviewRow> {
    return this.#rows;
  }

  /** Number of rows found for the last request, so far: the rows that are shown may still be those of the one before. */
  get found(): number {
    return (this.#next ?? this.#rows).length;
  }

  /** Whether the rows are those of the last request. */
  get isSettled(): boolean {
    return this.#next === undefined;
  }

  /** Whether more rows may still be found. */
  get isSearching(): boolean {
    return this.#isSearching;
  }

  /** Number of records that the filter has checked; `undefined` while it is not known. */
  get looked(): number | undefined {
    return this.#looked;
  }

  /** Shows the records that match another filter, and scrolls to the selected one if it matches. */
  narrow(filter: RecordFilter, chosen: number | undefined): void {
    this.arrange(filter, this.#sort, chosen);
  }

  /** The same in another order; `undefined` for that of the extract. */
  sortBy(sort: ListSort | undefined): void {
    this.arrange(this.#filter, sort, undefined);
    this.#isReordered = true;
  }

  /** Shows these columns of the extract, too. */
  showCells(columns: readonly number[]): void {
    if (columns.join() === this.#cells.join()) return;
    this.#cells = columns;
    this.#rows.refresh();
    this.#next?.refresh();
  }

  /** Shows the records that match a filter, in some order, and scrolls to the selected one if it matches. */
  arrange(filter: RecordFilter, sort: ListSort | undefined, chosen: number | undefined): void {
    this.#filter = filter;
    this.#isReordered = false;
    this.#sort = sort;
    this.#view++;
    this.#isSearching = true;
    this.#looked = undefined;
    this.#next = this.#rowsOf(filter);
    const request = {
      view: this.#view,
      filter,
      ...(sort !== undefined && { sort }),
      ...(chosen === undefined ? {} : { chosen }),
    };
    this.#editor.tell({ type: 'filter', request });
  }

  /** Stores the worker's results. */
  take({ edition, view }: PreviewContent): void {
    if (view.view !== this.#view) return;
    this.#isSearching = !view.isComplete;
    this.#sorting = view.sorting;
    this.#looked = view.looked;
    // The old rows stay until the new ones are sorted
    if (view.sorting !== undefined) return;
    if (this.#next !== undefined) void this.#replace(this.#next, view, edition);
    // A list that is searched again stays until there are results
    else if (view.count > 0 || view.isComplete) this.#rows.resize(this.#lengthOf(view), edition);
  }

  /** A list of all records keeps its length until it is known to be shorter, so that the scrolled part stays in sight. */
  #lengthOf({ count, isComplete }: ListView): number {
    return isComplete || !this.#isOfAll ? count : Math.max(count, this.#rows.length);
  }

  get #isOfAll(): boolean {
    return !this.isNarrowed && this.#sort === undefined;
  }

  /** Scrolls to a record, if its place is known. */
  reveal(record: number): void {
    const place = this.#rows.indexOf(record);
    // A record that has not been read yet has its place already
    if (place >= 0 || this.#isOfAll) this.#place = this.#isOfAll ? record - 1 : place;
  }

  /** The place to scroll to, once. */
  takePlace(): number | undefined {
    const place = this.#place;
    this.#place = undefined;
    return place;
  }

  /** Shows the rows once those in sight have arrived: an empty list in between would flicker. */
  async #replace(next: ListedRows<PreviewRow>, { count, place }: ListView, edition: number): Promise<void> {
    next.resize(count, edition);
    if (count > 0) await next.load(this.#isReordered ? 0 : (place ?? 0));
    if (this.#next !== next) return;
    this.#rows = next;
    this.#next = undefined;
    this.#place = this.#isReordered ? 0 : place;
    this.#changed();
  }

  #rowsOf(filter: RecordFilter): ListedRows<PreviewRow> {
    const view = this.#view;
    const isOfAll = !isNarrow(filter) && this.#sort === undefined;
    return new ListedRows((from, count) => this.#editor.rows(view, from, count, this.#cells), isOfAll, this.#changed);
  }
}

function isNarrow({ text, state, problem, outcome }: RecordFilter): boolean {
  return text.trim() !== '' || state !== undefined || problem !== undefined || outcome !== undefined;
}
