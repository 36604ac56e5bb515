import type { TextDocument } from 'vscode';
import { Range } from 'vscode';
import { cellRanges } from '../../core/csv/cellRange';
import type { ExtractHeader } from '../../core/csv/extractEvent';

/** Number of lines to search for a record at first; few records have more. */
const FIRST_LOOK = 4;

/**
 * The places of a record's cells in a text editor.
 * @param first the line on which it begins, from 0
 */
export function cellsAt(
  document: TextDocument,
  first: number,
  { dialect }: Pick<ExtractHeader, 'dialect'>,
): readonly Range[] {
  for (let count = FIRST_LOOK; ; count *= 4) {
    const isAll = first + count >= document.lineCount;
    const text = document.getText(new Range(first, 0, first + count, 0));
    // The last line of a file may lack a line end
    const found = cellRanges(isAll ? `${text}\n` : text, dialect);
    if (found !== undefined)
      return found.map(
        ({ start, end }) => new Range(first + start.line, start.character, first + end.line, end.character),
      );
    if (isAll) return [];
  }
}
