import { problemKind } from '../../problems/problemKind';
import { recordProblems } from '../../convert/recordProblems';
import { IdRegister } from '../../convert/idRegister';
import { findingAt, placeOfRule, recordCount } from '../findingAt';
import { outcomeText } from '../outcomeText';
import { AFTER_LIMIT, MAX_PEOPLE } from './peopleLimit';
import type { ValueRule } from '../valueRule';

const near = recordProblems.nearDuplicateId;

const lostZeros = problemKind({
  code: 'value.id.lost-zeros',
  severity: 'warning',
  title: 'Identifiers that seem to have lost zeros',
  explanation:
    'Some identifiers have leading zeros, and others are numbers with fewer digits: a spreadsheet that opens 00412 writes 412.',
  remedy:
    'Export the extract again with the column formatted as text. If all identifiers have the same number of digits, a rule can restore the zeros; then silence the warning, which is about the cells.',
  authority: 'the extract',
  example: {
    wrong: 'externalId = [WorkerID]  # the extract holds "00412" and "413"',
    right:
      'externalId = Replace(Join("", "00000", [WorkerID]), , "^0+(?=[0-9]{5}$)", , "", , )  # ignore value.id.lost-zeros',
  },
});

/** Reports different identifiers that probably belong to one person. */
export const nearDuplicateIds: ValueRule = {
  kinds: [near, lostZeros],
  start: ({ loaded, mapping }) => {
    const index = mapping.rules.findIndex(({ label }) => label === 'externalId');
    const rule = mapping.rules[index];
    if (rule === undefined || rule.columns.length === 0) return undefined;
    const ids = new IdRegister();
    const found = { count: 0, line: 0, earlier: 0 };
    return {
      add: ({ line }, outcomes) => {
        const id = outcomeText(outcomes[index]);
        if (id === undefined || id === '' || ids.size >= MAX_PEOPLE) return;
        const earlier = ids.note(id, line);
        if (earlier?.kind !== 'near') return;
        if (found.count === 0) [found.line, found.earlier] = [line, earlier.line];
        found.count++;
      },
      finish: ({ profile }) => {
        const place = placeOfRule(loaded, rule);
        const { columns } = rule;
        const { count, line, earlier } = found;
        const limit = ids.size >= MAX_PEOPLE ? AFTER_LIMIT : '';
        const lost = profile.columns.find(({ column }) => column === columns[0])?.lostZeros ?? 0;
        const close = `${recordCount(count)} ${count === 1 ? 'has' : 'have'} a similar externalId to an earlier record, ${count === 1 ? '' : 'first '}in lines ${earlier} and ${line}.${limit}`;
        const short = `${recordCount(lost)} ${lost === 1 ? 'has an identifier' : 'have identifiers'} with fewer digits than others that have leading zeros.`;
        return [
          ...(count === 0
            ? []
            : [findingAt(place, near, { message: close, count, line, data: { columns, lines: [earlier, line] } })]),
          ...(lost === 0 || columns.length > 1
            ? []
            : [findingAt(place, lostZeros, { message: short, count: lost, data: { columns } })]),
        ];
      },
    };
  },
};
