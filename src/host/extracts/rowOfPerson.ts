import type { TextDocument } from 'vscode';
import { namedPositions } from '../../core/csv/header/columnFit';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import { cellsAt } from './cellsAt';

/** Whom a row is about: the column whose cells hold matching ids, and whether one is the person's. */
export interface PersonOfRow {
  readonly column: string;
  readonly isId: (text: string) => boolean;
}

/** Lines that are looked through for a row that has moved. */
const MAX_LINES = 100_000;

/**
 * The line, from 0, on which a person's row begins: the one on which it was when it was sent, unless the row has moved since, and then the
 * nearest one; `undefined` where no row has the id any more.
 */
export function rowOfPerson(
  document: TextDocument,
  first: number,
  { column, isId }: PersonOfRow,
  header: ExtractHeader,
): number | undefined {
  const position = namedPositions(header)[header.columns.indexOf(column)];
  // Another header is another table: nothing is known of its rows
  if (position === undefined) return undefined;
  const isOfPerson = (line: number): boolean => {
    if (line < 0 || line >= document.lineCount) return false;
    const cell = cellsAt(document, line, header)[position];
    return cell !== undefined && isId(document.getText(cell).trim());
  };
  const furthest = Math.min(MAX_LINES, Math.max(first, document.lineCount - first));
  for (let distance = 0; distance <= furthest; distance++) {
    if (isOfPerson(first + distance)) return first + distance;
    if (isOfPerson(first - distance)) return first - distance;
  }
  return undefined;
}
