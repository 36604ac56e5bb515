import type { Expression } from '../expression/syntax';
import { isTrue } from '../expression/truth';
import { EvaluationError } from '../expression/value';
import { WorkBudget } from '../expression/limits/workBudget';
import type { RecordProblem } from '../problems/problem';
import type { ProblemKind } from '../problems/problemKind';
import { recordProblemOf } from '../problems/problemKind';
import { NearestNames } from '../text/nearest';
import { allColumnUses } from '../mapping/model/columns';
import { applyRules, MAX_RECORD_WORK } from './applyRules';
import type { Cells, ColumnLookup, CompiledRule, RuleOutcome } from './compileRule';
import { compileOverColumns, compileRule } from './compileRule';
import type { LoadedMapping } from '../mapping/loadMapping';
import type { MappingModel } from '../mapping/model/model';
import type { PlanMoment } from './planMoment';
import { contextsOf } from './planMoment';
import { recordProblems } from './recordProblems';
import { valueWarnings } from './valueWarnings';

/** The part of an extract's record that a mapping needs. */
export interface MappedRecord {
  /** From 1; the header does not count. */
  readonly number: number;
  /** The physical line on which it begins, from 1. */
  readonly line: number;
  readonly cells: Cells;
}

/** What a mapping turns a record into. */
export type RecordOutcome =
  | {
      readonly kind: 'operation';
      /** Warnings about values that are sent anyway. Absent if there are none. */
      readonly warnings?: readonly RecordProblem[];
    }
  | { readonly kind: 'excluded'; readonly reason: 'where' | 'IgnoreObjectFlow' }
  | { readonly kind: 'refused'; readonly problems: readonly RecordProblem[] };

/** A mapping compiled for the columns of one extract. A pure function: the same record gives the same bytes. */
export interface CompiledMapping {
  readonly rules: readonly CompiledRule[];
  /** Whether the conditions admit the record. A condition that fails to evaluate is a problem of the record. */
  readonly admit: (record: MappedRecord) => Admission;
  /** The outcome of an admitted record, given the outcomes of all rules by index into `rules`. */
  readonly conclude: (record: MappedRecord, outcomes: readonly RuleOutcome[]) => RecordOutcome;
  /** The outcomes of all rules for a record, by index into `rules`; used to show cells next to their results. */
  readonly trace: (record: Pick<MappedRecord, 'number' | 'cells'>) => readonly RuleOutcome[];
}

/** The decision of a mapping's conditions for a record. */
type Admission =
  | { readonly kind: 'admitted' }
  /** `condition` is the first that does not hold. */
  | { readonly kind: 'excluded'; readonly condition: Expression }
  | { readonly kind: 'refused'; readonly problem: RecordProblem };

export type Compilation = { readonly mapping: CompiledMapping } | { readonly problems: readonly RecordProblem[] };

/**
 * Compiles a mapping for an extract with these columns. Columns that the mapping reads but the extract lacks are
 * reported together (`map.column.missing`).
 * @param loaded a mapping without errors
 * @param moment the input of time and random functions; without it, such functions are errors of the record
 */
export function compileMapping(loaded: LoadedMapping, columns: readonly string[], moment?: PlanMoment): Compilation {
  const missing = missingColumns(loaded, columns);
  return missing.length > 0 ? { problems: missing } : { mapping: compileModel(loaded.model, columns, moment) };
}

/** Like {@link compileMapping}, for a model that is known to have no errors and to read only these columns. */
export function compileModel(model: MappingModel, columns: readonly string[], moment?: PlanMoment): CompiledMapping {
  const places = new Map(columns.map((column, index) => [column, index]));
  const lookup = { indexOf: (column: string) => places.get(column), empty: new Set(model.source.empty) };
  const budget = new WorkBudget();
  const rules = model.rules.map((rule, place) =>
    compileRule(rule, lookup, contextsOf(rule.expression, place, moment), budget),
  );
  const admit = compileConditions(model.conditions, lookup, moment, budget);
  const trace: CompiledMapping['trace'] = ({ number, cells }) => applyRules(rules, cells, number);
  const findDoubtful = valueWarnings(rules);
  const conclude: CompiledMapping['conclude'] = (record, outcomes) => {
    if (outcomes.some((outcome) => outcome.kind === 'excluded'))
      return { kind: 'excluded', reason: 'IgnoreObjectFlow' };
    const problems = rules.flatMap((rule, index) => problemOf(rule, outcomes[index], record));
    if (problems.length > 0) return { kind: 'refused', problems };
    const warnings = findDoubtful(outcomes, record);
    return warnings === undefined ? OPERATION : { kind: 'operation', warnings };
  };
  return { rules, admit, conclude, trace };
}

const OPERATION: RecordOutcome = { kind: 'operation' };
const ADMITTED: Admission = { kind: 'admitted' };

function compileConditions(
  expressions: readonly Expression[],
  lookup: ColumnLookup,
  moment: PlanMoment | undefined,
  budget: WorkBudget,
): CompiledMapping['admit'] {
  const conditions = expressions.map((condition) => ({
    condition,
    evaluate: compileOverColumns(condition, lookup, budget),
    contextOf: contextsOf(condition, -1, moment),
  }));
  return (record) => {
    let work = 0;
    for (const { condition, evaluate, contextOf } of conditions) {
      try {
        if (!isTrue(evaluate(record.cells, contextOf(record.number)))) return { kind: 'excluded', condition };
      } catch (error) {
        if (!(error instanceof EvaluationError)) throw error;
        const kind = error.code === 'E_SIZE' ? recordProblems.tooLarge : recordProblems.failedExpression;
        return refuse(kind, `where: ${error.message}`, condition, record);
      }
      work += budget.cost;
      if (work > MAX_RECORD_WORK) return refuse(recordProblems.tooMuchWork, TOO_MUCH_WORK, condition, record);
    }
    return ADMITTED;
  };
}

const TOO_MUCH_WORK =
  'where: up to this condition the conditions make more than 4 MiB of text for the record. Shorten texts with Left before passing them to other functions.';

function refuse(kind: ProblemKind, message: string, condition: Expression, record: MappedRecord): Admission {
  return { kind: 'refused', problem: recordProblemOf(kind, 'row', message, { ...at(record), rule: condition.span }) };
}

function at(record: MappedRecord) {
  return { record: record.number, line: record.line };
}

function problemOf(
  rule: CompiledRule,
  outcome: RuleOutcome | undefined,
  record: MappedRecord,
): readonly RecordProblem[] {
  if (outcome?.kind !== 'problem') return [];
  const [column, ...others] = rule.columns;
  return [
    recordProblemOf(outcome, 'row', `${rule.label}: ${outcome.reason}`, {
      ...at(record),
      path: rule.label,
      rule: rule.resolved.rule.span,
      ...(column === undefined || others.length > 0 ? {} : { column }),
      ...(outcome.value === undefined ? {} : { value: outcome.value }),
    }),
  ];
}

function missingColumns({ parsed, model }: LoadedMapping, columns: readonly string[]): readonly RecordProblem[] {
  const known = new Set(columns);
  const missing = new Map(
    allColumnUses(parsed.tree, model)
      .filter(({ column }) => !known.has(column))
      .map((use) => [use.column, use.span]),
  );
  const names = new NearestNames(columns);
  return [...missing].map(([column, span]) => {
    const meant = names.of(column);
    const offer = meant === undefined ? ' Correct the name, or export the column.' : ` Did you mean [${meant}]?`;
    const message = `The mapping reads column [${column}], which is not in the extract.${offer}`;
    return recordProblemOf(recordProblems.missingColumn, 'fatal', message, { column, rule: span });
  });
}
