import type { ByteWriter } from '../../bytes/byteWriter';
import { toBytes } from '../../bytes/byteWriter';
import { appendCell } from '../../bytes/cellString';
import { CellMark } from '../../csv/byteTokenizer';
import { findFunction } from '../../expression/functions/table';
import type { Expression } from '../../expression/syntax';
import { walk } from '../../expression/syntax';
import type { ColumnLookup, CompiledRule, RuleOutcome } from '../compileRule';
import type { ByteRow } from './byteRow';
import { compileCheck } from './byteCheck';
import { CellMemo } from './cellMemo';

/** What came of writing a place of a resource. */
export const enum Written {
  nothing,
  value,
  /** A problem, or the record is left out: what was written is to be taken back, and the record told by its rules. */
  odd,
}

/** Writes the JSON of a place for a record, or nothing. */
export type WriteBytes = (row: ByteRow, out: ByteWriter) => Written;

const NULL = toBytes('null');
const BLANK = toBytes('""');

/** Compiles a rule to bytes, with the meaning of `rule.apply`; `index` is its place among the rules. */
export function compileByteRule(rule: CompiledRule, index: number, lookup: ColumnLookup): WriteBytes {
  const { expression, type } = rule.resolved;
  const isText = type === 'string' || type === 'reference' || type === 'complex';
  if (expression.kind === 'attribute' && isText) return compileCopy(rule, lookup);
  const columns = rule.columns.map((column) => lookup.indexOf(column) ?? -1);
  const isPure = isRepeatable(expression);
  if (usesPattern(expression)) return compileOnce(rule, index, columns);
  const [only, ...others] = columns;
  if (isPure && others.length === 0) return compileRemembered(rule, only);
  return (row, out) => write(rule.apply(row.cellsAt(columns), row.number), out);
}

/** Whether the same cells give the same result: chance draws by the record's number. */
export function isRepeatable(expression: Expression): boolean {
  return ![...walk(expression)].some((node) => node.kind === 'call' && findFunction(node.name)?.needs === 'chance');
}

/** Whether a pattern is at work, whose steps are counted over all records: it must be evaluated once for each. */
export function usesPattern(expression: Expression): boolean {
  return [...walk(expression)].some(
    (node) => node.kind === 'call' && node.name === 'Replace' && node.slots[2]?.expression !== undefined,
  );
}

/** A cell that is copied as it is: no text is made of it. */
function compileCopy({ resolved, columns }: CompiledRule, { indexOf, empty }: ColumnLookup): WriteBytes {
  const column = indexOf(columns[0] ?? '') ?? -1;
  const ofNull = writeNull(resolved.empty);
  const refusesBlank = resolved.empty === 'error';
  const isEmpty = compileIsEmpty(empty);
  const isRefused = compileCheck(resolved);
  return (row, out) => {
    const { cut, bytes } = row;
    const start = cut.starts[column] ?? 0;
    const end = cut.ends[column] ?? 0;
    const marks = cut.marks[column] ?? 0;
    if (start === end || isEmpty(row, column, end - start)) return ofNull(row, out);
    if (refusesBlank && isBlank(row, column, bytes[start] ?? 0)) return Written.odd;
    if (isRefused?.(row, column) === true) return Written.odd;
    appendCell(out, bytes, start, end, marks, cut.quote);
    return Written.value;
  };
}

function writeNull(policy: CompiledRule['resolved']['empty']): WriteBytes {
  switch (policy) {
    case 'omit':
      return () => Written.nothing;
    case 'error':
      return () => Written.odd;
    case 'null':
    case 'blank':
      return (_, out) => {
        out.append(policy === 'null' ? NULL : BLANK);
        return Written.value;
      };
  }
}

/** Whether a cell that is not empty counts as such. */
function compileIsEmpty(empty: ReadonlySet<string>): (row: ByteRow, column: number, length: number) => boolean {
  if (empty.size === 0) return () => false;
  const lengths = new Set([...empty].map((text) => toBytes(text).length));
  return (row, column, length) =>
    (lengths.has(length) || ((row.cut.marks[column] ?? 0) & CellMark.doubled) !== 0) && empty.has(row.text(column));
}

/** Whether the cell is of blanks only; nearly always its first byte tells. */
function isBlank(row: ByteRow, column: number, first: number): boolean {
  return (first <= 0x20 || first >= 0x80) && row.text(column).trim() === '';
}

/** A rule over one column or none, whose results repeat with its cell. */
function compileRemembered(rule: CompiledRule, column: number | undefined): WriteBytes {
  const memo = new CellMemo();
  const columns = column === undefined ? [] : [column];
  return (row, out) => {
    const { bytes, cut } = row;
    // Without a column: an empty cell, always the same
    const start = column === undefined ? 0 : (cut.starts[column] ?? 0);
    const end = column === undefined ? 0 : (cut.ends[column] ?? 0);
    // The bytes of a cell with doubled quotes are not its text
    const isDoubled = column !== undefined && ((cut.marks[column] ?? 0) & CellMark.doubled) !== 0;
    const from = out.at;
    // Nothing is remembered as no bytes at all; JSON is never that
    if (!isDoubled && memo.recall(bytes, start, end, out)) return out.at === from ? Written.nothing : Written.value;
    const written = write(rule.apply(row.cellsAt(columns), row.number), out);
    if (!isDoubled && written !== Written.odd) memo.keep(bytes, start, end, out, from);
    return written;
  };
}

/** A rule that must not be evaluated twice on a record: its outcome is kept for whoever looks at the record again. */
function compileOnce(rule: CompiledRule, index: number, columns: readonly number[]): WriteBytes {
  return (row, out) => {
    const outcome = rule.apply(row.cellsAt(columns), row.number);
    row.noted[index] = outcome;
    return write(outcome, out);
  };
}

function write(outcome: RuleOutcome, out: ByteWriter): Written {
  if (outcome.kind === 'omitted') return Written.nothing;
  if (outcome.kind !== 'value') return Written.odd;
  out.appendText(outcome.json);
  return Written.value;
}
