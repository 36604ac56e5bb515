import { formatCount } from '../../../core/text/formatCount';
import type { StatusResult, StatusTruthTable } from '../../../core/examine/statusTruthTable';
import { code, quotedCode, table } from '../../shared/markdown';

/** Rows that are shown: what comes after them is counted. */
const SHOWN = 20;

const RESULTS: Readonly<Record<StatusResult, string>> = {
  true: 'enabled',
  false: 'disabled',
  omitted: 'left out',
  excluded: 'record left out',
  undecided: '**undecided: not sent**',
  problem: '**error: not sent**',
};

/** Of these no record is sent. */
const NOT_SENT: ReadonlySet<StatusResult> = new Set(['undecided', 'problem']);

/** What each status in the extract does to an account; those that are not sent first. */
export function statusTable({ columns, rows, unlisted }: StatusTruthTable): string {
  const first = rows.filter((row) => NOT_SENT.has(row.result));
  const ordered = [...first, ...rows.filter((row) => !NOT_SENT.has(row.result))];
  const shown = ordered
    .slice(0, SHOWN)
    .map((row) => [
      ...row.cells.map((cell) => (cell === null ? '*empty*' : quotedCode(cell, 40))),
      formatCount(row.count),
      RESULTS[row.result],
    ]);
  const further = ordered.length - shown.length;
  const rest = [
    further > 0 ? `${formatCount(further)} more ${further === 1 ? 'value' : 'values'}` : '',
    unlisted > 0 ? `${formatCount(unlisted)} records hold further values, too many to list` : '',
  ].filter((part) => part !== '');
  const body = table([...columns.map((column) => code(column, 40)), 'records', 'account'], shown);
  return rest.length === 0 ? body : `${body}\n\n${rest.join('; ')}.`;
}
