import { problemKinds } from '../../problems/problemKind';
import { findingAt, firstLine, placeOfRule, recordCount } from '../findingAt';
import { ProblemGroups } from '../problemGroups';
import { statusRule } from '../statusTruthTable';
import type { ValueRule } from '../valueRule';

const [missingId, missing] = problemKinds([
  {
    code: 'value.id.missing',
    severity: 'error',
    title: 'Records without an externalId',
    explanation:
      'Entra matches people by externalId and skips a record that has none. Records whose cell is empty are not sent.',
    remedy:
      'Have the identifiers filled in, take the column that always has one, or leave such records out with where.',
    authority: 'Entra',
    example: {
      wrong: 'externalId = [BadgeID]  # empty in some records',
      right: 'externalId = [WorkerID]',
    },
  },
  {
    code: 'value.missing',
    severity: 'error',
    title: 'Records without a value that they need',
    explanation:
      'A record without userName, or without a value whose rule says @empty(error), is not sent; here some records have none.',
    remedy:
      'Have the values filled in, fall back on another column with Coalesce, or leave such records out with where.',
    authority: 'the extract',
    example: {
      wrong: 'userName = [Mail]  # empty in some records',
      right: 'userName = Coalesce([Mail], Join("@", [UserID], "contoso.com"))',
    },
  },
]);

/** Values that are missing where a record cannot do without; a missing status is the truth table's. */
export const missingValues: ValueRule = {
  kinds: [missingId, missing],
  start: ({ loaded, mapping }) => {
    const found = new ProblemGroups(mapping, [missingId.code, missing.code], statusRule(mapping));
    return {
      add: (record, outcomes) => found.add(record, outcomes),
      finish: () =>
        found.groups.map(({ rule, code, count, line, example }) => {
          const kind = code === missingId.code ? missingId : missing;
          const cause =
            example === undefined ? 'what it reads is empty' : 'the rule gives nothing for what the cells hold';
          const message = `${recordCount(count)} ${count === 1 ? 'has' : 'have'} no "${rule.label}" and ${count === 1 ? 'is' : 'are'} not sent, ${firstLine(count, line)}: ${cause}.`;
          const data = { columns: rule.columns, ...(example === undefined ? {} : { example }) };
          return findingAt(placeOfRule(loaded, rule), kind, { message, count, line, data });
        }),
    };
  },
};
