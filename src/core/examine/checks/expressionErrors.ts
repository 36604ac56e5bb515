import { recordProblems } from '../../convert/recordProblems';
import type { RecordProblem } from '../../problems/problem';
import type { ProblemKind } from '../../problems/problemKind';
import type { LoadedMapping } from '../../mapping/loadMapping';
import type { FindingPlace } from '../findingAt';
import { findingAt, inFirstLine, placeIn, placeOfRule, recordCount, WHOLE_MAPPING } from '../findingAt';
import { ProblemGroups } from '../problemGroups';
import type { ValueRule } from '../valueRule';

const { failedExpression, tooLarge, tooMuchWork } = recordProblems;

/** Reports expressions that fail during evaluation or exceed its limits. Failing dates have their own rule. */
export const expressionErrors = [failedExpression, tooLarge, tooMuchWork].map(errorsOf);

function errorsOf(kind: ProblemKind): ValueRule {
  return {
    kinds: [kind],
    start: ({ loaded, mapping }) => {
      const found = new ProblemGroups(mapping, [kind.code]);
      const conditions = new Map<number, { readonly first: RecordProblem; count: number }>();
      return {
        add: (record, outcomes) => found.add(record, outcomes),
        refuse: (problem) => {
          if (problem.code !== kind.code) return;
          // Keyed by condition rather than by message, which can differ for each record
          const key = problem.rule?.start ?? 0;
          const group = conditions.get(key);
          if (group === undefined) conditions.set(key, { first: problem, count: 1 });
          else group.count++;
        },
        finish: () => [
          ...[...conditions.values()].map(({ first, count }) =>
            findingAt(placeOfCondition(loaded, first), kind, describe(first.message, count, first.line ?? 0)),
          ),
          ...found.groups.map(({ rule, reason, count, line, example }) =>
            findingAt(placeOfRule(loaded, rule), kind, {
              ...describe(reason, count, line),
              data: { columns: rule.columns, ...(example === undefined ? {} : { example }) },
            }),
          ),
        ],
      };
    },
  };
}

function describe(reason: string, count: number, line: number) {
  const message = `${recordCount(count)} ${count === 1 ? 'makes' : 'make'} the expression fail and ${count === 1 ? 'is' : 'are'} not sent, ${inFirstLine(count, line)}. ${reason}`;
  return { message, count, line };
}

function placeOfCondition(loaded: LoadedMapping, { rule }: RecordProblem): FindingPlace {
  for (const statement of loaded.parsed.tree.statements) {
    if (statement.kind === 'where' && rule !== undefined && statement.condition?.span.start === rule.start)
      return placeIn(loaded, statement.span, rule);
  }
  return WHOLE_MAPPING;
}
