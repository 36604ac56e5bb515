import { valueProblems } from '../../mapping/model/valueProblems';
import { findingAt, inFirstLine, placeOfRule, recordCount } from '../findingAt';
import { ProblemGroups } from '../problemGroups';
import { statusRule } from '../statusTruthTable';
import type { ValueRule } from '../valueRule';

const kinds = [valueProblems.unknownBoolean, valueProblems.invalidNumber, valueProblems.invalidBinary];

/** Reports values that do not convert to the type of their attribute. The truth table reports those of `active`. */
export const unconvertibleValues: ValueRule = {
  kinds,
  start: ({ loaded, mapping }) => {
    const codes = kinds.map(({ code }) => code);
    const found = new ProblemGroups(mapping, codes, statusRule(mapping));
    return {
      add: (record, outcomes) => found.add(record, outcomes),
      finish: () =>
        found.groups.flatMap(({ rule, code, reason, count, line, example }) =>
          kinds
            .filter((kind) => kind.code === code)
            .map((kind) => {
              const message = `${recordCount(count)} ${count === 1 ? 'has a value' : 'have values'} that "${rule.label}" cannot accept and ${count === 1 ? 'is' : 'are'} not sent, ${inFirstLine(count, line)}. ${reason}`;
              const data = { columns: rule.columns, ...(example === undefined ? {} : { example }) };
              return findingAt(placeOfRule(loaded, rule), kind, { message, count, line, data });
            }),
        ),
    };
  },
};
