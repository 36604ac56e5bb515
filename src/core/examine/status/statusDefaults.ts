import { defineProblemKinds } from '../../problems/problemKind';
import { ANSWER_WORDS, STATUS_WORDS } from '../../profile/statusWords';
import { isDateText } from '../../profile/isDateText';
import type { FindingPlace } from '../findingAt';
import { findingAt, inFirstLine, listWords, recordCount } from '../findingAt';
import type { NamedTexts } from '../namedTexts';
import { isNamed } from '../namedTexts';
import type { StatusRow, StatusTruthTable } from '../statusTruthTable';
import type { ValueFinding } from '../valueFinding';
import { countRows, describeNamed, describeRows, describeSpelling, fold } from './describeStatuses';

export const [byDefault] = defineProblemKinds([
  {
    code: 'value.status.by-default',
    severity: 'information',
    title: 'Statuses decided only by the default',
    explanation:
      'Statuses become false, or one of a leaver becomes true, only because the rule does not name them. A new word in the system of record, or another spelling, would disable the accounts of everybody who has it. It is a warning if half of the people get the default, if the word means the opposite, or if it differs from a named one only in case or spaces.',
    remedy:
      'Name every status in a Switch without a default: then an unknown one is a problem and does not disable anybody.',
    authority: 'the extract',
    example: {
      wrong: 'active = IIF([Status] = "Active", "True", "False")  # the extract also holds "Leave" and "Retired"',
      right: 'active = Switch([Status], , "Active", "True", "Leave", "True", "Retired", "False")',
    },
  },
]);

/** Reports statuses that the rule decides by its default, if that may be a mistake. */
export function statusDefaults(
  table: StatusTruthTable,
  named: NamedTexts,
  place: FindingPlace,
): readonly ValueFinding[] {
  // A date is not a status word: a rule cannot name every date, and each one means the same
  const unnamed = unnamedRows(table, named).filter(({ cells: [cell] }) => !isDateText(cell ?? ''));
  const doubtful = unnamed.filter((row) => isDoubtful(row, unnamed, named));
  if (doubtful.length === 0) return [];
  const severity = isSevere(doubtful, table, named) ? 'warning' : byDefault.severity;
  return [findingAt(place, { ...byDefault, severity }, describeUnnamed(table, named, doubtful))];
}

/** Statuses of a single column that the rule decides without naming them. */
export function unnamedRows({ columns, rows }: StatusTruthTable, named: NamedTexts): readonly StatusRow[] {
  if (columns.length !== 1 || named.texts.length === 0) return [];
  return rows.filter(
    ({ result, cells }) => (result === 'false' || result === 'true') && !isNamed(named, cells[0] ?? ''),
  );
}

/**
 * Whether the default may be a mistake. A default of false is intended for a single unnamed status that is empty or
 * shows that the person has left; a default of true is doubtful only for a status that shows this.
 */
function isDoubtful({ cells: [cell], result }: StatusRow, unnamed: readonly StatusRow[], named: NamedTexts): boolean {
  const word = fold(cell ?? '');
  if (isMisspelt(cell, named)) return true;
  const says = STATUS_WORDS.get(word) ?? ANSWER_WORDS.get(word);
  if (result === 'true') return STATUS_WORDS.get(word) === false;
  const isLone = unnamed.filter((row) => row.result === 'false').length === 1;
  return !isLone || (word !== '' && says !== false);
}

/** Whether the mistake already has an effect, rather than only when a new word appears. */
function isSevere(doubtful: readonly StatusRow[], { rows }: StatusTruthTable, named: NamedTexts): boolean {
  const sum = (some: readonly StatusRow[]) => some.reduce((total, { count }) => total + count, 0);
  if (sum(doubtful) * 2 >= sum(rows) && sum(rows) > 1) return true;
  return doubtful.some(({ cells: [cell], result }) => {
    const says = STATUS_WORDS.get(fold(cell ?? ''));
    return isMisspelt(cell, named) || (says !== undefined && String(says) !== result);
  });
}

/** Whether a word differs from a named one only in case or spaces. */
function isMisspelt(cell: string | null | undefined, { texts }: NamedTexts): boolean {
  return cell !== null && cell !== undefined && texts.some((text) => text !== cell && fold(text) === fold(cell));
}

function describeUnnamed(table: StatusTruthTable, named: NamedTexts, rows: readonly StatusRow[]) {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const line = Math.min(...rows.map((row) => row.line));
  const results = listWords([...new Set(rows.map(({ result }) => result))], 'or');
  const verb = count === 1 ? 'becomes' : 'become';
  const warning = rows.some(({ result }) => result === 'false')
    ? ' A new word would disable accounts, too.'
    : ' A new word would enable accounts, too.';
  const describe = (statuses: string, spelling: string) =>
    `${recordCount(count)} ${verb} ${results} only by default, ${inFirstLine(count, line)}: ${statuses}.${describeNamed(named)}${spelling}${warning}`;
  const message = describe(countRows(table, rows), describeSpelling(rows, named, false));
  const withValues = describe(describeRows(table, rows), describeSpelling(rows, named, true));
  return { message, withValues, count, line, data: { columns: table.columns, unnamed: rows, named: named.texts } };
}
