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
      "Entra does not create an account without a displayName, and the default mapping of a new job takes it unchanged. People who have an account keep theirs. This is fine if the job's own mapping builds it from other attributes.",
    remedy: 'Add a rule for displayName, or build it from other columns if the cell is empty.',
    authority: 'Entra',
    example: {
      wrong: 'displayName = [PreferredName]  # empty in some records',
      right: 'displayName = Coalesce([PreferredName], Join(" ", [FirstName], [LastName]))',
    },
  },
]);

/** Reports people for whom no account would be created. */
export const displayNames: ValueRule = {
  kinds: [missing],
  start: ({ loaded, mapping }) => {
    const index = mapping.rules.findIndex(({ label }) => label === 'displayName');
    const rule = mapping.rules[index];
    // The error of the rule is enough
    if (rule === undefined && loaded.model.rules.some(({ path }) => isDisplayName(path))) return undefined;
    // Without a userName, no account is created in any case
    const names = new Set(mapping.rules.map(({ label }) => label));
    if (rule === undefined && !(names.has('externalId') && names.has('userName'))) return undefined;
    let [count, firstLine] = [0, 0];
    return {
      add: ({ line }, outcomes) => {
        // If a record is not sent, the reason for that is enough
        if (outcomeKey(outcomes[index]) !== undefined || outcomes.some(({ kind }) => kind === 'problem')) return;
        if (count === 0) firstLine = line;
        count++;
      },
      finish: () => {
        if (count === 0) return [];
        if (rule === undefined) {
          const message = `Missing rule for "displayName": the default mapping of a new job does not create accounts without it (${recordCount(count)}).`;
          return [findingAt(WHOLE_MAPPING, missing, { message, count, data: { attribute: 'displayName' } })];
        }
        const message = `${recordCount(count)}, ${inFirstLine(count, firstLine)}, ${count === 1 ? 'gets' : 'get'} no displayName: the default mapping of a new job does not create an account for ${count === 1 ? 'it' : 'them'}.`;
        const data = { columns: rule.columns };
        return [findingAt(placeOfRule(loaded, rule), missing, { message, count, line: firstLine, data })];
      },
    };
  },
};

function isDisplayName({ urn, attribute }: { readonly urn?: string; readonly attribute: string }): boolean {
  return urn === undefined && attribute === 'displayName';
}
