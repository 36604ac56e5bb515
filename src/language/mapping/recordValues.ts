import type { ExplainedStep } from '../../core/expression/explain';
import { explainExpression } from '../../core/expression/explain';
import type { Expression } from '../../core/expression/syntax';
import { isTrue } from '../../core/expression/truth';
import { EvaluationError } from '../../core/expression/value';
import { columnsOf } from '../../core/mapping/model/columns';
import type { MappedRecord } from '../../core/convert/compileMapping';
import { RecordWork } from '../../core/convert/applyRules';
import type { Cells, ColumnLookup, RuleOutcome } from '../../core/convert/compileRule';
import { compileOverColumns, compileRule } from '../../core/convert/compileRule';
import { contextsOf } from '../../core/convert/planMoment';
import type { Rule, Where } from '../../core/mapping/syntax/syntax';
import type { Span } from '../../core/text/span';
import type { MappingDocument } from './document/mappingDocument';

/** The outcome of a condition for a record. */
export type ConditionOutcome = { readonly kept: boolean } | { readonly problem: string };

/**
 * The outcomes of a mapping's rules and conditions for the current record. A result is `undefined` if the statement has
 * errors or reads a column that is not in the extract.
 */
export interface RecordValues {
  readonly record: MappedRecord;
  readonly ofRule: (rule: Rule) => RuleOutcome | undefined;
  readonly ofWhere: (where: Where) => ConditionOutcome | undefined;
  /** The steps of evaluating the statement's whole expression. */
  readonly stepsOf: (statement: Rule | Where) => ExplainedStep | undefined;
}

/** Cached for each document, so that scrolling and hovering evaluate nothing twice. */
const known = new WeakMap<MappingDocument, RecordValues>();

/** `undefined` if no record is known. */
export function recordValues(document: MappingDocument): RecordValues | undefined {
  const { columns, extract } = document.knowledge;
  if (columns === undefined || extract?.record === undefined) return undefined;
  const values = known.get(document) ?? evaluateOn(document, extract.record, columns);
  known.set(document, values);
  return values;
}

function evaluateOn(
  { loaded, knowledge }: MappingDocument,
  record: MappedRecord,
  columns: readonly string[],
): RecordValues {
  const places = new Map(columns.map((column, index) => [column, index]));
  const lookup: ColumnLookup = {
    indexOf: (column) => places.get(column),
    empty: new Set(loaded.model.source.empty),
  };
  const moment = knowledge.extract?.moment;
  const work = new RecordWork();
  const rules = new Map(loaded.model.rules.map((resolved, place) => [resolved.rule, { resolved, place }]));
  const hasErrors = spansWithErrors(loaded.problems);
  const isReady = (expression: Expression, where: Span) =>
    !hasErrors(where) && columnsOf(expression).every(({ column }) => places.has(column));
  return {
    record,
    ofRule: remembered((rule) => {
      const found = rules.get(rule);
      if (found === undefined || !isReady(found.resolved.expression, rule.span)) return undefined;
      const { resolved, place } = found;
      const compiled = compileRule(resolved, lookup, contextsOf(resolved.expression, place, moment));
      return work.apply(compiled, record.cells, record.number);
    }),
    ofWhere: remembered(({ condition, span }) => {
      if (condition === undefined || !isReady(condition, span)) return undefined;
      const evaluate = compileOverColumns(condition, lookup);
      try {
        return { kept: isTrue(evaluate(record.cells, contextsOf(condition, -1, moment)(record.number))) };
      } catch (error) {
        if (!(error instanceof EvaluationError)) throw error;
        return { problem: `${error.message} (${error.code})` };
      }
    }),
    stepsOf: remembered((statement) => {
      const [expression, place] =
        statement.kind === 'where'
          ? [statement.condition, -1]
          : [statement.expression, rules.get(statement)?.place ?? -1];
      if (expression === undefined || !isReady(expression, statement.span)) return undefined;
      const context = contextsOf(expression, place, moment)(record.number);
      return explainExpression(expression, (name) => readColumn(name, lookup), record.cells, context);
    }),
  };
}

/** Reads the cell of a column as expressions see it: null if it is empty. */
function readColumn(name: string, { indexOf, empty }: ColumnLookup): (cells: Cells) => string | null {
  const index = indexOf(name);
  return (cells) => {
    const cell = cells[index ?? -1];
    return cell === undefined || cell === '' || empty.has(cell) ? null : cell;
  };
}

/** Reported at the first line for the mapping as a whole, so it does not concern a rule there. */
const OF_THE_WHOLE = 'mapping.missing-rule';

/** Returns a test of whether an error lies in a range. The problems must be in the order of the text. */
function spansWithErrors(problems: MappingDocument['loaded']['problems']): (where: Span) => boolean {
  const starts = problems
    .filter(({ severity, code }) => severity === 'error' && code !== OF_THE_WHOLE)
    .map((problem) => problem.span.start);
  return ({ start, end }) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (starts[low] ?? Infinity) <= end;
  };
}

function remembered<Key extends object, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    const known = answers.get(key) ?? { answer: answer(key) };
    answers.set(key, known);
    return known.answer;
  };
}
