import { columnsOf } from '../../mapping/model/columns';
import { daysBefore } from '../../profile/daysBefore';
import { asksForActive, isLeavingDate, mayBeLeavingDate } from '../../profile/statusColumns';
import { ANSWER_WORDS, STATUS_WORDS } from '../../profile/statusWords';
import type { ColumnProfile } from '../../profile/extractProfile';
import { defineProblemKinds } from '../../problems/problemKind';
import { opposesActive } from '../../text/opposesActive';
import { findingAt, listWords, placeOfRule } from '../findingAt';
import type { ValueRule } from '../valueRule';

const [constant] = defineProblemKinds([
  {
    code: 'value.status.constant',
    severity: 'warning',
    title: 'The same status for everybody',
    explanation:
      'The rule for "active" does not read a column, although the extract has one that says who is active. With True nobody is ever disabled, and people who were disabled on purpose are enabled again; with False everybody is disabled. It is information if a condition reads that column.',
    remedy: 'Set "active" from the column, with a Switch that names its words.',
    authority: 'the extract',
    example: {
      wrong: 'active = "True"  # the extract has a column Status with "Active" and "Left"',
      right: 'active = Switch([Status], , "Active", "True", "Left", "False")',
    },
  },
]);

/** Maximum number of distinct values in a status column. */
const MAX_VALUES = 20;

/** Maximum number of columns that are listed. */
const MAX_LISTED = 3;

/** Reports a constant for `active` if there are columns that show who is active. */
export const constantStatus: ValueRule = {
  kinds: [constant],
  start: ({ loaded, mapping, now }) => {
    const rule = mapping.rules.find(({ label }) => label === 'active');
    if (rule === undefined || rule.columns.length > 0) return undefined;
    const { expression } = rule.resolved;
    if (expression.kind === 'call' && expression.name === 'IgnoreFlowIfNullOrEmpty') return undefined;
    return {
      finish: ({ profile }) => {
        const dayOf = daysBefore(now);
        const hasPastDay = ({ values }: ColumnProfile) => values.some(({ value }) => dayOf(value) === 'past');
        const statuses = profile.columns.filter(
          (column) => saysWhoIsActive(column) || (mayHoldLeavingDates(column) && hasPastDay(column)),
        );
        if (statuses.length === 0) return [];
        const read = new Set(loaded.model.conditions.flatMap(columnsOf).map(({ column }) => column));
        const isInCondition = statuses.some(({ column }) => read.has(column));
        const columns = statuses.slice(0, MAX_LISTED).map(({ column }) => column);
        const names = listWords(columns.map((column) => `[${column}]`));
        const isEnabling = expression.kind !== 'string' || expression.value.toLowerCase() === 'true';
        const consequence = isEnabling
          ? 'nobody is ever disabled, and people who were disabled on purpose are enabled again'
          : 'the accounts of all of them are disabled';
        const message = `"active" is the same for everybody: ${consequence}. ${names} ${columns.length === 1 ? 'says' : 'say'} who is active, and this rule does not read ${columns.length === 1 ? 'it' : 'them'}.`;
        const kind = { ...constant, severity: isInCondition ? ('information' as const) : constant.severity };
        return [findingAt(placeOfRule(loaded, rule), kind, { message, count: profile.records, data: { columns } })];
      },
    };
  },
};

/**
 * Whether a column has several values and most of them show, by themselves or together with the column's name, whether
 * a person is active.
 */
function saysWhoIsActive({ column, filled, distinct, isDistinctExact, values }: ColumnProfile): boolean {
  if (isLeavingDate(column)) return filled > 0;
  if (!isDistinctExact || distinct > MAX_VALUES || distinct < 1) return false;
  const asks = asksForActive(column) || opposesActive(column);
  const known = values.filter(({ value }) => {
    const word = value.trim().toLowerCase();
    return STATUS_WORDS.has(word) || (asks && ANSWER_WORDS.has(word));
  });
  const share = known.reduce((sum, { count }) => sum + count, 0) / filled;
  // A flag may be empty for everybody else
  return share >= 0.5 && (distinct > 1 || (asks && opposesActive(column)));
}

function mayHoldLeavingDates({ column }: ColumnProfile): boolean {
  return mayBeLeavingDate(column) || opposesActive(column);
}
