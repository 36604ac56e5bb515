import { formatCount } from '../../text/formatCount';
import { listWords, quotedValue } from '../findingAt';
import type { NamedTexts } from '../namedTexts';
import type { StatusRow, StatusTruthTable } from '../statusTruthTable';

/** Maximum number of statuses in a message. */
const MAX_LISTED = 8;

/** A text such as `[Status] is "Leave" (2), empty (1) or "x" (1)`. */
export function describeRows({ columns }: StatusTruthTable, rows: readonly StatusRow[]): string {
  const words = rows.slice(0, MAX_LISTED).map(({ cells, count }) => {
    const parts = cells.map((cell, place) => {
      const value = cell === null ? 'empty' : quotedValue(cell);
      return columns.length === 1 ? value : `[${columns[place] ?? ''}] ${value}`;
    });
    return `${listWords(parts, 'with')} (${formatCount(count)})`;
  });
  const more = rows.length > MAX_LISTED ? [`${formatCount(rows.length - MAX_LISTED)} more`] : [];
  return `${columns.length === 1 ? `[${columns[0] ?? ''}] is ` : ''}${listWords([...words, ...more], 'or')}`;
}

/** The same without values: `3 different statuses of [Status]`. */
export function countRows({ columns }: StatusTruthTable, rows: readonly StatusRow[]): string {
  const statuses = rows.length === 1 ? '1 status' : `${formatCount(rows.length)} different statuses`;
  return `${statuses} of ${listWords(columns.map((column) => `[${column}]`))}`;
}

/** A sentence such as ` The Switch names "Active" and "Left".` */
export function describeNamed({ deciders, texts }: NamedTexts): string {
  if (texts.length === 0) return '';
  const shown = texts.slice(0, MAX_LISTED).map((text) => (text === '' ? 'the empty cell' : quotedValue(text)));
  const more = texts.length > MAX_LISTED ? [`${formatCount(texts.length - MAX_LISTED)} more`] : [];
  return ` The ${listWords(deciders)} names ${listWords([...shown, ...more])}.`;
}

/** `Switch` compares exactly, so a word that differs only in case or spaces is a common mistake. */
export function describeSpelling(rows: readonly StatusRow[], { texts }: NamedTexts, showsValues: boolean): string {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const meant = cell === null ? undefined : texts.find((text) => text !== cell && fold(text) === fold(cell));
      if (meant !== undefined && cell !== null)
        return showsValues
          ? ` Words are compared exactly: ${quotedValue(cell)} is not ${quotedValue(meant)}.`
          : ` Words are compared exactly: one differs from ${quotedValue(meant)} only in case or spaces.`;
    }
  }
  return '';
}

/** Removes differences that are usually mistakes: case, and surrounding spaces. */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}
