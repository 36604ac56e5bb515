import type { ExtractHeader } from '../core/csv/extractEvent';
import type { CompiledMapping, MappedRecord } from '../core/convert/compileMapping';
import type { RuleOutcome } from '../core/convert/compileRule';
import type { RecordProblem } from '../core/problems/problem';
import type { Plan, PlannedRecord } from '../core/run/plan';
import { layOut, operationTextAt } from './operationText';
import type { CellTrace, PreviewDetail, PreviewRow, Remark, RuleTrace } from './previewState';

/** The rows of the preview, in the order of the extract. */
export function previewRows(plan: Plan): readonly PreviewRow[] {
  return plan.records.map(({ record, line, externalId, displayName, fate }) => ({
    record,
    line,
    id: externalId ?? '',
    name: displayName ?? '',
    state: fate.kind,
    note: noteOf(fate),
  }));
}

function noteOf(fate: PlannedRecord['fate']): string {
  switch (fate.kind) {
    case 'operation':
      return `request ${fate.batch}`;
    case 'refused':
      return fate.problems[0]?.message ?? 'refused';
    case 'excluded':
      return fate.reason === 'where' ? 'excluded by a condition' : 'excluded by IgnoreObjectFlow';
  }
}

/** Everything about one record: each cell and what it goes into, each rule and what it gives, and the operation. */
export function previewDetail(
  row: PreviewRow,
  record: MappedRecord,
  header: ExtractHeader,
  mapping: CompiledMapping,
  plan: Plan,
): PreviewDetail {
  const planned = plan.records.find((candidate) => candidate.record === record.number);
  const outcomes = mapping.trace(record);
  const rules = mapping.rules.map((rule, index) => ({
    ...traceOf(outcomes[index]),
    path: rule.label,
    columns: rule.columns,
    rule: rule.resolved.rule.span.start,
  }));
  return {
    row,
    cells: header.columns.map((column, index) => cellTrace(column, record.cells[index] ?? '', rules)),
    rules,
    operation: planned === undefined ? '' : operationText(planned, plan),
    problems: planned?.fate.kind === 'refused' ? planned.fate.problems.map((problem) => remarkOn(problem, rules)) : [],
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

function traceOf(outcome: RuleOutcome | undefined): Pick<RuleTrace, 'result' | 'text'> {
  switch (outcome?.kind) {
    case 'value':
      return { result: 'value', text: outcome.json };
    case 'problem':
      return { result: 'problem', text: outcome.reason };
    case 'excluded':
      return { result: 'excluded', text: 'leaves the record out' };
    case 'omitted':
    case undefined:
      return { result: 'omitted', text: 'left out' };
  }
}

/** The operation as its request has it, set out on lines for reading. */
function operationText({ record, fate }: PlannedRecord, plan: Plan): string {
  if (fate.kind !== 'operation') return '';
  const batch = plan.batches.find((candidate) => candidate.number === fate.batch);
  const index = batch?.members.findIndex((sent) => sent.record === record) ?? -1;
  if (batch === undefined || index < 0) throw new Error(`record ${record} is not in its batch`);
  return layOut(operationTextAt(batch.body, index));
}

/** A problem of a rule concerns the cells that the rule reads. */
function remarkOn({ message, column, path, value }: RecordProblem, rules: readonly RuleTrace[]): Remark {
  const columns = column === undefined ? (rules.find((rule) => rule.path === path)?.columns ?? []) : [column];
  return { text: message, columns, ...(value === undefined ? {} : { value }) };
}
