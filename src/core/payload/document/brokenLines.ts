import { isJsonObject, readJson } from '../../json/jsonValue';
import { byteOrderMark } from '../../json/syntaxProblems';
import { recognise } from './recognisePayload';

/** A line of a text with one JSON document per line (NDJSON). */
export interface DocumentLine {
  /** Counted from 1. */
  readonly number: number;
  /** Where it begins in the whole text. */
  readonly start: number;
  readonly text: string;
  /** Absent if the line is not a JSON object. */
  readonly kind?: 'bulkRequest' | 'user' | 'other';
}

/**
 * The lines of an NDJSON text if some are broken; `undefined` if the text is something else or all are complete.
 * Reading lines separately keeps a missing bracket on one line from affecting the lines after it.
 */
export function brokenLines(text: string): readonly DocumentLine[] | undefined {
  const lines = linesOf(text);
  if (lines.length < 2 || lines.filter((line) => /^\uFEFF?\{/.test(line.text)).length * 2 <= lines.length)
    return undefined;
  // The lines are elements of a list
  if (lines[0]?.text.startsWith('[') === true) return undefined;
  const read = lines.map((line) => ({ ...line, ...kindOf(line.text) }));
  const whole = read.filter(({ kind }) => kind !== undefined);
  const withComma = read.filter((line) => line.kind === undefined && line.text.endsWith(','));
  const hasPayload = whole.some(({ kind }) => kind !== 'other');
  if (!hasPayload || whole.length === lines.length) return undefined;
  return (whole.length + withComma.length) * 2 >= lines.length ? read : undefined;
}

function kindOf(text: string): Pick<DocumentLine, 'kind'> {
  const read = readJson(text.startsWith(byteOrderMark) ? text.slice(1) : text);
  if (!('value' in read) || !isJsonObject(read.value)) return {};
  const kind = recognise(text);
  return { kind: kind === 'bulkRequest' || kind === 'user' ? kind : 'other' };
}

/** The lines that are not blank, without trailing spaces. */
function linesOf(text: string): readonly DocumentLine[] {
  const lines: DocumentLine[] = [];
  let [start, number] = [0, 0];
  for (const line of text.split('\n')) {
    number++;
    if (line.trim() !== '') lines.push({ number, start, text: line.trimEnd() });
    start += line.length + 1;
  }
  return lines;
}
