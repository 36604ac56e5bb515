import { extractLimits } from './extractEvent';
import type { Fault } from './fault';
import type { Row } from './row';

/** The first cell of a row that exceeds the limits of an extract; the line is where the cell begins. */
export function rowFault({ line, cells }: Row): Fault | undefined {
  if (cells.length > extractLimits.columns) return { name: 'tooManyColumns', line };
  // Nearly every row: a shorter cell has fewer line breaks, too.
  if (cells.every((cell) => cell.length <= extractLimits.quotedLines)) return undefined;
  let cellLine = line;
  for (const [index, cell] of cells.entries()) {
    const lineBreaks = cell.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (cell.length > extractLimits.fieldLength) return { name: 'fieldTooLarge', line: cellLine, cell: index };
    if (lineBreaks > extractLimits.quotedLines) return { name: 'unterminatedQuote', line: cellLine, cell: index };
    cellLine += lineBreaks;
  }
  return undefined;
}
