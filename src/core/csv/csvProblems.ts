import { characterName } from './characterName';
import type { RecordProblem } from '../problems/problem';
import type { ProblemKind } from '../problems/problemKind';
import { recordProblemOf } from '../problems/problemKind';
import { counted } from '../text/counted';
import { extractLimits } from './extractEvent';
import { extractProblems } from './extractProblemKinds';
import type { Fault, FaultName } from './fault';

/** The problem for a fault of the text, and its remedy. `columns` are the names in the header. */
export function faultProblem(fault: Fault, columns: readonly string[] = []): RecordProblem {
  const problem = fatal(extractProblems[fault.name], faultMessages[fault.name], fault.line);
  const column = fault.cell === undefined ? undefined : columns[fault.cell];
  return column === undefined ? problem : { ...problem, column };
}

/** For a reader that knows the cell but not the position within it. */
export function strayQuoteInCell(line: number): RecordProblem {
  return fatal(
    extractProblems.strayQuote,
    'The cell that begins on this line has a quote inside the text, or text after the closing quote. Put the whole cell in quotes and double the quotes in it.',
    line,
  );
}

/** For a reader that measures whole rows. */
export function rowTooLarge(line: number): RecordProblem {
  return fatal(
    extractProblems.fieldTooLarge,
    `The row that begins on this line has more than ${thousands(extractLimits.rowLength)} bytes. Look for an unmatched quote, check the delimiter, or remove content from the row.`,
    line,
  );
}

const thousands = (count: number): string => String(count).replace(/(?=(?:\d{3})+$)(?<!^)/g, ',');

const faultMessages: Readonly<Record<FaultName, string>> = {
  nulByte:
    'This line contains a NUL character, so the file is not text in this encoding. Export it again as CSV UTF-8, or state its encoding in the mapping.',
  unterminatedQuote:
    'Unmatched quote: it opens on this line and is never closed, so the rest of the file would become one cell. Close it, or double a quote that is part of the text.',
  strayQuote:
    'This line has a quote inside a cell, or text after a closing quote. Put the whole cell in quotes and double the quotes in it.',
  fieldTooLarge: `A cell that begins on this line has more than ${thousands(extractLimits.fieldLength)} characters. Look for an unmatched quote, or remove the cell's content.`,
  tooManyColumns: `This row has more than ${thousands(extractLimits.columns)} columns. Check the delimiter, or export fewer columns.`,
  loneCr:
    'This line ends with a lone CR while other lines end with LF or CR LF, so it is unclear whether a row ends here. Export the file again with consistent line ends.',
};

/** @param what in the singular */
export function tooLarge(what: 'byte' | 'record', limit: number): RecordProblem {
  return fatal(
    extractProblems.tooLarge,
    `The extract has more than ${counted(limit, what)}, which is the limit. Check that it is the right file; split it, or raise the limit.`,
  );
}

/** `obeyed` is absent if the mapping states another delimiter. */
export function sepLine(named: string, isObeyed: boolean): RecordProblem {
  const what = isObeyed
    ? `and is not read as a row. State the delimiter in the mapping, or export without this line.`
    : `but another delimiter is stated, which is used. Correct the mapping, or export without this line.`;
  return warning(extractProblems.sepLine, `This line says that the delimiter is ${characterName(named)}, ${what}`, 1);
}

/** The header has few cells compared with the rows below it, so it may be a title. */
export function doubtfulHeader(line: number, likelierLine: number): RecordProblem {
  return warning(
    extractProblems.doubtfulHeader,
    `This line is read as the header but has fewer cells than the rows below it.${likelierHeader(likelierLine)}`,
    line,
  );
}

/** Like {@link doubtfulHeader}, for an import that reads the likelier line as the header. */
export function takenHeader(line: number): RecordProblem {
  return warning(
    extractProblems.doubtfulHeader,
    `This line looks like the header, below a title, and is read as the header: header = ${line} is in the mapping. Check it; use --header for another line.`,
    line,
  );
}

/**
 * The file is not UTF-8 and is read in the encoding that it resembles; `or` is another encoding that fits equally well.
 */
export function takenEncoding(encoding: string, line?: number, or?: string, mayBe?: readonly string[]): RecordProblem {
  const stated = `encoding = "${encoding}" is in the mapping`;
  const message =
    or === undefined
      ? `The file is not utf-8. It looks like ${encoding} and is read as that: ${stated}.${thinEvidence(mayBe)} Check names with accents; use --encoding for another.`
      : `The file is not utf-8. It looks like ${encoding} or ${or} and is read as ${encoding}: ${stated}.${thinEvidence(mayBe)} Check names with accents; if they are wrong, use --encoding ${or}.`;
  return recordProblemOf(
    extractProblems.invalidEncoding,
    'warning',
    message,
    line === undefined ? undefined : { line },
  );
}

/** A sentence with a leading space, if the few letters outside ASCII also fit other encodings; otherwise empty. */
export function thinEvidence(mayBe: readonly string[] | undefined): string {
  return mayBe === undefined
    ? ''
    : ` It has few letters beyond ASCII, which fit other encodings, too: ${mayBe.join(', ')}.`;
}

/** A sentence to append to a problem of the header, with a leading space. */
export function likelierHeader(line: number | undefined): string {
  return line === undefined ? '' : ` Line ${line} looks like the header: state header = ${line} in the mapping.`;
}

export function emptyFile(): RecordProblem {
  return fatal(
    extractProblems.empty,
    'The file has no rows. Check that the export has finished and that it is the right file.',
  );
}

export function noRows(line: number): RecordProblem {
  return warning(
    extractProblems.noRows,
    'There is a header but no row below it, so there is nothing to send. Check that the export has finished and that it is the right file.',
    line,
  );
}

export function blankRows(count: number, firstLine: number): RecordProblem {
  const rows = count === 1 ? '1 row has' : `${thousands(count)} rows have`;
  return warning(
    extractProblems.blankRows,
    `${rows} no text and ${count === 1 ? 'was' : 'were'} skipped. Remove blank rows from the export if they are not intended.`,
    firstLine,
  );
}

export function mixedLineEnds(line: number): RecordProblem {
  return warning(
    extractProblems.mixedLineEnds,
    'From this line on, line ends differ from those above (CR LF and LF are mixed). The rows are split correctly; check whether two files were joined.',
    line,
  );
}

export function ambiguousDelimiter(candidates: readonly string[], line: number): RecordProblem {
  const names = candidates.map(characterName).join(' and ');
  return fatal(
    extractProblems.ambiguousDelimiter,
    `The file can be split evenly at more than one character: ${names}. State the delimiter in the mapping.`,
    line,
  );
}

export function unusableDialect(): RecordProblem {
  return fatal(
    extractProblems.invalidDialect,
    'The delimiter must not be empty, delimiter and quote must not share a character, and neither may contain a line end or NUL. Correct them in the mapping.',
  );
}

export function quoteOverlapsItself(quote: string): RecordProblem {
  return fatal(
    extractProblems.invalidDialect,
    `The quote "${quote}" begins and ends alike, so it is unclear where a doubled one ends. Export with a quote of one character and state that in the mapping.`,
  );
}

export function delimiterNeeded(): RecordProblem {
  return fatal(
    extractProblems.invalidDialect,
    'The quote has several characters, so the delimiter is not detected. State the delimiter in the mapping, too.',
  );
}

export function headerNotFound(line: number): RecordProblem {
  return fatal(
    extractProblems.missingHeader,
    'This line is stated as the header, but it has no text. State the number of the line that has the column names.',
    line,
  );
}

/** Columns without a name that are not empty; `positions` are counted from 0. */
export function emptyHeader(positions: readonly number[], count: number, line: number): RecordProblem {
  const [have, them] = positions.length === 1 ? ['has', 'it'] : ['have', 'them'];
  return fatal(
    extractProblems.emptyHeader,
    `${columnsAt(positions)} of ${count} ${have} no name. Name ${them} or remove ${them}; if the header is on another line, state that line.`,
    line,
  );
}

/** `Columns 2, 3, 4, 5, 6, 12 more` */
function columnsAt(positions: readonly number[]): string {
  const numbers = positions.slice(0, MAX_NAMED_POSITIONS).map((position) => String(position + 1));
  if (positions.length > MAX_NAMED_POSITIONS) numbers.push(`${positions.length - MAX_NAMED_POSITIONS} more`);
  return `Column${positions.length === 1 ? '' : 's'} ${numbers.join(', ')}`;
}

export function duplicateHeader(name: string, first: number, second: number, line: number): RecordProblem {
  return {
    ...fatal(
      extractProblems.duplicateHeader,
      `Columns ${first} and ${second} are both named "${name}" (ignoring case and outer spaces). Rename or remove one of them.`,
      line,
    ),
    column: name,
  };
}

export function fieldCount(found: number, expected: number, line: number, record: number): RecordProblem {
  const message = `The row has ${found} ${found === 1 ? 'cell' : 'cells'} but the header has ${expected} columns, so it is unclear which cell belongs to which column. Correct the row; a cell with a delimiter in it needs quotes.`;
  return recordProblemOf(extractProblems.fieldCount, 'row', message, { line, record });
}

/** Columns without a name whose cells are empty; `positions` are counted from 0. */
export function unnamedColumns(positions: readonly number[], line: number): RecordProblem {
  const one = positions.length === 1;
  const what = `${columnsAt(positions)} ${one ? 'has' : 'have'} no name`;
  return warning(
    extractProblems.unnamedColumn,
    `${what} and ${one ? 'is' : 'are'} skipped because ${one ? 'its' : 'their'} cells are empty. No action is needed; to avoid this warning, remove the delimiter from the export.`,
    line,
  );
}

const MAX_NAMED_POSITIONS = 5;

export function unnamedCell(column: number, line: number, record: number): RecordProblem {
  const message = `Column ${column} has no name, but this row has a cell in it, so it is unclear which cell belongs to which column. Correct the row, or name the column; a cell with a delimiter in it needs quotes.`;
  return recordProblemOf(extractProblems.unnamedCell, 'row', message, { line, record });
}

export function surplusCells(count: number, firstLine: number): RecordProblem {
  const rows = count === 1 ? '1 row has' : `${thousands(count)} rows have`;
  return warning(
    extractProblems.surplusCell,
    `${rows} an extra empty cell, from a delimiter at the end of the row. ${count === 1 ? 'It was' : 'They were'} read without it.`,
    firstLine,
  );
}

function fatal(kind: ProblemKind, message: string, line?: number): RecordProblem {
  return recordProblemOf(kind, 'fatal', message, line === undefined ? undefined : { line });
}

function warning(kind: ProblemKind, message: string, line: number): RecordProblem {
  return recordProblemOf(kind, 'warning', message, { line });
}
