import { asksForActive } from '../../profile/statusColumns';
import { isDateText } from '../../profile/isDateText';
import { ANSWER_WORDS, STATUS_WORDS } from '../../profile/statusWords';
import { defineProblemKinds } from '../../problems/problemKind';
import { opposesActive } from '../../text/opposesActive';
import type { FindingPlace } from '../findingAt';
import { findingAt, recordCount } from '../findingAt';
import type { NamedTexts } from '../namedTexts';
import type { StatusRow, StatusTruthTable } from '../statusTruthTable';
import type { ValueFinding } from '../valueFinding';
import { countRows, describeNamed, describeRows, describeSpelling, fold } from './describeStatuses';
import { unnamedRows } from './statusDefaults';

export const [allDisabled] = defineProblemKinds([
  {
    code: 'value.status.all-disabled',
    severity: 'warning',
    title: 'Everybody becomes inactive',
    explanation:
      'The rule for "active" gives false for every record of the extract that is sent: Entra would disable the accounts of all of them. It is information if the rule names each status, or each means that somebody has left: an extract may contain only leavers.',
    remedy: 'Compare the words in the rule with those in the column; texts are compared exactly.',
    authority: 'the extract',
    example: {
      wrong: 'active = Switch([Status], "False", "Active", "True")  # the extract holds "Employed"',
      right: 'active = Switch([Status], , "Employed", "True")',
    },
  },
]);

/** Reports a rule that makes everybody inactive. */
export function everybodyDisabled(
  table: StatusTruthTable,
  named: NamedTexts,
  place: FindingPlace,
): readonly ValueFinding[] {
  const rows = disabledRows(table);
  if (rows === undefined) return [];
  const unnamed = new Set(unnamedRows(table, named).filter(({ cells: [cell] }) => !isDateText(cell ?? '')));
  const isMeant = rows.every((row) => saysLeft(row, table) || (named.texts.length > 0 && !unnamed.has(row)));
  const severity = isMeant ? 'information' : allDisabled.severity;
  return [findingAt(place, { ...allDisabled, severity }, describeEverybody(table, named, rows, [...unnamed]))];
}

/** The rows that the rule decides, if it disables all of them; otherwise `undefined`. */
function disabledRows({ rows, unlisted }: StatusTruthTable): readonly StatusRow[] | undefined {
  const decided = rows.filter(({ result }) => result !== 'excluded');
  return decided.length > 0 && unlisted === 0 && decided.every(({ result }) => result === 'false')
    ? decided
    : undefined;
}

/** Whether the status itself shows that a person has left. */
function saysLeft({ cells: [cell] }: StatusRow, { columns: [column = '', ...others] }: StatusTruthTable): boolean {
  if (others.length > 0) return false;
  const word = fold(cell ?? '');
  const answer = ANSWER_WORDS.get(word);
  if (answer !== undefined && opposesActive(column)) return answer;
  if (answer !== undefined && asksForActive(column)) return !answer;
  return STATUS_WORDS.get(word) === false;
}

function describeEverybody(
  table: StatusTruthTable,
  named: NamedTexts,
  rows: readonly StatusRow[],
  unnamed: readonly StatusRow[],
) {
  const count = table.unlisted + rows.reduce((sum, row) => sum + row.count, 0);
  const line = Math.min(...rows.map((row) => row.line));
  const subject = count === 1 ? 'The only record' : `All ${recordCount(count)}`;
  const byDefault = (showsValues: boolean) =>
    unnamed.length === 0
      ? ''
      : `${describeNamed(named)}${describeSpelling(unnamed, named, showsValues)} A new word would disable accounts, too.`;
  const describe = (statuses: string, showsValues: boolean) =>
    `${subject} that would be sent ${count === 1 ? 'becomes' : 'become'} inactive, and Entra would disable ${count === 1 ? 'the account' : 'all of their accounts'}: ${statuses}.${byDefault(showsValues)}`;
  const [message, withValues] = [describe(countRows(table, rows), false), describe(describeRows(table, rows), true)];
  const open = unnamed.length === 0 ? {} : { unnamed, named: named.texts };
  return { message, withValues, count, line, data: { columns: table.columns, ...open } };
}
