import { valueProblems } from '../../../mapping/model/valueProblems';
import { findingAt, inFirstLine, placeOfRule, quotedValue, recordCount } from '../../findingAt';
import { ProblemGroups } from '../../problemGroups';
import type { ValueRule } from '../../valueRule';

const { invalidDate, ambiguousDate } = valueProblems;

/**
 * Reports dates that do not have the format that their rule states. The message shows one example, from which the
 * format can be seen.
 */
export const dateValues: ValueRule = {
  kinds: [invalidDate, ambiguousDate],
  start: ({ loaded, mapping }) => {
    const found = new ProblemGroups(mapping, [invalidDate.code, ambiguousDate.code]);
    return {
      add: (record, outcomes) => found.add(record, outcomes),
      finish: () =>
        found.groups.map(({ rule, code, reason, count, line, example, values }) => {
          const describe = (shown: string) =>
            `${recordCount(count)} ${count === 1 ? 'has a date that is' : 'have dates that are'} not recognised and ${count === 1 ? 'is' : 'are'} not sent, ${inFirstLine(count, line)}${shown}. ${reason}`;
          const withValues = example === undefined ? {} : { withValues: describe(`: ${quotedValue(example)}`) };
          const data = { columns: rule.columns, values: [...values], ...(example === undefined ? {} : { example }) };
          return findingAt(placeOfRule(loaded, rule), code === ambiguousDate.code ? ambiguousDate : invalidDate, {
            message: describe(''),
            ...withValues,
            count,
            line,
            data,
          });
        }),
    };
  },
};
