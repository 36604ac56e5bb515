import { problemKinds } from '../../problems/problemKind';
import { findingAt, firstLine, placeOfRule, quoted, recordCount } from '../findingAt';
import { ProblemGroups } from '../problemGroups';
import type { ValueRule } from '../valueRule';

const [invalidDate, ambiguousDate] = problemKinds([
  {
    code: 'value.date.invalid',
    severity: 'error',
    title: 'Dates that the rule does not read',
    explanation:
      'A value of the extract is no date in the format that the rule states, or what the rule gives is no date and time as SCIM writes it (RFC 7643, section 2.3.5). Records with such a value are not sent.',
    remedy:
      'State the format that the extract really has as the input format of FormatDateTime, or have the dates corrected.',
    authority: 'the extract',
    example: {
      wrong:
        'HireDate = FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")  # the extract holds 31.12.2026',
      right: 'HireDate = FormatDateTime([HireDate], , "dd.MM.yyyy", "yyyy-MM-ddTHH:mm:ssZ")',
    },
  },
  {
    code: 'value.date.ambiguous',
    severity: 'error',
    title: 'Dates that can be read in two ways',
    explanation:
      'The rule gives a date like 03/04/2026 as it stands: whether that is in March or in April is not known, and it is not guessed. Records with such a value are not sent.',
    remedy: 'State the format of the extract as the input format of FormatDateTime.',
    authority: 'the extract',
    example: {
      wrong: 'HireDate = [HireDate] @type(DateTime)  # the extract holds 03/04/2026',
      right: 'HireDate = FormatDateTime([HireDate], , "dd/MM/yyyy", "yyyy-MM-ddTHH:mm:ssZ") @type(DateTime)',
    },
  },
]);

/** Dates that do not have the format that their rule states. One example is shown: the format is to be seen by it. */
export const dateValues: ValueRule = {
  kinds: [invalidDate, ambiguousDate],
  start: ({ loaded, mapping }) => {
    const found = new ProblemGroups(mapping, [invalidDate.code, ambiguousDate.code]);
    return {
      add: (record, outcomes) => found.add(record, outcomes),
      finish: () =>
        found.groups.map(({ rule, code, reason, count, line, example, values }) => {
          const shown = example === undefined ? '' : `: ${quoted(example)}`;
          const message = `${recordCount(count)} ${count === 1 ? 'has a date that is' : 'have dates that are'} not read and ${count === 1 ? 'is' : 'are'} not sent, ${firstLine(count, line)}${shown}. ${reason}`;
          const data = { columns: rule.columns, values: [...values], ...(example === undefined ? {} : { example }) };
          return findingAt(placeOfRule(loaded, rule), code === ambiguousDate.code ? ambiguousDate : invalidDate, {
            message,
            count,
            line,
            data,
          });
        }),
    };
  },
};
