import type { CompiledMapping } from '../core/convert/compileMapping';
import type { RuleOutcome } from '../core/convert/compileRule';
import type { ConvertedRecord, ReadRecord } from '../core/convert/recordConverter';
import { valueOrigins } from '../core/convert/valueOrigins';
import type { ExtractHeader } from '../core/csv/extractEvent';
import type { RecordProblem } from '../core/problems/problem';
import { textOf } from '../core/run/textOf';
import { layOut } from './layOut';
import type { CellTrace, PreviewDetail, PreviewRow, Remark, RuleTrace } from './previewState';

/**
 * A record in the list. One that becomes no operation is still known by as much of its id and name as its rules give.
 * @param request the number of the one that it goes in
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

/** Everything about one record: each cell and what it goes into, each rule and what it gives, and the operation. */
export function previewDetail(
  row: PreviewRow,
  { cells, number }: ReadRecord['record'],
  { columns }: ExtractHeader,
  mapping: CompiledMapping,
  converted: ConvertedRecord,
): PreviewDetail {
  const rules = valueOrigins({ cells, number }, columns, mapping).map(({ rule, outcome }) => ({
    ...traceOf(outcome),
    path: rule.label,
    columns: rule.columns,
    rule: rule.resolved.rule.span.start,
  }));
  return {
    row,
    cells: columns.map((column, index) => cellTrace(column, cells[index] ?? '', rules)),
    rules,
    // As its request has it, set out on lines for reading
    operation: converted.kind === 'operation' ? layOut(converted.operation.text) : '',
    problems: converted.kind === 'refused' ? converted.problems.map((problem) => remarkOn(problem, rules)) : [],
  };
}

/**
 * A record as the extract has it, which no rule reads.
 * @param cells as many as the row has: those beyond the columns are named by their number
 */
export function plainDetail(
  row: PreviewRow,
  cells: readonly string[],
  { columns }: ExtractHeader,
  problem: RecordProblem | undefined,
): PreviewDetail {
  return {
    row,
    cells: cells.map((value, index) => cellTrace(columns[index] ?? `cell ${index + 1}`, value, [])),
    rules: [],
    operation: '',
    problems: problem === undefined ? [] : [remarkOn(problem, [])],
  };
}

function cellTrace(column: string, value: string, rules: readonly RuleTrace[]): CellTrace {
  return { column, value, paths: rules.filter((rule) => rule.columns.includes(column)).map((rule) => rule.path) };
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
function remarkOn({ message, column, path, value }: RecordProblem, rules: readonly RuleTrace[]): Remark {
  const columns = column === undefined ? (rules.find((rule) => rule.path === path)?.columns ?? []) : [column];
  return { text: message, columns, ...(value === undefined ? {} : { value }) };
}
