import { defineProblemKinds } from '../../problems/problemKind';
import type { MappedRecord } from '../../convert/compileMapping';
import { findingAt, inFirstLine, placeOfRule, recordCount } from '../findingAt';
import type { NamedTexts } from '../namedTexts';
import { namedTexts } from '../namedTexts';
import { countRows, describeNamed, describeRows, describeSpelling } from '../status/describeStatuses';
import { allDisabled, everybodyDisabled } from '../status/everybodyDisabled';
import { byDefault, statusDefaults } from '../status/statusDefaults';
import { statusResult, statusRule, StatusTally } from '../statusTruthTable';
import type { StatusTruthTable } from '../statusTruthTable';
import type { ValueFinding } from '../valueFinding';
import type { ValueRule } from '../valueRule';

const [undecided] = defineProblemKinds([
  {
    code: 'value.status.undecided',
    severity: 'error',
    title: 'Status without a decision',
    explanation:
      'The rule for "active" gives neither true nor false for a status of the extract. Records with it are not sent: an unknown status must not disable or enable an account.',
    remedy: 'Decide every status of the extract, for example with another pair in the Switch.',
    authority: 'the extract',
    example: {
      wrong: 'active = Switch([Status], , "Active", "True", "Terminated", "False")  # the extract also holds "Leave"',
      right: 'active = Switch([Status], , "Active", "True", "Leave", "True", "Terminated", "False")',
    },
  },
]);

/** The truth table of `active`: every status in the extract must have a decision. */
export const statusValues: ValueRule = {
  kinds: [undecided, byDefault, allDisabled],
  start: ({ loaded, mapping, columns }) => {
    const index = statusRule(mapping);
    const rule = mapping.rules[index];
    if (rule === undefined) return undefined;
    const tally = new StatusTally(rule, columns, loaded.model.source.empty);
    const refused = { count: 0, line: 0 };
    const place = placeOfRule(loaded, rule);
    return {
      add: (record, outcomes) => {
        const result = statusResult(outcomes[index]);
        tally.add(record, result);
        if (result === 'undecided') noteRefused(refused, record);
      },
      exclude: (record, by) => {
        if (by === rule.resolved.expression) tally.add(record, 'excluded');
      },
      finish: ({ isComplete }) => {
        const table = tally.table(place.ruleText);
        const named = namedTexts(rule.resolved.expression);
        const findings: ValueFinding[] = [];
        if (refused.count > 0) findings.push(findingAt(place, undecided, describeUndecided(table, named, refused)));
        // Nothing is known about records that were not read
        const everybody = isComplete ? everybodyDisabled(table, named, place) : [];
        // If everybody is disabled, the unnamed words are part of that finding
        findings.push(...(everybody.length > 0 ? everybody : statusDefaults(table, named, place)));
        return findings;
      },
      truthTable: () => tally.table(place.ruleText),
    };
  },
};

function noteRefused(refused: { count: number; line: number }, { line }: MappedRecord): void {
  if (refused.count === 0) refused.line = line;
  refused.count++;
}

function describeUndecided(
  table: StatusTruthTable,
  named: NamedTexts,
  { count, line }: { readonly count: number; readonly line: number },
) {
  const rows = table.rows.filter(({ result }) => result === 'undecided');
  const subject = `${recordCount(count)} ${count === 1 ? 'has a status that decides' : 'have a status that decides'} nothing`;
  const consequence = `${count === 1 ? 'is' : 'are'} not sent`;
  const describe = (statuses: string, spelling: string) =>
    `${subject} and ${consequence}, ${inFirstLine(count, line)}: ${statuses}.${describeNamed(named)}${spelling}`;
  const message = describe(countRows(table, rows), describeSpelling(rows, named, false));
  const withValues = describe(describeRows(table, rows), describeSpelling(rows, named, true));
  return { message, withValues, count, line, data: { columns: table.columns, undecided: rows, named: named.texts } };
}
