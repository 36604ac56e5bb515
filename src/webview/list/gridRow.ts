import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PreviewRow } from '../../preview/previewState';
import { icon } from '../icon';
import type { LookOf } from './cellText';
import { cellText } from './cellText';
import type { ColumnKey, ListColumn } from './columns';
import type { DrawnColumn } from './columnStrip';

interface RowLook {
  readonly isSelected: boolean;
  readonly lookOf: LookOf;
  /** The column that the keyboard is in, where it is in this row. */
  readonly active: ColumnKey | undefined;
  readonly select: (column: ColumnKey) => void;
}

/** The first row of a grid is its head. */
const rowIndex = (place: number) => place + 2;

/** A record in the grid. */
export function gridRow(row: PreviewRow, place: number, drawn: readonly DrawnColumn[], look: RowLook): TemplateResult {
  return html`<div
    class="row"
    id="record-${row.record}"
    role="row"
    aria-rowindex=${rowIndex(place)}
    aria-selected=${look.isSelected}
  >
    ${drawn.map((each) => ('gap' in each ? gapCell() : gridCell(row, each, look)))}
  </div>`;
}

/** A row that is on its way. */
export function pendingRow(place: number, drawn: readonly DrawnColumn[]): TemplateResult {
  return html`<div class="row pending" role="row" aria-busy="true" aria-rowindex=${rowIndex(place)}>
    ${drawn.map((each) =>
      'gap' in each
        ? gapCell()
        : html`<span class="cell ${classOf(each.column)}" role="gridcell" aria-colindex=${each.index + 1}
            ><span class="bar"></span><span class="unseen">Loading</span></span
          >`,
    )}
  </div>`;
}

/** The room of columns that are scrolled away. */
export function gapCell(): TemplateResult {
  return html`<span role="presentation"></span>`;
}

/** Of a cell and of the head above it. */
export function classOf({ key, isFrozen }: ListColumn): string {
  return `${typeof key === 'number' ? 'extract' : key}${isFrozen === true ? ' frozen' : ''}`;
}

type Placed = Exclude<DrawnColumn, { readonly gap: number }>;

function gridCell(row: PreviewRow, { column, index }: Placed, look: RowLook): TemplateResult {
  const { key } = column;
  const isActive = look.active === key;
  return html`<span
    class="cell ${classOf(column)} ${isActive ? 'active' : ''}"
    id="cell-${row.record}-${key}"
    role="gridcell"
    aria-colindex=${index + 1}
    title=${titleOf(row, key, look.lookOf)}
    @click=${() => {
      look.select(key);
    }}
    >${shownCell(row, key, look.lookOf)}</span
  >`;
}

function shownCell(row: PreviewRow, key: ColumnKey, lookOf: LookOf): unknown {
  if (key === 'state') {
    const look = lookOf(row.state);
    if (look === undefined) return nothing;
    return html`<span class=${look.tone}>${icon(look.icon)}${look.word}</span>`;
  }
  const text = cellText(row, key, lookOf) ?? '';
  if (key === 'name' && text === '') return html`<span class="quiet">${row.id === '' ? row.note : '(no name)'}</span>`;
  return text === '' ? nothing : text;
}

/** What does not fit into a cell is read in its tooltip. */
function titleOf(row: PreviewRow, key: ColumnKey, lookOf: LookOf): string {
  return key === 'state' ? row.note : (cellText(row, key, lookOf) ?? '');
}
