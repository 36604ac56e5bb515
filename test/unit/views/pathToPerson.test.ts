import { describe, expect, it } from 'vitest';
import { Run } from '../../../src/core/run/run';
import { pathToPerson, pathToRun } from '../../../src/views/person/pathToPerson';
import type { RunsView, ShownRun } from '../../../src/views/runElement';
import { childrenOf, FIRST_PEOPLE, runElements } from '../../../src/views/runTree';
import { logEntry } from '../../support/logEntries';
import { planOf } from '../../support/planText';
import { NOW, PLAIN_VIEW } from '../../support/treeText';

const PEOPLE = FIRST_PEOPLE + 50;

function shown(id: string): ShownRun {
  const run = new Run(planOf(Array.from({ length: PEOPLE }, () => 'sent' as const)), '2026-11-30T08:00:00Z');
  for (const { number } of run.plan.batches) run.noteBatch(number, 'accepted');
  run.noteEntries([logEntry('1', 'p7', { status: 'failure', error: ['InvalidDomain', 'No.'] })]);
  return {
    id,
    extract: 'people.csv',
    target: 'Sandbox tenant',
    at: NOW,
    began: '08:00',
    state: { words: 'complete', brief: 'complete', icon: 'pass', tone: 'good' },
    notes: [],
    isReal: false,
    isAwaiting: false,
    isOver: true,
    can: [],
    counts: run.account.counts,
    account: run.account,
  };
}

const runs = [shown('run-2'), shown('run-1')];
const [run] = runs;

/** Unfolds the tree along a path as the editor does; gives the ids that were there. */
function unfolded(record: number, view: RunsView): readonly string[] {
  if (run === undefined) throw new Error('no run');
  const path = pathToPerson(runs, run, record, view);
  if (path === undefined) return [];
  const limits = new Map([[path.shownBelow.id, path.shownBelow.limit]]);
  let rows = runElements(runs, view);
  return path.rows.map(({ id }) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) throw new Error(`the tree has no ${id} here`);
    rows = childrenOf(row, { ...view, limits });
    return id;
  });
}

describe('the way to a run', () => {
  it('leads over its day, and is none to a run that is not there', () => {
    const ids = (id: string) => pathToRun(runs, id, PLAIN_VIEW).map((row) => row.id);
    expect(ids('run-1')).toEqual([expect.stringContaining('day-'), 'run-1']);
    expect(ids('run-3')).toEqual([]);
  });
});

describe('the way to a person of a run', () => {
  it.each([
    ['through the cause of a failure', 7, /run-2:failed:.*InvalidDomain/],
    ['through the outcome', 8, /^run-2:waiting$/],
    ['past those that are shown at first', PEOPLE, /^run-2:waiting$/],
  ])('leads over rows that the tree has: %s', (_, record, last) => {
    const ids = unfolded(record, PLAIN_VIEW);
    expect(ids.at(-1)).toBe(`run-2/${record}`);
    expect(ids.at(-2)).toMatch(last);
  });

  it('never shows fewer people than somebody has asked for', () => {
    const view = { ...PLAIN_VIEW, limits: new Map([['run-2:waiting', 1_200]]) };
    expect(run && pathToPerson(runs, run, 8, view)?.shownBelow).toEqual({ id: 'run-2:waiting', limit: 1_200 });
  });

  it('is none where a filter hides the person, and through the rows of the filter where not', () => {
    const view = { ...PLAIN_VIEW, found: () => [6] };
    expect(unfolded(8, view)).toEqual([]);
    expect(unfolded(7, view).at(-1)).toBe('run-2/7');
  });

  it('is none to a record that there is not, and in a run without its people', () => {
    const { account: _, ...unread } = shown('run-2');
    expect(unfolded(PEOPLE + 1, PLAIN_VIEW)).toEqual([]);
    expect(pathToPerson([unread], unread, 1, PLAIN_VIEW)).toBeUndefined();
  });
});
