import { extractLimits } from './extractEvent';
import type { Fault } from './fault';
import type { Row } from './row';

/** Reports the first cell of a row that exceeds the limits of an extract, at the line on which that cell begins. */
export function rowFault({ line, cells }: Row): Fault | undefined {
  if (cells.length > extractLimits.columns) return { name: 'tooManyColumns', line };
  // True for nearly every row: a shorter cell also has fewer line breaks.
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
