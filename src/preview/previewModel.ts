import { problemKindOf } from '../core/catalogue/problemKinds';
import type { CompiledMapping } from '../core/convert/compileMapping';
import type { RuleOutcome } from '../core/convert/compileRule';
import type { ConvertedRecord, ReadRecord } from '../core/convert/recordConverter';
import type { ValueOrigin } from '../core/convert/valueOrigins';
import { valueOrigins } from '../core/convert/valueOrigins';
import type { ExtractHeader } from '../core/csv/extractEvent';
import { extractProblems } from '../core/csv/extractProblemKinds';
import type { RecordProblem } from '../core/problems/problem';
import { textOf } from '../core/run/textOf';
import type { Span } from '../core/text/span';
import { layOut } from './layOut';
import { operationSpans } from './operationSpans';
import type { CellTrace, PreviewDetail, PreviewRow, RecordRemark, RuleTrace } from './previewState';

/**
 * A record in the list. A record that does not become an operation has the part of its id and name that its rules
 * produce.
 * @param request the number of the request that contains it
 */
export function previewRow(converted: ConvertedRecord, mapping: CompiledMapping, request: number): PreviewRow {
  if (converted.kind === 'operation') {
    const { record, line, externalId, displayName } = converted.operation;
    return { record, line, id: externalId, name: displayName ?? '', state: 'operation', note: `request ${request}` };
  }
  const { record } = converted;
  return {
    record: record.number,
    line: record.line,
    id: textOf('externalId', record, mapping) ?? '',
    name: textOf('displayName', record, mapping) ?? '',
    state: converted.kind,
    note: converted.kind === 'refused' ? (converted.problems[0]?.message ?? 'refused') : EXCLUDED[converted.reason],
  };
}

const EXCLUDED = { where: 'excluded by a condition', IgnoreObjectFlow: 'excluded by IgnoreObjectFlow' } as const;

/** A compiled mapping and its text. */
export interface ShownMapping {
  readonly compiled: CompiledMapping;
  readonly text: string;
}

/** Everything about one record: each cell and what it flows to, each rule and its result, and the operation. */
export function previewDetail(
  row: PreviewRow,
  { cells, number }: ReadRecord['record'],
  { columns }: ExtractHeader,
  mapping: ShownMapping,
  converted: ConvertedRecord,
): PreviewDetail {
  const origins = valueOrigins({ cells, number }, columns, mapping.compiled);
  // The text as in its request, formatted for reading
  const operation = converted.kind === 'operation' ? layOut(converted.operation.text) : '';
  const spans = operationSpans(
    operation,
    origins.map(({ rule }) => rule.resolved.path),
  );
  const rules = origins.map((origin, index) => ruleTrace(origin, mapping.text, spans[index]));
  return {
    row,
    cells: columns.map((column, index) => cellTrace(column, cells[index] ?? '', rules)),
    rules,
    operation,
    problems: converted.kind === 'refused' ? converted.problems.map((problem) => remarkOn(problem, rules)) : [],
  };
}

/**
 * A record as the extract has it, without a mapping.
 * @param cells all cells of the row; those beyond the columns are named by their number
 */
export function plainDetail(
  row: PreviewRow,
  cells: readonly string[],
  { columns }: ExtractHeader,
  problem: RecordProblem | undefined,
): PreviewDetail {
  const isCounted = problem?.code === extractProblems.fieldCount.code;
  const missing = isCounted ? columns.slice(cells.length) : [];
  return {
    row,
    cells: [
      ...cells.map((value, index) => plainCell(value, index, columns)),
      ...missing.map((column) => ({ column, value: '', paths: [], fault: 'missing' as const })),
    ],
    rules: [],
    operation: '',
    problems: problem === undefined ? [] : [remarkOn(problem, [])],
  };
}

function plainCell(value: string, index: number, columns: readonly string[]): CellTrace {
  const column = columns[index];
  if (column === undefined) return { column: `cell ${index + 1}`, value, paths: [], fault: 'extra' };
  return { column, value, paths: [] };
}

function cellTrace(column: string, value: string, rules: readonly RuleTrace[]): CellTrace {
  return { column, value, paths: rules.filter((rule) => rule.columns.includes(column)).map((rule) => rule.path) };
}

function ruleTrace({ rule, outcome }: ValueOrigin, mapping: string, span: Span | undefined): RuleTrace {
  const { expression, rule: written } = rule.resolved;
  return {
    ...traceOf(outcome),
    path: rule.label,
    expression: mapping.slice(expression.span.start, expression.span.end),
    columns: rule.columns,
    rule: written.span.start,
    ...(span === undefined ? {} : { span }),
  };
}

function traceOf(outcome: RuleOutcome): Pick<RuleTrace, 'result' | 'text'> {
  switch (outcome.kind) {
    case 'value':
      return { result: 'value', text: outcome.json };
    case 'problem':
      return { result: 'problem', text: outcome.reason };
    case 'excluded':
      return { result: 'excluded', text: 'leaves the record out' };
    case 'omitted':
      return { result: 'omitted', text: 'left out' };
  }
}

/** A problem of a rule concerns the cells that the rule reads. */
function remarkOn({ code, message, column, path, value }: RecordProblem, rules: readonly RuleTrace[]): RecordRemark {
  const rule = path === undefined ? -1 : rules.findIndex((own) => own.path === path);
  return {
    code,
    text: message,
    // The message of an unreadable row already says what to do
    remedy: rule < 0 ? '' : (problemKindOf(code)?.remedy ?? ''),
    columns: column === undefined ? (rules[rule]?.columns ?? []) : [column],
    ...(rule < 0 ? {} : { rule }),
    ...(value === undefined ? {} : { value }),
  };
}
