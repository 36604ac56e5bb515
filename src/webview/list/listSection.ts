import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { ListSort, PreviewContent, RecordFilter } from '../../preview/previewState';
import type { Editor } from '../editor';
import { isStopped } from '../head/problemList';
import { lookOfState } from '../stateLook';
import type { LookOf } from './cellText';
import type { ListColumn } from './columns';
import { listColumns, shownCells } from './columns';
import type { ListProgress } from './listBar';
import { emptyList, listBar } from './listBar';
import { RecordGrid } from './recordGrid';
import { ShownRows } from './shownRows';

/** What the list asks of the rest of the page. */
interface ListEvents {
  /** The user has chosen a record. */
  readonly choose: (record: number) => void;
  /** The chosen record is to be read. */
  readonly open: () => void;
  /** There is something else to be drawn. */
  readonly changed: () => void;
}

/** The list of records with all that belongs to it: its rows, columns and order, and what it says of itself. */
export class ListSection {
  readonly #editor: Editor;
  readonly #events: ListEvents;
  readonly #shown: ShownRows;
  readonly #grid: RecordGrid;
  /** Columns of the extract that the user wants to see; left out: the usual ones. */
  #chosenColumns: readonly number[] | undefined;
  #selected: number | undefined;
  #isAttached = false;

  constructor(editor: Editor, events: ListEvents) {
    this.#editor = editor;
    this.#events = events;
    this.#shown = new ShownRows(editor, events.changed);
    this.#grid = new RecordGrid({
      select: events.choose,
      open: events.open,
      escape: () => {
        if (this.#shown.isNarrowed) this.narrow({ text: '' });
      },
      sort: (sort) => {
        this.#sortBy(sort);
      },
      sized: (widths) => {
        editor.keep({ widths });
      },
    });
    const { columns, widths } = editor.kept;
    this.#chosenColumns = columns;
    if (widths !== undefined) this.#grid.widths = widths;
  }

  get filter(): RecordFilter {
    return this.#shown.filter;
  }

  focus(): void {
    this.#grid.focus();
  }

  /** Takes over what is found by now. */
  take(content: PreviewContent): void {
    this.#shown.take(content);
  }

  narrow(filter: RecordFilter): void {
    this.#shown.narrow(filter, this.#selected);
    this.#events.changed();
  }

  /** Shows every record in its order, with this one in sight. */
  revealAmongAll(record: number): void {
    if (this.#shown.isNarrowed || this.#shown.sort !== undefined) this.#shown.arrange({ text: '' }, undefined, record);
    else this.#shown.reveal(record);
  }

  /** Brings a record into sight where its place is known. */
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
      ${this.#grid.element}
      ${emptyList(progress, () => {
        this.narrow({ text: '' });
      })}
    </section>`;
  }

  /** To be called once {@link view} is in the page. */
  draw(content: PreviewContent, selected: number | undefined): void {
    this.#selected = selected;
    if (!this.#isAttached) this.#grid.attach();
    this.#isAttached = true;
    this.#shown.showCells(this.#cellsOf(content));
    this.#grid.show(this.#shown.rows, selected, {
      columns: this.#columnsOf(content),
      sort: this.#shown.sort,
      place: this.#shown.takePlace(),
      lookOf: looksOf(content),
    });
  }

  #sortBy(sort: ListSort | undefined): void {
    this.#shown.sortBy(sort);
    this.#events.changed();
  }

  #chooseColumns(columns: readonly number[] | undefined): void {
    this.#chosenColumns = columns;
    this.#editor.keep({ columns });
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
      // Records alone are in no state, unless they cannot be read
      hasStates: hasMapping || states.some(([state]) => state !== 'operation'),
    });
  }

  #progressOf(content: PreviewContent): ListProgress {
    const { sort, rows, isNarrowed, isSearching, sorting } = this.#shown;
    const title = this.#columnsOf(content).find((column) => column.sort === sort?.by)?.title ?? '';
    return { count: rows.length, isNarrowed, isSearching, sorting, sortTitle: title, isRead: content.isComplete };
  }
}

/** How the list shows states: records alone are in none, but for those that cannot be read. */
/** How the page shows the states of an extract's records. */
export function looksOf(content: PreviewContent): LookOf {
  if (content.mapping !== '') return (state) => lookOfState(state, isStopped(content));
  return (state) => (state === 'refused' ? { ...lookOfState(state, false), word: 'cannot be read' } : undefined);
}
