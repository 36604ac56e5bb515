import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { formatCount } from '../../core/text/formatCount';
import { icon } from '../icon';
import { columnName } from './columns';

/** The state of searching and sorting the list. */
export interface ListProgress {
  /** Number of rows that are shown so far. */
  readonly count: number;
  /** Number of rows that a filter has found so far, which may not be shown yet. */
  readonly found: number;
  readonly isNarrowed: boolean;
  /** Whether more rows may still be found. */
  readonly isSearching: boolean;
  /** The share of the sorting done, 0 to 1. */
  readonly sorting: number | undefined;
  /** The title of the sort column. */
  readonly sortTitle: string;
  /** Whether the whole extract has been read. */
  readonly isRead: boolean;
  /** The searched text; empty: no text. */
  readonly text: string;
  /** Number of records so far, and how many of them a search has checked. */
  readonly records: number;
  readonly looked?: number;
}

interface BarLook extends ListProgress {
  /** Of the extract. */
  readonly columns: readonly string[];
  /** Those that the list shows. */
  readonly shown: readonly number[];
  /** @param columns left out: the usual ones */
  readonly choose: (columns: readonly number[] | undefined) => void;
}

/** The state of the list, and the columns to choose from. */
export function listBar(look: BarLook): TemplateResult {
  const words = progressWords(look);
  return html`<div class="list-bar">
    <span class="quiet" role="status" title=${words === '' ? nothing : words}>${words}</span>
    <button class="tool" popovertarget="columns" aria-haspopup="dialog" title="Choose columns of the extract to show">
      ${icon('columns')}Columns
    </button>
    ${chooser(look)}
  </div>`;
}

function progressWords(progress: ListProgress): string {
  const { count, found, isNarrowed, isSearching, sorting, sortTitle } = progress;
  if (sorting !== undefined) return `Sorting by ${sortTitle}: ${Math.floor(sorting * 100)} %`;
  if (!isNarrowed) return '';
  if (isSearching) return `${formatCount(found)} found so far${lookedWords(progress)}`;
  // An empty list says so itself
  return count === 0 || found === 0 ? '' : `${formatCount(found)} found`;
}

/** `, 12,288 of 1,000,000 searched`; empty for a search that has just begun. */
function lookedWords({ looked, records }: ListProgress): string {
  return looked === undefined ? '' : `, ${formatCount(looked)} of ${formatCount(records)} searched`;
}

/** Shown in place of the rows while there are none. */
export function emptyList(progress: ListProgress, showAll: () => void): TemplateResult | typeof nothing {
  const { count, isNarrowed, isSearching, sorting, isRead, text } = progress;
  if (count > 0 || sorting !== undefined) return nothing;
  if (isNarrowed && !isSearching)
    return html`<div class="empty" role="status">
      <p class="nothing">${text === '' ? 'No record matches.' : `Nothing found for "${text}".`}</p>
      <vscode-button secondary @click=${showAll}>Show All Records</vscode-button>
    </div>`;
  const words = isNarrowed ? 'Searching …' : isRead ? 'The extract has no records.' : 'Reading records …';
  return html`<div class="empty" role="status"><p>${words}</p></div>`;
}

function chooser({ columns, shown, choose }: BarLook): TemplateResult {
  const toggle = (column: number) => (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    choose(checked ? [...shown, column] : shown.filter((each) => each !== column));
  };
  return html`<div
    id="columns"
    class="columns"
    popover
    role="dialog"
    aria-label="Columns to show"
    @beforetoggle=${(event: Event) => {
      placeBelow(event);
    }}
  >
    <div class="columns-list">
      ${columns.map(
        (name, column) =>
          html`<vscode-checkbox
            label=${columnName(name, column)}
            .checked=${shown.includes(column)}
            @change=${toggle(column)}
          ></vscode-checkbox>`,
      )}
    </div>
    <vscode-button
      secondary
      @click=${() => {
        choose(undefined);
      }}
      >Show the Usual Columns</vscode-button
    >
  </div>`;
}

/** Under the button, at its right edge, within the window. */
function placeBelow({ target }: Event): void {
  if (!(target instanceof HTMLElement)) return;
  const edge = target.parentElement?.getBoundingClientRect();
  if (edge === undefined) return;
  target.style.top = `${edge.bottom}px`;
  target.style.right = `${Math.max(0, window.innerWidth - edge.right + 8)}px`;
  target.style.maxHeight = `${Math.max(160, window.innerHeight - edge.bottom - 8)}px`;
}
