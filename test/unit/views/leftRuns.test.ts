import { expect, it } from 'vitest';
import { RECORD_STATES } from '../../../src/core/run/recordState';
import type { RunAccount } from '../../../src/core/run/account/runAccount';
import type { ShownRun } from '../../../src/views/runElement';
import { leftRuns } from '../../../src/views/leftRuns';

function run(id: string, counts: Partial<Record<string, number>>, more: Partial<ShownRun>): ShownRun {
  const all = Object.fromEntries(RECORD_STATES.map((state) => [state, counts[state] ?? 0])) as RunAccount['counts'];
  const state = { words: 'paused', brief: '', icon: 'debug-pause', tone: 'doubt' } as const;
  const names = { id, extract: `${id}.csv`, target: 'Contoso', at: 0, began: 'noon', state, notes: [], counts: all };
  return { ...names, isReal: true, isAwaiting: false, isOver: false, can: [], ...more };
}

it('finds what is to be resumed or to be read, of real tenants, and sums up their people', () => {
  const runs = [
    run(
      'a',
      { created: 5, waiting: 45, unknown: 50, planned: 900, refused: 3, excluded: 7 },
      { can: ['resume', 'cancel'] },
    ),
    run('b', { waiting: 10, created: 1 }, { can: ['verify'], isAwaiting: true }),
    run('c', { created: 99 }, { can: ['verify'], isOver: true }),
    run('d', { planned: 99 }, { can: ['resume'], isReal: false }),
    run('e', { planned: 99 }, { can: ['pause'] }),
  ];
  const left = leftRuns(runs);
  expect([left.unsent, left.unread].map((each) => each.map(({ id }) => id))).toEqual([['a'], ['b']]);
  expect(left).toMatchObject({ accepted: 61, unknown: 50, notSent: 900 });
});
