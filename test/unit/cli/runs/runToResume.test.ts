import { expect, it } from 'vitest';
import { runToResume } from '../../../../src/cli/runs/runToResume';
import type { RunPhase } from '../../../../src/core/journal/runPhase';
import type { KeptRun, RunStore } from '../../../../src/runs/runStore';

type Night = RunPhase | 'held' | 'damaged';

/** The store of some runs, the newest first; only what is asked of it. */
function storeOf(nights: readonly Night[]): Pick<RunStore, 'list' | 'find'> {
  const id = (index: number): string => `run${index}`;
  return {
    list: () =>
      Promise.resolve(
        nights.map((night, index) => ({
          id: id(index),
          madeAt: '',
          ...(night === 'complete' && { closed: { at: '' } }),
        })),
      ),
    find: (found) => {
      const night = nights[nights.findIndex((_, index) => id(index) === found)];
      const fault = { message: '', remedy: '' };
      if (night === 'damaged') return Promise.resolve({ id: found, fault });
      const phase = night === 'held' ? 'sending' : night;
      const holder = { pid: 1, program: 'VS Code', since: '' };
      const kept = { id: found, plan: {}, state: { phase }, ...(night === 'held' && { holder }) };
      return Promise.resolve(kept as unknown as KeptRun);
    },
  };
}

it.each<[readonly Night[], string | undefined]>([
  [[], undefined],
  [['complete'], undefined],
  [['complete', 'sending'], 'run1'],
  [['blocked', 'paused', 'sending'], 'run1'],
  [['blocked', 'pilot'], 'run1'],
  [['awaiting-log', 'complete'], 'run0'],
  [['awaiting-log', 'awaiting-log', 'paused'], 'run2'],
  [['cancelled', 'damaged', 'held', 'awaiting-log'], 'run3'],
])('of %j, the newest first, %s is resumed', async (nights, id) => {
  expect(await runToResume(storeOf(nights))).toBe(id);
});
