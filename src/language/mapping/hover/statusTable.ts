import type { StatusResult, StatusTruthTable } from '../../../core/examine/statusTruthTable';
import type { Markdown } from '../../shared/markdown';
import { counting, code, joined, words, paragraphs, quotedCode, table } from '../../shared/markdown';

/** Maximum number of rows; the remaining ones are counted. */
const SHOWN = 20;

const RESULTS: Readonly<Record<StatusResult, Markdown>> = {
  true: words`enabled`,
  false: words`disabled`,
  omitted: words`left out`,
  excluded: words`record left out`,
  undecided: words`**undecided: not sent**`,
  problem: words`**error: not sent**`,
};

/** Results for which no record is sent. */
const NOT_SENT: ReadonlySet<StatusResult> = new Set(['undecided', 'problem']);

/** What each status in the extract does to an account; statuses that are not sent come first. */
export function statusTable({ columns, rows, unlisted }: StatusTruthTable): Markdown {
  const first = rows.filter((row) => NOT_SENT.has(row.result));
  const ordered = [...first, ...rows.filter((row) => !NOT_SENT.has(row.result))];
  const shown = ordered
    .slice(0, SHOWN)
    .map((row) => [
      ...row.cells.map((cell) => (cell === null ? words`*empty*` : quotedCode(cell, 40))),
      words`${row.count}`,
      RESULTS[row.result],
    ]);
  const further = ordered.length - shown.length;
  const rest = [
    further > 0 ? words`${further} more ${further === 1 ? words`value` : words`values`}` : words``,
    unlisted > 0 ? words`${counting(unlisted, words`record`)} with other values, too many to list` : words``,
  ].filter((part) => part !== '');
  const body = table([...columns.map((column) => code(column, 40)), words`records`, words`account`], shown);
  return rest.length === 0 ? body : paragraphs(body, words`${joined(rest, '; ')}.`);
}
