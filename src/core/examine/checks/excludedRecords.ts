import type { Expression } from '../../expression/syntax';
import { formatCount } from '../../text/formatCount';
import { defineProblemKinds } from '../../problems/problemKind';
import { findingAt, recordCount } from '../findingAt';
import { placeOfExclusion } from '../placeOfExclusion';
import type { ValueRule } from '../valueRule';

const [nothingLeft] = defineProblemKinds([
  {
    code: 'value.nothing-left',
    severity: 'warning',
    title: 'Every record is left out',
    explanation:
      'The conditions of the mapping, or a rule that gives IgnoreObjectFlow, exclude every record of the extract: nothing would be sent.',
    remedy: 'Compare the condition with the actual values of the column; texts are compared exactly.',
    authority: 'the extract',
    example: {
      wrong: 'where [WorkerType] = "employee"  # the extract holds "Employee"',
      right: 'where [WorkerType] = "Employee"',
    },
  },
]);

/** Reports conditions that exclude every record. */
export const excludedRecords: ValueRule = {
  kinds: [nothingLeft],
  start: ({ loaded }) => {
    const counts = new Map<Expression, number>();
    let others = 0;
    let unread = 0;
    return {
      add: () => {
        others++;
      },
      refuse: ({ severity }) => {
        if (severity === 'row') unread++;
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
          own === count ? 'This excludes' : `This (${formatCount(own)} of them) and other conditions exclude`;
        const message = `${which} every record of the extract${unread > 0 ? ' that can be read' : ''}, ${recordCount(count)} in total.`;
        return [findingAt(placeOfExclusion(loaded, expression), nothingLeft, { message, count })];
      },
    };
  },
};
