import type { Position, TextDocument } from 'vscode';
import { Range } from 'vscode';
import { detectDelimiter } from '../../../core/csv/detectDelimiter';
import type { ExtractHeader } from '../../../core/csv/extractEvent';
import { namedPositions } from '../../../core/csv/header/columnFit';
import { indexAtLine } from '../../../core/run/account/personHistory';
import type { CellProblem } from '../../../extract/cells/cellProblem';
import { cellsAt } from '../../extracts/cellsAt';
import type { TextLook } from './extractTexts';

/** Number of lines from which the delimiter is guessed if the header cannot be read. */
const SAMPLE = 20;

/** The place of a problem in the text that the user sees: its cell, or the first line of its row. */
export function rangeOfProblem(
  document: TextDocument,
  { line = 1, columns }: CellProblem,
  header: ExtractHeader | undefined,
): Range {
  const first = Math.min(line, document.lineCount) - 1;
  const cells = columns.map((column) => cellOf(document, first, column, header)).filter((cell) => cell !== undefined);
  const filled = cells.find(({ isEmpty }) => !isEmpty);
  const [cell] = filled === undefined ? cells : [filled];
  return cell === undefined ? rowRange(document, first) : visible(document, cell);
}

function cellOf(
  document: TextDocument,
  first: number,
  column: string,
  header: ExtractHeader | undefined,
): Range | undefined {
  if (header !== undefined) {
    const position = namedPositions(header)[header.columns.indexOf(column)];
    return position === undefined ? undefined : cellsAt(document, first, header)[position];
  }
  // If a name is repeated, the last cell is the wrong one
  return headerCells(document, first).findLast((cell) => fold(document.getText(cell)) === fold(column));
}

/** The unusable cells of a header, as far as they can be guessed. */
function headerCells(document: TextDocument, first: number): readonly Range[] {
  const guess = detectDelimiter(document.getText(new Range(first, 0, first + SAMPLE, 0)));
  return guess.kind === 'found'
    ? cellsAt(document, first, { dialect: { delimiter: guess.delimiter, quote: '"' } })
    : [];
}

const fold = (name: string): string => name.trim().toLowerCase();

function rowRange(document: TextDocument, first: number): Range {
  const { range, firstNonWhitespaceCharacterIndex: start, isEmptyOrWhitespace } = document.lineAt(first);
  return isEmptyOrWhitespace ? range : new Range(first, start, first, range.end.character);
}

/** An empty cell is shown with the delimiter after it, or the one before it. */
function visible(document: TextDocument, cell: Range): Range {
  if (!cell.isEmpty) return cell;
  const { line, character } = cell.start;
  const { length } = document.lineAt(line).text;
  return character < length
    ? new Range(line, character, line, character + 1)
    : new Range(line, Math.max(0, character - 1), line, character);
}

/** A cell of an extract in the text that the user sees. */
export interface TextCell {
  readonly range: Range;
  readonly column: string;
  /** Which named column it is, from 1. */
  readonly place: number;
  readonly columns: number;
  /** The record that it belongs to: absent in the header. */
  readonly record?: { readonly number: number; readonly line: number; readonly cells: readonly string[] };
}

/** The cell at a place of the text; `undefined` outside rows, and in columns without a name. */
export function cellAt(document: TextDocument, position: Position, { found }: TextLook): TextCell | undefined {
  const { header, lines } = found;
  if (header === undefined) return undefined;
  const index = indexAtLine(lines, position.line + 1);
  const first = index === undefined ? header.line : (lines[index] ?? 1);
  if (position.line + 1 < header.line) return undefined;
  const cells = cellsAt(document, first - 1, header);
  const at = cells.findIndex(({ end }) => position.isBeforeOrEqual(quoted(document, end, header)));
  const positions = namedPositions(header);
  const named = positions.indexOf(at);
  const range = cells[at];
  const column = header.columns[named];
  if (range === undefined || column === undefined) return undefined;
  const texts = positions.map((place) => (cells[place] === undefined ? '' : textOf(document, cells[place], header)));
  const record = { number: (index ?? 0) + 1, line: first, cells: texts };
  return {
    range,
    column,
    place: named + 1,
    columns: positions.length,
    ...(index !== undefined && { record }),
  };
}

/** Including the quote that closes the cell. */
function quoted(document: TextDocument, end: Position, { dialect: { quote } }: ExtractHeader): Position {
  const behind = end.translate(0, quote.length);
  return quote !== '' && document.getText(new Range(end, behind)) === quote ? behind : end;
}

/** The content of a cell: in a quoted one, doubled quotes count as one. */
function textOf(document: TextDocument, range: Range, { dialect: { quote } }: ExtractHeader): string {
  const text = document.getText(range);
  if (quote === '' || range.start.character < quote.length) return text;
  const before = new Range(range.start.translate(0, -quote.length), range.start);
  return document.getText(before) === quote ? text.replaceAll(quote + quote, quote) : text;
}
