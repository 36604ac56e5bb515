import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ListSort, SortKey } from '../../preview/previewState';
import { icon } from '../icon';
import type { ColumnKey } from './columns';
import type { DrawnColumn } from './columnStrip';
import { classOf, gapCell } from './gridRow';

interface HeadLook {
  /** The name of the grid: ids in the page begin with it. */
  readonly name: string;
  readonly sort: ListSort | undefined;
  /** The column with the keyboard focus, if the focus is in the head. */
  readonly active: ColumnKey | undefined;
  readonly sortBy: (key: SortKey) => void;
  /** @param width left out: the automatic width of the column */
  readonly resize: (key: ColumnKey, width: number | undefined) => void;
  readonly widthOf: (key: ColumnKey) => number;
}

type Placed = Exclude<DrawnColumn, { readonly gap: number }>;

/** The names of the columns: a click sorts, and the right edge sizes. */
export function gridHead(drawn: readonly DrawnColumn[], look: HeadLook): TemplateResult {
  return html`<div class="head-row" role="row" aria-rowindex="1">
    ${drawn.map((each) => ('gap' in each ? gapCell() : headCell(each, look)))}
  </div>`;
}

function headCell({ column, index }: Placed, look: HeadLook): TemplateResult {
  const { key, title, sort } = column;
  const order = sort === undefined || look.sort?.by !== sort ? undefined : look.sort;
  return html`<span
    class="cell ${classOf(column)} ${look.active === key ? 'active' : ''}"
    id="${look.name}-head-${key}"
    role="columnheader"
    aria-colindex=${index + 1}
    aria-sort=${order === undefined ? (sort === undefined ? nothing : 'none') : order.isDescending ? 'descending' : 'ascending'}
    title=${hintOf(column.title, sort !== undefined)}
    @click=${() => {
      if (sort !== undefined) look.sortBy(sort);
    }}
    ><span class="words">${title}</span
    >${order === undefined ? nothing : icon(order.isDescending ? 'arrow-down' : 'arrow-up')}${sizer(key, look)}</span
  >`;
}

function hintOf(title: string, isSortable: boolean): string {
  const sizing = 'Drag the edge, or press Shift with Left or Right, to change the width.';
  return isSortable ? `${title}\nSelect to sort. ${sizing}` : `${title}\n${sizing}`;
}

/** The right edge of a column: dragging sizes it; a double click restores the automatic width. */
function sizer(key: ColumnKey, { resize, widthOf }: HeadLook): TemplateResult {
  const stay = (event: Event): void => {
    event.stopPropagation();
  };
  const grip = (event: PointerEvent): void => {
    const edge = event.currentTarget;
    if (event.button !== 0 || !(edge instanceof HTMLElement)) return;
    const start = widthOf(key) - event.clientX;
    edge.setPointerCapture(event.pointerId);
    edge.onpointermove = ({ clientX }) => {
      resize(key, start + clientX);
    };
    edge.onlostpointercapture = () => (edge.onpointermove = null);
    event.preventDefault();
  };
  return html`<span
    class="sizer"
    @click=${stay}
    @pointerdown=${grip}
    @dblclick=${() => {
      resize(key, undefined);
    }}
  ></span>`;
}
