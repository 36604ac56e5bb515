import type { Expression } from '../../expression/syntax';
import { formatCount } from '../../text/formatCount';
import { defineProblemKinds } from '../../problems/problemKind';
import type { LoadedMapping } from '../../mapping/loadMapping';
import type { FindingPlace } from '../findingAt';
import { findingAt, placeIn, recordCount, WHOLE_MAPPING } from '../findingAt';
import type { ValueRule } from '../valueRule';

const [nothingLeft] = defineProblemKinds([
  {
    code: 'value.nothing-left',
    severity: 'warning',
    title: 'Every record is left out',
    explanation:
      'The conditions of the mapping, or a rule that gives IgnoreObjectFlow, leave out every record of the extract: nothing would be sent.',
    remedy: 'Compare the condition with what the column really holds; texts are compared exactly.',
    authority: 'the extract',
    example: {
      wrong: 'where [WorkerType] = "employee"  # the extract holds "Employee"',
      right: 'where [WorkerType] = "Employee"',
    },
  },
]);

/** Conditions that let nobody pass. */
export const excludedRecords: ValueRule = {
  kinds: [nothingLeft],
  start: ({ loaded }) => {
    const counts = new Map<Expression, number>();
    let others = 0;
    return {
      add: () => {
        others++;
      },
      refuse: ({ severity }) => {
        if (severity === 'row') others++;
      },
      exclude: (_record, by) => {
        counts.set(by, (counts.get(by) ?? 0) + 1);
      },
      finish: ({ isComplete }) => {
        const [most] = [...counts].sort(([, a], [, b]) => b - a);
        if (most === undefined || others > 0 || !isComplete) return [];
        const [expression, own] = most;
        const count = [...counts.values()].reduce((sum, some) => sum + some, 0);
        const which =
          own === count ? 'This leaves out' : `This (${formatCount(own)} of them) and other conditions leave out`;
        const message = `${which} every record of the extract, ${recordCount(count)} in all.`;
        return [findingAt(placeOf(loaded, expression), nothingLeft, { message, count })];
      },
    };
  },
};

function placeOf(loaded: LoadedMapping, expression: Expression): FindingPlace {
  const where = loaded.parsed.tree.statements.find(
    (statement) => statement.kind === 'where' && statement.condition === expression,
  );
  const statement = where ?? loaded.model.rules.find((rule) => rule.expression === expression)?.rule;
  return statement === undefined ? WHOLE_MAPPING : placeIn(loaded, statement.span, expression.span);
}
