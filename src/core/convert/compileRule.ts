import type { ResolveAttribute } from '../expression/compile';
import { compileExpression } from '../expression/compile';
import type { Evaluate } from '../expression/functions/functionEntry';
import type { Expression } from '../expression/syntax';
import { asText, EvaluationError, isDirective } from '../expression/value';
import type { EvaluationErrorCode, Value } from '../expression/value';
import { underBudget, WorkBudget } from '../expression/limits/workBudget';
import { detached } from '../text/detached';
import { formatAttributePath } from '../scim/attributePath';
import { columnsOf } from '../mapping/model/columns';
import { convertValue } from '../mapping/model/convertValue';
import type { EmptyPolicy, ResolvedRule } from '../mapping/model/model';
import { valueProblems } from '../mapping/model/valueProblems';
import type { ProblemCode } from '../problems/problemCode';
import type { ProblemKind } from '../problems/problemKind';
import type { ContextOf } from './planMoment';
import { recordProblems } from './recordProblems';
import type { ValueCheck } from './valueCheck';
import { valueCheckOf } from './valueCheck';

/** The cells of one record, in header order. */
export type Cells = readonly string[];

/** The result of a rule for a record. */
export type RuleOutcome = (
  | { readonly kind: 'value'; readonly json: string }
  | { readonly kind: 'omitted' }
  /** `IgnoreObjectFlow`: the record is left out. */
  | { readonly kind: 'excluded' }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly reason: string; readonly value?: string }
) & {
  /**
   * The work beyond the free part. Absent for nearly all outcomes; an outcome that has it is kept, so that the rule is
   * not evaluated again.
   */
  readonly cost?: number;
};

export interface CompiledRule {
  readonly resolved: ResolvedRule;
  /** The path as written in a mapping. */
  readonly label: string;
  /** The distinct columns that it reads. */
  readonly columns: readonly string[];
  /** @param record the record's number, the seed of random values */
  readonly apply: (cells: Cells, record: number) => RuleOutcome;
}

/** The index of each column, and the texts that count as empty. */
export interface ColumnLookup {
  readonly indexOf: (column: string) => number | undefined;
  readonly empty: ReadonlySet<string>;
}

const OMITTED: RuleOutcome = { kind: 'omitted' };
const EXCLUDED: RuleOutcome = { kind: 'excluded' };

/** The outcome for null, by policy; `error` is handled earlier. */
const OF_NULL: Readonly<Record<EmptyPolicy, RuleOutcome>> = {
  omit: OMITTED,
  null: { kind: 'value', json: 'null' },
  blank: { kind: 'value', json: '""' },
  error: OMITTED,
};

/**
 * Compiles an expression over cells; an empty cell is null. The columns must exist.
 * @param budget shared by all expressions that are evaluated on the same records
 */
export function compileOverColumns(
  expression: Expression,
  { indexOf, empty }: ColumnLookup,
  budget = new WorkBudget(),
): Evaluate<Cells> {
  const resolve: ResolveAttribute<Cells> = (name) => {
    const index = indexOf(name);
    if (index === undefined) throw new Error(`column ${name} was compiled before it was checked`);
    return (cells) => {
      const cell = cells[index];
      return cell === undefined || cell === '' || empty.has(cell) ? null : cell;
    };
  };
  const places = columnsOf(expression).map(({ column }) => indexOf(column) ?? -1);
  const evaluate = compileExpression(expression, resolve, { meter: budget.meter });
  return underBudget(evaluate, budget, (cells) =>
    places.reduce((length, place) => length + (cells[place]?.length ?? 0), 0),
  );
}

/** Compiles a rule to a function of the cells of a record. */
export function compileRule(
  resolved: ResolvedRule,
  lookup: ColumnLookup,
  contextOf: ContextOf,
  budget = new WorkBudget(),
): CompiledRule {
  const evaluate = compileOverColumns(resolved.expression, lookup, budget);
  const check = valueCheckOf(resolved);
  const columns = [...new Set(columnsOf(resolved.expression).map((use) => use.column))];
  const filledCell = (cells: Cells) =>
    columns
      .map((column) => cells[lookup.indexOf(column) ?? -1])
      .find((cell) => cell !== undefined && cell.trim() !== '' && !lookup.empty.has(cell));
  const outcomeOf = (cells: Cells, record: number): RuleOutcome => {
    try {
      const value = evaluate(cells, contextOf(record));
      return isMissing(value, resolved)
        ? refuseMissing(resolved, filledCell(cells))
        : toOutcome(value, resolved, check);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      return failedOutcome(error);
    }
  };
  return {
    resolved,
    label: formatAttributePath(resolved.path),
    columns,
    apply: (cells, record) => {
      const outcome = withShortValue(outcomeOf(cells, record));
      return budget.cost === 0 ? outcome : { ...outcome, cost: budget.cost };
    },
  };
}

/** The maximum length at which a refused value is kept: every record may have a problem. */
const MAX_SHOWN = 1024;

function withShortValue(outcome: RuleOutcome): RuleOutcome {
  if (outcome.kind !== 'problem' || outcome.value === undefined || outcome.value.length <= MAX_SHOWN) return outcome;
  return { ...outcome, value: `${detached(outcome.value.slice(0, MAX_SHOWN))}…` };
}

function failedOutcome({ code, message, value }: EvaluationError): RuleOutcome {
  const kind = kindOfError(code);
  const remedy = code === 'E_DATE' ? ' State the format of the extract, or correct the date.' : '';
  const problem = { kind: 'problem' as const, code: kind.code, reason: `${message}${remedy} (${code})` };
  return value === undefined ? problem : { ...problem, value };
}

/** The kind of problem for a record whose expression fails. */
function kindOfError(code: EvaluationErrorCode): ProblemKind {
  if (code === 'E_DATE') return valueProblems.invalidDate;
  return code === 'E_SIZE' ? recordProblems.tooLarge : recordProblems.failedExpression;
}

/** Whether a required attribute gets no value: null, or only spaces. */
function isMissing(value: Value, rule: ResolvedRule): boolean {
  return rule.empty === 'error' && (value === null || (typeof value === 'string' && value.trim() === ''));
}

/**
 * The problem of a record that lacks a required value.
 * @param cell a non-empty cell that the rule reads but has no value for
 */
function refuseMissing({ path, type }: ResolvedRule, cell: string | undefined): RuleOutcome {
  if (cell !== undefined) {
    const reason =
      'The rule gives no value for this cell, and a record without it is not sent. Use Switch to decide what the word means.';
    const { code } = type === 'boolean' ? valueProblems.unknownBoolean : recordProblems.missing;
    return { kind: 'problem', code, reason, value: cell };
  }
  const isId = path.urn === undefined && path.attribute === 'externalId';
  return {
    kind: 'problem',
    code: (isId ? recordProblems.missingId : recordProblems.missing).code,
    reason: 'The cell is empty, and a record without this value is not sent.',
  };
}

function toOutcome(value: Value, rule: ResolvedRule, check: ValueCheck | undefined): RuleOutcome {
  if (value === null) return OF_NULL[rule.empty];
  if (isDirective(value)) return value.directive === 'IgnoreObjectFlow' ? EXCLUDED : OMITTED;
  const refused = check?.(asText(value) ?? '');
  if (refused !== undefined) return { kind: 'problem', ...refused, value: asText(value) ?? '' };
  const conversion = convertValue(value, rule.type);
  if ('json' in conversion) return { kind: 'value', json: conversion.json };
  return { kind: 'problem', ...conversion, value: asText(value) ?? '' };
}
