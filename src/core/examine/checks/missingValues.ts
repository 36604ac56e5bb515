import { recordProblems } from '../../convert/recordProblems';
import { findingAt, inFirstLine, placeOfRule, recordCount } from '../findingAt';
import { ProblemGroups } from '../problemGroups';
import { statusRule } from '../statusTruthTable';
import type { ValueRule } from '../valueRule';

const { missingId, missing } = recordProblems;

/** Reports missing required values. The truth table reports a missing status. */
export const missingValues: ValueRule = {
  kinds: [missingId, missing],
  start: ({ loaded, mapping }) => {
    const found = new ProblemGroups(mapping, [missingId.code, missing.code], statusRule(mapping));
    return {
      add: (record, outcomes) => found.add(record, outcomes),
      finish: () =>
        found.groups.map(({ rule, code, count, line, example }) => {
          const kind = code === missingId.code ? missingId : missing;
          const cause = example === undefined ? 'its cells are empty' : 'the rule gives no value for these cells';
          const message = `${recordCount(count)} ${count === 1 ? 'has' : 'have'} no "${rule.label}" and ${count === 1 ? 'is' : 'are'} not sent, ${inFirstLine(count, line)}: ${cause}.`;
          const data = { columns: rule.columns, ...(example === undefined ? {} : { example }) };
          return findingAt(placeOfRule(loaded, rule), kind, { message, count, line, data });
        }),
    };
  },
};
