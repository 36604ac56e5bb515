import type { ComparedFilter, ComparedRow } from '../../preview/comparison/comparedPeople';
import { ALL_COMPARED } from '../../preview/comparison/comparedPeople';
import type { ComparedContent } from '../../preview/comparison/compareState';
import type { Editor } from '../editor';
import { ListedRows } from '../list/listedRows';

/** The people in the list: the worker filters them, and the page requests those in sight. */
export class ShownPeople {
  readonly #editor: Pick<Editor, 'tell' | 'comparedRows'>;
  readonly #changed: () => void;
  #filter: ComparedFilter = ALL_COMPARED.filter;
  #view = ALL_COMPARED.view;
  #rows: ListedRows<ComparedRow>;
  /** The rows of the last filter, until there are new ones to show. */
  #next: ListedRows<ComparedRow> | undefined;

  /** @param changed called when there are other rows to draw */
  constructor(editor: Pick<Editor, 'tell' | 'comparedRows'>, changed: () => void) {
    this.#editor = editor;
    this.#changed = changed;
    this.#rows = this.#newRows();
  }

  get filter(): ComparedFilter {
    return this.#filter;
  }

  get isNarrowed(): boolean {
    const { text, ...others } = this.#filter;
    return text !== '' || Object.keys(others).length > 0;
  }

  get rows(): ListedRows<ComparedRow> {
    return this.#rows;
  }

  /** Whether the rows are those of the last request. */
  get isSettled(): boolean {
    return this.#next === undefined;
  }

  /** Shows the people that match another filter. */
  narrow(filter: ComparedFilter): void {
    this.#filter = filter;
    this.#view++;
    this.#next = this.#newRows();
    this.#editor.tell({ type: 'comparedFilter', request: { view: this.#view, filter } });
  }

  /** Stores the results. */
  take({ list, edition }: ComparedContent): void {
    if (list.view !== this.#view || !list.isComplete) return;
    if (this.#next === undefined) this.#rows.resize(list.count, edition);
    else void this.#replace(this.#next, list.count, edition);
  }

  /** Shows the rows once those in sight have arrived: an empty list in between would flicker. */
  async #replace(next: ListedRows<ComparedRow>, count: number, edition: number): Promise<void> {
    next.resize(count, edition);
    if (count > 0) await next.load(0);
    if (this.#next !== next) return;
    this.#rows = next;
    this.#next = undefined;
    this.#changed();
  }

  #newRows(): ListedRows<ComparedRow> {
    const view = this.#view;
    return new ListedRows((from, count) => this.#editor.comparedRows(view, from, count), false, this.#changed);
  }
}
