import { html } from 'lit';
import { formatCount } from '../../core/text/formatCount';
import type { ShownRequest } from '../../preview/requests/shownRequest';
import type { ColumnKey, ListColumn } from '../list/columns';
import type { GridCells } from '../list/gridCells';
import type { NumberedRow } from '../list/listedRows';
import { sizeWords } from './sizeWords';

/** A request as a row of the list, with its number. */
export type ListedRequest = ShownRequest & NumberedRow;

/** The columns of the list of requests. */
export const REQUEST_COLUMNS: readonly ListColumn[] = [
  { key: 'request', title: 'Request', isFrozen: true },
  { key: 'operations', title: 'Operations' },
  { key: 'size', title: 'Size' },
  { key: 'lines', title: 'Lines' },
  { key: 'ids', title: 'Ids', isElastic: true },
];

/**
 * What the list shows about a request.
 * @param open called to open a request
 */
export function requestCells(open: (number: number) => void): GridCells<ListedRequest> {
  return {
    text: textOf,
    view: (row, key) =>
      key === 'request'
        ? html`<span
            class="link"
            @click=${() => {
              open(row.number);
            }}
            >${textOf(row, key)}</span
          >`
        : textOf(row, key),
    title: (row, key) => (key === 'request' ? `Open request ${textOf(row, key)}` : textOf(row, key)),
  };
}

function textOf({ number, operations, bytes, lines, ids }: ShownRequest, key: ColumnKey): string {
  switch (key) {
    case 'request':
      return formatCount(number);
    case 'operations':
      return formatCount(operations);
    case 'size':
      return sizeWords(bytes);
    case 'lines':
      return between(lines.map((line) => formatCount(line)));
    case 'ids':
      return between(ids);
    default:
      return '';
  }
}

/** `2`, `2 – 51`: the first and the last. */
function between([first = '', last = '']: readonly string[]): string {
  return first === last ? first : `${first} – ${last}`;
}
