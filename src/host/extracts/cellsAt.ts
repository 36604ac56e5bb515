import type { TextDocument } from 'vscode';
import { Range } from 'vscode';
import { cellRanges } from '../../core/csv/cellRange';
import type { ExtractHeader } from '../../core/csv/extractEvent';

/** Lines that a record is looked for in at first; few go over more. */
const FIRST_LOOK = 4;

/**
 * Where the cells of a record are in a text editor.
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
    // The last line of a file need not end
    const found = cellRanges(isAll ? `${text}\n` : text, dialect);
    if (found !== undefined)
      return found.map(
        ({ start, end }) => new Range(first + start.line, start.character, first + end.line, end.character),
      );
    if (isAll) return [];
  }
}
