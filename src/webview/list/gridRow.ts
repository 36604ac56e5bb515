import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { ColumnKey, ListColumn } from './columns';
import type { DrawnColumn } from './columnStrip';
import type { GridCells } from './gridCells';
import type { NumberedRow } from './listedRows';

interface RowLook<Row> {
  /** The name of the grid: ids in the page begin with it. */
  readonly name: string;
  readonly isSelected: boolean;
  readonly cells: GridCells<Row>;
  /** The column with the keyboard focus, if the focus is in this row. */
  readonly active: ColumnKey | undefined;
  readonly select: (column: ColumnKey) => void;
}

/** The first row of a grid is its head. */
const rowIndex = (place: number) => place + 2;

/** A row of a grid. */
export function gridRow<Row extends NumberedRow>(
  row: Row,
  place: number,
  drawn: readonly DrawnColumn[],
  look: RowLook<Row>,
): TemplateResult {
  return html`<div
    class="row"
    id="${look.name}-${row.record}"
    role="row"
    aria-rowindex=${rowIndex(place)}
    aria-selected=${look.isSelected}
  >
    ${drawn.map((each) => ('gap' in each ? gapCell() : gridCell(row, each, look)))}
  </div>`;
}

/** A row that has not arrived yet. */
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

/** The CSS class of a column's cells and of its title. */
export function classOf({ key, isFrozen }: ListColumn): string {
  return `${typeof key === 'number' ? 'extract' : key}${isFrozen === true ? ' frozen' : ''}`;
}

type Placed = Exclude<DrawnColumn, { readonly gap: number }>;

function gridCell<Row extends NumberedRow>(row: Row, { column, index }: Placed, look: RowLook<Row>): TemplateResult {
  const { key } = column;
  const isActive = look.active === key;
  return html`<span
    class="cell ${classOf(column)} ${isActive ? 'active' : ''}"
    id="${look.name}-${row.record}-${key}"
    role="gridcell"
    aria-colindex=${index + 1}
    title=${look.cells.title(row, key)}
    @click=${() => {
      look.select(key);
    }}
    >${look.cells.view(row, key)}</span
  >`;
}
