import { defineProblemKinds } from '../../problems/problemKind';
import { findingAt, inFirstLine, placeOfRule, recordCount, WHOLE_MAPPING } from '../findingAt';
import { outcomeKey } from '../outcomeText';
import type { ValueRule } from '../valueRule';

const [missing] = defineProblemKinds([
  {
    code: 'value.display-name.missing',
    severity: 'warning',
    title: 'Records without a displayName',
    explanation:
      "Entra creates no account without a displayName, and the mapping that a new job starts with takes it as it is sent. People who have an account keep theirs. Nothing is wrong where the job's own mapping makes it of other attributes.",
    remedy: 'Add a rule for displayName, or one that makes it of other columns where the cell is empty.',
    authority: 'Entra',
    example: {
      wrong: 'displayName = [PreferredName]  # empty in some records',
      right: 'displayName = Coalesce([PreferredName], Join(" ", [FirstName], [LastName]))',
    },
  },
]);

/** People for whom no account would be created. */
export const displayNames: ValueRule = {
  kinds: [missing],
  start: ({ loaded, mapping }) => {
    const index = mapping.rules.findIndex(({ label }) => label === 'displayName');
    const rule = mapping.rules[index];
    // A rule with an error says enough
    if (rule === undefined && loaded.model.rules.some(({ path }) => isDisplayName(path))) return undefined;
    // Without a userName no account is created in any case
    const names = new Set(mapping.rules.map(({ label }) => label));
    if (rule === undefined && !(names.has('externalId') && names.has('userName'))) return undefined;
    let [count, firstLine] = [0, 0];
    return {
      add: ({ line }, outcomes) => {
        // Of a record that is not sent, what refuses it says enough
        if (outcomeKey(outcomes[index]) !== undefined || outcomes.some(({ kind }) => kind === 'problem')) return;
        if (count === 0) firstLine = line;
        count++;
      },
      finish: () => {
        if (count === 0) return [];
        if (rule === undefined) {
          const message = `A rule for "displayName" is missing, and the mapping that a new job starts with creates no account without it (${recordCount(count)}).`;
          return [findingAt(WHOLE_MAPPING, missing, { message, count, data: { attribute: 'displayName' } })];
        }
        const message = `${recordCount(count)}, ${inFirstLine(count, firstLine)}, ${count === 1 ? 'gets' : 'get'} no displayName: the mapping that a new job starts with creates no account for ${count === 1 ? 'it' : 'them'}.`;
        const data = { columns: rule.columns };
        return [findingAt(placeOfRule(loaded, rule), missing, { message, count, line: firstLine, data })];
      },
    };
  },
};

function isDisplayName({ urn, attribute }: { readonly urn?: string; readonly attribute: string }): boolean {
  return urn === undefined && attribute === 'displayName';
}
