import type { StatusResult } from '../core/examine/statusTruthTable';
import type { ValueFindings } from '../core/examine/valueFinding';
import type { StatusChart, StatusMeaning } from '../preview/previewedProblems';

/** Maximum number of words in a chart; a column with more is not a column of statuses. */
const MAX_STATUSES = 40;

const MEANINGS: Readonly<Record<StatusResult, StatusMeaning>> = {
  true: 'enabled',
  false: 'disabled',
  omitted: 'unchanged',
  excluded: 'excluded',
  undecided: 'undecided',
  problem: 'failed',
};

/** The truth table of the rule for `active`, as the preview shows it; `undefined` if that rule does not read a column. */
export function statusChart({ statuses = [], records, isComplete }: ValueFindings): StatusChart | undefined {
  const [table] = statuses;
  if (table === undefined || table.rows.length === 0) return undefined;
  const rows = table.rows
    .slice(0, MAX_STATUSES)
    .map(({ cells, result, count, line }) => ({ words: cells, meaning: MEANINGS[result], count, line }));
  const listed = rows.reduce((sum, { count }) => sum + count, 0);
  const all = table.rows.reduce((sum, { count }) => sum + count, table.unlisted);
  return { columns: table.columns, rows, others: all - listed, records, isComplete };
}
