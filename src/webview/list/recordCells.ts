import { html, nothing } from 'lit';
import type { PreviewRow } from '../../preview/previewState';
import { icon } from '../icon';
import type { LookOf } from '../recordLook';
import { cellText } from './cellText';
import type { ColumnKey } from './columns';
import type { GridCells } from './gridCells';

/** What the list shows about a record. */
export function recordCells(lookOf: LookOf): GridCells<PreviewRow> {
  return {
    text: (row, key) => cellText(row, key, lookOf),
    view: (row, key) => shownCell(row, key, lookOf),
    title: (row, key) => titleOf(row, key, lookOf),
  };
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

function titleOf(row: PreviewRow, key: ColumnKey, lookOf: LookOf): string {
  const text = cellText(row, key, lookOf) ?? '';
  return key === 'state' && text !== '' && row.note !== '' ? `${text}: ${row.note}` : text;
}
