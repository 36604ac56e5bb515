import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { KeptPage } from '../../preview/keptPage';
import type { PageLayout } from '../../preview/pageLayout';
import { withoutText } from '../../preview/keptPage';
import type { ListSort, PreviewContent, PreviewRow, RecordFilter } from '../../preview/previewState';
import type { Editor } from '../editor';
import { looksOf } from '../recordLook';
import type { ListColumn } from './columns';
import { listColumns, shownCells } from './columns';
import type { ListProgress } from './listBar';
import { emptyList, listBar } from './listBar';
import { recordCells } from './recordCells';
import { RecordGrid } from './recordGrid';
import { ShownRows } from './shownRows';

/** The requests of the list to the rest of the page. */
interface ListEvents {
  /** The user has selected a record. */
  readonly choose: (record: number) => void;
  /** Moves the focus to the selected record. */
  readonly open: () => void;
  /** The page must be redrawn. */
  readonly changed: () => void;
}

const RECORDS = { name: 'record', label: 'Records' };

/** The list of records with its rows, columns, order and state. */
export class ListSection {
  readonly #editor: Editor;
  readonly #events: ListEvents;
  readonly #shown: ShownRows;
  readonly #grid: RecordGrid<PreviewRow>;
  /** Columns of the extract that the user has chosen. Default: the usual ones. */
  #chosenColumns: readonly number[] | undefined;
  #selected: number | undefined;
  /** The row to scroll to the top, once there are enough rows. */
  #top: number | undefined;
  #isAttached = false;

  constructor(editor: Editor, events: ListEvents) {
    this.#editor = editor;
    this.#events = events;
    this.#shown = new ShownRows(editor, events.changed);
    this.#grid = new RecordGrid(RECORDS, {
      select: events.choose,
      open: events.open,
      escape: () => {
        if (this.#shown.isNarrowed) this.narrow({ text: '' });
      },
      sort: (sort) => {
        this.#sortBy(sort);
      },
      scrolled: (top) => {
        editor.keep({ top });
      },
      sized: (widths) => {
        editor.keepLayout({ widths });
      },
    });
    this.layOut(editor.kept);
    this.#restore(editor.kept);
  }

  /** Restores the columns. */
  layOut({ columns, widths }: PageLayout): void {
    if (columns !== undefined) this.#chosenColumns = columns;
    if (widths !== undefined) this.#grid.widths = widths;
  }

  get filter(): RecordFilter {
    return this.#shown.filter;
  }

  focus(): void {
    this.#grid.focus();
  }

  /** Stores the results so far. */
  take(content: PreviewContent): void {
    this.#shown.take(content);
  }

  narrow(filter: RecordFilter): void {
    this.#shown.narrow(filter, this.#selected);
    this.#editor.keep({ filter: withoutText(filter) });
    this.#events.changed();
  }

  /** Shows every record in the order of the extract, and scrolls to this one. */
  revealAmongAll(record: number): void {
    if (!this.#shown.isNarrowed && this.#shown.sort === undefined) {
      this.#shown.reveal(record);
      return;
    }
    this.#shown.arrange({ text: '' }, undefined, record);
    this.#editor.keep({ filter: {}, sort: undefined });
  }

  /** Scrolls to a record if its place is known. */
  reveal(record: number): void {
    this.#shown.reveal(record);
  }

  view(content: PreviewContent): TemplateResult {
    const progress = this.#progressOf(content);
    return html`<section class="records" aria-label="List of records">
      ${listBar({
        ...progress,
        columns: content.columns,
        shown: this.#cellsOf(content),
        choose: (columns) => {
          this.#chooseColumns(columns);
        },
      })}
      <div class="list-frame">${this.#grid.element}</div>
      ${emptyList(progress, () => {
        this.narrow({ text: '' });
      })}
    </section>`;
  }

  /** Call this once {@link view} is in the page. */
  draw(content: PreviewContent, selected: number | undefined): void {
    this.#selected = selected;
    if (!this.#isAttached) this.#grid.attach();
    this.#isAttached = true;
    this.#shown.showCells(this.#cellsOf(content));
    this.#grid.show(this.#shown.rows, selected, {
      columns: this.#columnsOf(content),
      sort: this.#shown.sort,
      place: this.#shown.takePlace(),
      cells: recordCells(looksOf(content)),
    });
    // Once there are enough rows, or no more to come
    const isThere = this.#shown.isSettled && (this.#shown.rows.length > (this.#top ?? 0) || content.isComplete);
    if (this.#top === undefined || !isThere) return;
    this.#grid.scrollTo(this.#top);
    this.#top = undefined;
  }

  /** Restores what was shown before a reload of the window. */
  #restore({ filter, sort, record, top }: KeptPage): void {
    this.#top = top;
    const isNarrow = filter !== undefined && Object.keys(filter).length > 0;
    if (isNarrow || sort !== undefined) this.#shown.arrange({ text: '', ...filter }, sort, record);
  }

  #sortBy(sort: ListSort | undefined): void {
    this.#shown.sortBy(sort);
    this.#editor.keep({ sort });
    this.#events.changed();
  }

  #chooseColumns(columns: readonly number[] | undefined): void {
    this.#chosenColumns = columns;
    this.#editor.keepLayout({ columns });
    this.#events.changed();
  }

  #cellsOf({ mapping, columns }: PreviewContent): readonly number[] {
    return shownCells({ hasMapping: mapping !== '', columns, chosen: this.#chosenColumns });
  }

  #columnsOf({ mapping, columns, states, outcomes }: PreviewContent): readonly ListColumn[] {
    const hasMapping = mapping !== '';
    return listColumns({
      hasMapping,
      columns,
      chosen: this.#chosenColumns,
      hasChanges: outcomes !== undefined,
      // Without a mapping records have no state, unless they cannot be read
      hasStates: hasMapping || states.some(([state]) => state !== 'operation'),
    });
  }

  #progressOf(content: PreviewContent): ListProgress {
    const { sort, rows, found, filter, isNarrowed, isSearching, sorting, looked } = this.#shown;
    const title = this.#columnsOf(content).find((column) => column.sort === sort?.by)?.title ?? '';
    return {
      count: rows.length,
      found,
      isNarrowed,
      isSearching,
      sorting,
      sortTitle: title,
      isRead: content.isComplete,
      text: filter.text.trim(),
      records: content.counts.records,
      ...(looked !== undefined && { looked }),
    };
  }
}
