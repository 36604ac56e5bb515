import { html, nothing } from 'lit';
import type { ComparedRow } from '../../preview/comparison/comparedPeople';
import { icon } from '../icon';
import type { ColumnKey, ListColumn } from '../list/columns';
import type { GridCells } from '../list/gridCells';
import { KIND_LOOKS } from './kindLook';
import { shortPath } from './shortPath';

/** The columns of the list of people. */
export const PEOPLE_COLUMNS: readonly ListColumn[] = [
  { key: 'id', title: 'Id', isFrozen: true },
  { key: 'name', title: 'Name' },
  { key: 'state', title: 'Comparison' },
  { key: 'change', title: 'What differs', isElastic: true },
];

/** What the list shows about a person. */
export const personCells: GridCells<ComparedRow> = {
  text: textOf,
  view: (row, key) => {
    if (key !== 'state') return textOf(row, key) || nothing;
    const { tone, icon: name, word } = KIND_LOOKS[row.kind];
    return html`<span class=${tone}>${icon(name)}${word}</span>`;
  },
  title: textOf,
};

function textOf(row: ComparedRow, key: ColumnKey): string {
  switch (key) {
    case 'state':
      return KIND_LOOKS[row.kind].word;
    case 'id':
      return row.id;
    case 'name':
      return row.name;
    case 'change':
      return changesOf(row);
    default:
      return '';
  }
}

/** The differences, or the reason why a record is left out. */
function changesOf({ changed, hasOtherChanges, note }: ComparedRow): string {
  return note === '' ? [...changed.map(shortPath), ...(hasOtherChanges ? ['something else'] : [])].join(', ') : note;
}
