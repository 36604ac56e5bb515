import type { TextDocument } from 'vscode';
import { namedPositions } from '../../core/csv/header/columnFit';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import { cellsAt } from './cellsAt';

/** Identifies the person of a row: the column whose cells contain matching ids, and a test of an id. */
export interface PersonOfRow {
  readonly column: string;
  readonly isId: (text: string) => boolean;
}

/** Number of lines to search for a row that has moved. */
const MAX_LINES = 100_000;

/**
 * The line, from 0, on which a person's row begins: the line at the time of sending or, if the row has moved since, the nearest one;
 * `undefined` if no row has the id any more.
 */
export function rowOfPerson(
  document: TextDocument,
  first: number,
  { column, isId }: PersonOfRow,
  header: ExtractHeader,
): number | undefined {
  const position = namedPositions(header)[header.columns.indexOf(column)];
  // A different header means a different table: nothing is known of its rows
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
