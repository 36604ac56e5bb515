import type { ListSort, ListView, PreviewContent, PreviewRow, RecordFilter } from '../../preview/previewState';
import { WHOLE_LIST } from '../../preview/previewState';
import type { Editor } from '../editor';
import { ListedRows } from './listedRows';

/** The rows that the page shows: the worker finds those that the filter leaves, and the page asks for those in sight. */
export class ShownRows {
  readonly #editor: Pick<Editor, 'tell' | 'rows'>;
  readonly #changed: () => void;
  #filter: RecordFilter = WHOLE_LIST.filter;
  #sort: ListSort | undefined;
  #cells: readonly number[] = [];
  /** Of a list in another order its beginning is shown. */
  #isReordered = false;
  #view = WHOLE_LIST.view;
  #rows: ListedRows<PreviewRow>;
  /** Those of the last filter, until there is something to show of them. */
  #next: ListedRows<PreviewRow> | undefined;
  #isSearching = false;
  #looked: number | undefined;
  #sorting: number | undefined;
  #place: number | undefined;

  /** @param changed called when there are other rows to be drawn */
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

  /** How much of the sorting is done, 0 to 1; `undefined` while nothing is sorted. */
  get sorting(): number | undefined {
    return this.#sorting;
  }

  get rows(): ListedRows<PreviewRow> {
    return this.#rows;
  }

  /** Whether the rows are those that were asked for last. */
  get isSettled(): boolean {
    return this.#next === undefined;
  }

  /** Whether more rows may still be found. */
  get isSearching(): boolean {
    return this.#isSearching;
  }

  /** How many records have been looked at for what the filter leaves; `undefined` while that is not known. */
  get looked(): number | undefined {
    return this.#looked;
  }

  /** Shows what another filter leaves, with the chosen record in sight if it is among it. */
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

  /** Shows what a filter leaves, in some order, with the chosen record in sight if it is among it. */
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

  /** Takes over what the worker has found. */
  take({ edition, view }: PreviewContent): void {
    if (view.view !== this.#view) return;
    this.#isSearching = !view.isComplete;
    this.#sorting = view.sorting;
    this.#looked = view.looked;
    // What is there stays until the others are in their order
    if (view.sorting !== undefined) return;
    if (this.#next !== undefined) void this.#replace(this.#next, view, edition);
    // A list that is looked for again stays until there is something to show
    else if (view.count > 0 || view.isComplete) this.#rows.resize(this.#lengthOf(view), edition);
  }

  /** A list of all is as long as it was until it is known to be shorter, so that what it is scrolled to stays in sight. */
  #lengthOf({ count, isComplete }: ListView): number {
    return isComplete || !this.#isOfAll ? count : Math.max(count, this.#rows.length);
  }

  get #isOfAll(): boolean {
    return !this.isNarrowed && this.#sort === undefined;
  }

  /** Brings a record into sight, where its place is known. */
  reveal(record: number): void {
    const place = this.#rows.indexOf(record);
    // What is not read yet has its place already
    if (place >= 0 || this.#isOfAll) this.#place = this.#isOfAll ? record - 1 : place;
  }

  /** The place to be brought into sight, once. */
  takePlace(): number | undefined {
    const place = this.#place;
    this.#place = undefined;
    return place;
  }

  /** Shows the rows once those in sight are there: an empty list in between would flicker. */
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
