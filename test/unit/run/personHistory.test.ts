import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import type { ExtractRow, KnownRun } from '../../../src/core/run/account/personHistory';
import { latestOf, personHistory } from '../../../src/core/run/account/personHistory';
import type { Plan } from '../../../src/core/run/plan';
import { PlanBuilder } from '../../../src/core/run/planBuilder';
import { Run } from '../../../src/core/run/run';
import { hashBody } from '../../../src/extract/hashBody';
import { logEntry } from '../../support/logEntries';
import type { RowKind } from '../../support/planText';
import { addTo, compiled, planOf, planWriter, record } from '../../support/planText';

const FAILED = { status: 'failure', error: ['InvalidDomain', 'No such domain.'] } as const;

type More = Partial<Omit<KnownRun, 'run'>> & { readonly entries?: readonly LogEntry[] };

/** Two hours after the epoch unless it says otherwise. */
function known(plan: Plan, { entries = [], ...more }: More = {}): KnownRun {
  const run = new Run(plan, '2026-11-30T08:00:00Z');
  for (const { number } of run.plan.batches) run.noteBatch(number, 'accepted');
  run.noteEntries(entries);
  return { id: 'run-1', at: 2, target: 'Sandbox tenant', source: 'same', run, ...more };
}

/** People with these ids, in this order. */
function planOfIds(...ids: readonly string[]): Plan {
  const builder = new PlanBuilder(compiled(), hashBody);
  const writer = planWriter();
  ids.forEach((id, index) => addTo(writer, record(index + 1, 'sent', id), 'sent'));
  writer.end();
  for (const event of writer.takeEvents()) builder.add(event);
  builder.addRequests(writer.takeRequests());
  return builder.finish(writer.counts);
}

/** Each run with the record and its state. */
function told(runs: readonly KnownRun[], row: ExtractRow): readonly string[] {
  return personHistory(runs, row).map((found) => `${found.known.id}: ${found.person.record} ${found.person.state}`);
}

describe('what became of the person of a row', () => {
  const kinds: readonly RowKind[] = ['sent', 'sent', 'refused', 'excluded'];

  it.each([
    ['the header', 1, []],
    ['the first record', 2, ['run-1: 1 created']],
    ['one that failed', 3, ['run-1: 2 failed']],
    ['one that was refused', 4, ['run-1: 3 refused']],
    ['one that the mapping leaves out', 5, ['run-1: 4 excluded']],
  ] as const)('is found by its line in an extract that is what was sent: %s', (_, line, expected) => {
    const run = known(planOf(kinds), { entries: [logEntry('1', 'p1'), logEntry('2', 'p2', FAILED)] });
    expect(told([run], { line })).toEqual(expected);
  });

  it('is found by any line of a record that goes over several', () => {
    const plan = planOf(['sent', 'sent']);
    const lines = Uint32Array.from([2, 6]);
    expect(told([known({ ...plan, records: { ...plan.records, lines } })], { line: 5 })).toEqual(['run-1: 1 waiting']);
  });

  it('is found by the id alone in an extract that has changed', () => {
    const run = known(planOfIds('a', 'b', 'c'), { source: 'former', entries: [logEntry('1', 'b', FAILED)] });
    expect(told([run], { line: 2, externalId: 'b' })).toEqual(['run-1: 2 failed']);
    expect(told([run], { line: 3 })).toEqual([]);
    expect(told([run], { line: 3, externalId: 'z' })).toEqual([]);
  });

  it('is nobody where two people have the id, unless the line tells them apart', () => {
    const run = known(planOfIds('a', 'b', 'a'), { source: 'former' });
    expect(told([run], { line: 3, externalId: 'a' })).toEqual([]);
    expect(told([run], { line: 4, externalId: 'a' })).toEqual(['run-1: 3 waiting']);
  });

  it('is found among those who were not sent while nothing has moved', () => {
    const run = known(planOf(['sent', 'refused']), { source: 'former' });
    expect(told([run], { line: 3, externalId: 'p2' })).toEqual(['run-1: 2 refused']);
    expect(told([run], { line: 9, externalId: 'p2' })).toEqual([]);
  });

  it('comes from all runs, the newest first, regardless of their order and of the row of the person', () => {
    const old = known(planOfIds('b', 'a'), { id: 'old', at: 1, source: 'former' });
    const now = known(planOfIds('a', 'b'), { id: 'now', at: 3 });
    const part = known(planOfIds('b'), { id: 'part', at: 2, source: 'other' });
    expect(told([old, part, now], { line: 3 })).toEqual(['now: 2 waiting', 'part: 1 waiting', 'old: 1 waiting']);
  });

  it('leaves out other sources that went elsewhere, because their numbers may be of other people', () => {
    const own = known(planOfIds('a'));
    const foreign = known(planOfIds('a'), { id: 'foreign', source: 'other', target: 'Fabrikam' });
    expect(told([foreign, own], { line: 2 })).toEqual(['run-1: 1 waiting']);
    expect(told([foreign], { line: 2, externalId: 'a' })).toEqual([]);
  });
});

describe('the latest of a history', () => {
  it('is the last run that did something with the person', () => {
    const left = known(planOf(['excluded']), { id: 'left', at: 3 });
    const sent = known(planOf(['sent']), { id: 'sent', at: 2 });
    const history = personHistory([left, sent], { line: 2 });
    expect(latestOf(history)?.known.id).toBe('sent');
    expect(latestOf(history.slice(0, 1))?.known.id).toBe('left');
    expect(latestOf([])).toBeUndefined();
  });
});
