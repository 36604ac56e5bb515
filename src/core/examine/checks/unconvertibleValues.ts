import { problemKinds } from '../../problems/problemKind';
import { findingAt, firstLine, placeOfRule, recordCount } from '../findingAt';
import { ProblemGroups } from '../problemGroups';
import { statusRule } from '../statusTruthTable';
import type { ValueRule } from '../valueRule';

const kinds = problemKinds([
  {
    code: 'value.bool.unknown',
    severity: 'error',
    title: 'Values that are neither true nor false',
    explanation:
      'The attribute is a boolean (RFC 7643, section 2.3.2), and the rule gives something else than True or False. It is not guessed: records with such a value are not sent.',
    remedy: 'Decide with a Switch which words mean True and which mean False.',
    authority: 'the extract',
    example: {
      wrong: 'emails[type eq "work"].primary = [IsPrimary]  # the extract holds "yes"',
      right: 'emails[type eq "work"].primary = Switch([IsPrimary], , "yes", "True", "no", "False")',
    },
  },
  {
    code: 'value.number.invalid',
    severity: 'error',
    title: 'Values that are no numbers',
    explanation:
      'The attribute is a number, and the rule gives something else. Records with such a value are not sent.',
    remedy: 'Take out what is no digit, or make the attribute a String.',
    authority: 'the extract',
    example: {
      wrong: 'grade = [Grade] @type(Integer)  # the extract holds "7th"',
      right: 'grade = Replace([Grade], , "[^0-9]", , "", , ) @type(Integer)',
    },
  },
  {
    code: 'value.binary.invalid',
    severity: 'error',
    title: 'Values that are not base64',
    explanation:
      'The attribute is binary, which is written in base64 (RFC 7643, section 2.3.6), and the rule gives something else. Records with such a value are not sent.',
    remedy: 'Convert the text with ConvertToBase64, or make the attribute a String.',
    authority: 'the extract',
    example: {
      wrong: 'badge = [Badge] @type(Binary)  # the extract holds "A-17"',
      right: 'badge = ConvertToBase64([Badge]) @type(Binary)',
    },
  },
]);

/** Values that do not convert to the type of their attribute; those of `active` are the truth table's. */
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
              const message = `${recordCount(count)} ${count === 1 ? 'has a value' : 'have values'} that "${rule.label}" cannot take and ${count === 1 ? 'is' : 'are'} not sent, ${firstLine(count, line)}. ${reason}`;
              const data = { columns: rule.columns, ...(example === undefined ? {} : { example }) };
              return findingAt(placeOfRule(loaded, rule), kind, { message, count, line, data });
            }),
        ),
    };
  },
};
