import type { ByteWriter } from '../../bytes/byteWriter';
import { CellMark } from '../../csv/byteTokenizer';
import { findFunction } from '../../expression/functions/table';
import type { Expression } from '../../expression/syntax';
import { walk } from '../../expression/syntax';
import type { ColumnLookup, CompiledRule, RuleOutcome } from '../compileRule';
import { MAX_RECORD_WORK } from '../applyRules';
import { mayBeRefused } from './byteCheck';
import type { ByteRow } from './byteRow';
import type { CellCopy } from './cellCopy';
import { compileCellCopy } from './cellCopy';
import { CellMemo } from './cellMemo';
import { doubting } from './doubting';
import type { AppendPlain } from './plain';
import { Plain } from './plain';
import { givesInstants } from './plainDate';
import { compilePlain, isAlwaysFree } from './plainText';
import type { WriteBytes } from './written';
import { Written } from './written';

/** How a rule is written. Nearly all rules copy a cell, which the resource writer does itself. */
export type ByteRule =
  { readonly kind: 'copy'; readonly copy: CellCopy } | { readonly kind: 'write'; readonly write: WriteBytes };

/** Text that JSON escapes, or whose case cannot be changed by flipping one bit. */
const NOT_PLAIN = CellMark.escapes | CellMark.doubled | CellMark.wide;
const QUOTE = 0x22;
const SPACE = 0x20;

/** Compiles a rule to a byte writer that is equivalent to `rule.apply`; `index` is the rule's index. */
export function compileByteRule(rule: CompiledRule, index: number, lookup: ColumnLookup): ByteRule {
  const { expression, type } = rule.resolved;
  const isText = type === 'string' || type === 'reference' || type === 'complex';
  if (expression.kind === 'attribute' && isText) return { kind: 'copy', copy: compileCellCopy(rule, lookup) };
  const unknown = mayBeRefused(rule.resolved) === undefined ? NOT_PLAIN : NOT_PLAIN | CellMark.doubtful;
  const isPlainType = isText || (type === 'dateTime' && givesInstants(expression));
  const plain = isPlainType && isAlwaysFree(expression) ? compilePlain(expression, { lookup, unknown }) : undefined;
  const write = compileText(rule, index, lookup);
  const whole = plain === undefined ? write : preferring(plain, rule, write);
  return { kind: 'write', write: doubting(rule.resolved, whole) };
}

/** Compiles a rule whose expression is evaluated on text. */
function compileText(rule: CompiledRule, index: number, lookup: ColumnLookup): WriteBytes {
  const { expression } = rule.resolved;
  const columns = rule.columns.map((column) => lookup.indexOf(column) ?? -1);
  if (usesPattern(expression)) return compileOnce(rule, index, columns);
  const [only, ...others] = columns;
  if (isRepeatable(expression) && others.length === 0) return compileCached(rule, index, only);
  return (row, out) => write(applied(rule, index, columns, row), row, out);
}

/**
 * Writes text that is assembled from plain bytes; falls back to `otherwise` if the value is unknown or may be refused.
 */
function preferring(plain: AppendPlain, { resolved }: CompiledRule, otherwise: WriteBytes): WriteBytes {
  const isDoubtful = mayBeRefused(resolved);
  const refusesBlank = resolved.empty === 'error';
  const omitsNull = resolved.empty === 'omit';
  return (row, out) => {
    const start = out.at;
    out.appendByte(QUOTE);
    const came = plain(row, out);
    if (came === Plain.text) {
      const { bytes, at } = out;
      const mayBeBlank = refusesBlank && bytes[start + 1] === SPACE;
      if (!mayBeBlank && isDoubtful?.(bytes, start + 1, at, 0) !== true) {
        out.appendByte(QUOTE);
        return Written.value;
      }
    }
    out.at = start;
    return came === Plain.nothing && omitsNull ? Written.nothing : otherwise(row, out);
  };
}

/** Whether the same cells always give the same result. Random functions depend on the record's number. */
export function isRepeatable(expression: Expression): boolean {
  return ![...walk(expression)].some((node) => node.kind === 'call' && findFunction(node.name)?.needs === 'random');
}

/**
 * Whether the expression uses a pattern. Pattern steps are counted over all records, so each record must be evaluated
 * exactly once.
 */
export function usesPattern(expression: Expression): boolean {
  return [...walk(expression)].some(
    (node) => node.kind === 'call' && node.name === 'Replace' && node.slots[2]?.expression !== undefined,
  );
}

/** Compiles a rule over at most one column, whose results are cached by cell. */
function compileCached(rule: CompiledRule, index: number, column: number | undefined): WriteBytes {
  const memo = new CellMemo();
  const columns = column === undefined ? [] : [column];
  return (row, out) => {
    const { view, cut } = row;
    // A rule without a column is treated as having an empty cell
    const start = column === undefined ? 0 : (cut.starts[column] ?? 0);
    const end = column === undefined ? 0 : (cut.ends[column] ?? 0);
    // The bytes of a cell with doubled quotes differ from its text
    const isDoubled = column !== undefined && ((cut.marks[column] ?? 0) & CellMark.doubled) !== 0;
    const from = out.at;
    // An omitted value is cached as zero bytes, which no JSON value has
    if (!isDoubled && memo.recall(view, start, end, out)) return out.at === from ? Written.nothing : Written.value;
    const outcome = applied(rule, index, columns, row);
    const written = write(outcome, row, out);
    // Outcomes with a cost are not cached, because the cost counts for each record
    if (!isDoubled && written !== Written.odd && outcome.cost === undefined) memo.keep(view, start, end, out, from);
    return written;
  };
}

/** Compiles a rule that must not be evaluated twice on a record: its outcome is kept for a second pass. */
function compileOnce(rule: CompiledRule, index: number, columns: readonly number[]): WriteBytes {
  return (row, out) => {
    const outcome = applied(rule, index, columns, row);
    row.noted[index] = outcome;
    return write(outcome, row, out);
  };
}

/** Applies a rule. Keeps an outcome that has a cost, because evaluating it again would count the cost twice. */
function applied(rule: CompiledRule, index: number, columns: readonly number[], row: ByteRow): RuleOutcome {
  const outcome = rule.apply(row.cellsAt(columns), row.number);
  if (outcome.cost !== undefined) {
    row.noted[index] = outcome;
    row.work += outcome.cost;
  }
  return outcome;
}

function write(outcome: RuleOutcome, row: ByteRow, out: ByteWriter): Written {
  if (row.work > MAX_RECORD_WORK) return Written.odd;
  if (outcome.kind === 'omitted') return Written.nothing;
  if (outcome.kind !== 'value') return Written.odd;
  out.appendText(outcome.json);
  return Written.value;
}
