import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { CellTrace, PreviewDetail } from '../../preview/previewState';
import type { CardLook } from './cardLook';
import { textView } from './textView';

/** The cells of a record that no rule reads, with their columns. */
export function cellsView({ row: { line }, cells }: PreviewDetail, look: CardLook): TemplateResult {
  return html`<h3>Cells</h3>
    ${cellTable(cells, line, look)}`;
}

/** The cells that the mapping does not use, folded unless one of them is requested. */
export function unusedView(cells: readonly CellTrace[], line: number, look: CardLook): TemplateResult | typeof nothing {
  if (cells.length === 0) return nothing;
  const what =
    cells.length === 1
      ? '1 column that the mapping does not use'
      : `${cells.length} columns that the mapping does not use`;
  return html`<details class="unused" ?open=${cells.some(({ column }) => look.marked.has(column))}>
    <summary>${what}</summary>
    ${cellTable(cells, line, look)}
  </details>`;
}

function cellTable(cells: readonly CellTrace[], line: number, look: CardLook): TemplateResult {
  return html`<table class="trace cells" role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">Column</th>
        <th scope="col" role="columnheader">Cell</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${cells.map((cell) => cellRow(cell, line, look))}
    </tbody>
  </table>`;
}

function cellRow(cell: CellTrace, line: number, look: CardLook): TemplateResult {
  const { column, fault } = cell;
  return html`<tr role="row" class="${look.marked.has(column) ? 'marked' : ''} ${fault === undefined ? '' : 'faulty'}">
    <th scope="row" role="rowheader">${columnLink(column, line, look)}</th>
    <td role="cell" class="cell" @click=${showCell(column, line, look)}>${cellText(cell)}</td>
  </tr>`;
}

function cellText({ value, fault }: CellTrace): TemplateResult {
  if (fault === 'missing') return html`missing: the row ends before it`;
  if (fault === 'extra')
    return html`${textView(value)} <span class="quiet">no column: the row has more cells than the header</span>`;
  return textView(value);
}

/** The name of a column, with a link to the cell in the extract. */
export function columnLink(column: string, line: number, look: CardLook): TemplateResult {
  return html`<button
    class="link cell"
    title="Show this cell in the extract: ${column}"
    @click=${() => {
      look.showCells(line, [column]);
    }}
  >
    ${column}
  </button>`;
}

/** Handles a click on a cell's text; a selection that is being made for copying stays. */
export function showCell(column: string, line: number, look: CardLook): (event: Event) => void {
  return ({ target }) => {
    const isControl = target instanceof Element && target.closest('summary, button') !== null;
    if (!isControl && document.getSelection()?.isCollapsed !== false) look.showCells(line, [column]);
  };
}
