import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../../src/core/logs/answer';
import { loggedEntry } from '../../../../src/core/logs/list/loggedEntry';
import type { TiedRun } from '../../../../src/core/logs/list/tieEntries';
import { tieEntries } from '../../../../src/core/logs/list/tieEntries';
import type { LogEntry } from '../../../../src/core/logs/logEntry';
import { Run } from '../../../../src/core/run/run';
import type { EntryFacts } from '../../../support/logEntries';
import { logEntry } from '../../../support/logEntries';
import { workedCyclesOf } from '../../../support/workedCyclesOf';
import { planOf } from '../../../support/planText';

const time = (minute: number): string => `2026-11-30T08:${String(minute).padStart(2, '0')}:00Z`;

/** A run of p1 and p2, sent at a minute past eight by the tenant's clock. */
function runAt(id: string, minute: number): TiedRun & { readonly run: Run } {
  const plan = planOf(['sent', 'sent']);
  const run = new Run({ ...plan, batches: plan.batches.map((batch) => ({ ...batch, hash: id })) }, time(minute));
  run.noteTenantClock(time(minute));
  run.noteBatch(1, 'sending');
  run.noteBatch(1, 'accepted');
  return { id, run };
}

function entry(id: string, person: string, minute: number, facts: EntryFacts = {}): LogEntry {
  return logEntry(id, person, { time: time(minute), ...facts });
}

/** `a=one/1`, in the order of entries; those from elsewhere are left out. */
function tied(entries: readonly LogEntry[], ...runs: readonly TiedRun[]): readonly string[] {
  const byId = new Map(entries.map((one) => [one.id, one]));
  const logged = entries.map(loggedEntry);
  const ties = tieEntries(logged, runs, (id) => byId.get(id), workedCyclesOf(logged, runs));
  return entries.flatMap(({ id }) => {
    const tie = ties.get(id);
    return tie === undefined ? [] : [`${id}=${tie.run}/${tie.record}`];
  });
}

describe('entries of a log', () => {
  it('are of the run that has sent the person before, and else from elsewhere', () => {
    const entries = [entry('a', 'p1', 9), entry('b', 'p1', 11), entry('c', 'p2', 11), entry('d', 'P2', 11)];
    expect(tied(entries, runAt('one', 10))).toEqual(['b=one/1', 'c=one/2']);
    expect(tied(entries)).toEqual([]);
  });

  it('are of the run whose journal has them, at any time', () => {
    const [one, two] = [runAt('one', 10), runAt('two', 20)];
    const late = entry('late', 'p1', 30);
    one.run.noteAnswers([{ record: 1, answer: answerOf(late) }]);
    expect(tied([late, entry('next', 'p1', 31)], one, two)).toEqual(['late=one/1', 'next=two/1']);
  });

  it('that several runs may have are given out one to each, in the order of sending', () => {
    const runs = [runAt('one', 10), runAt('two', 20)];
    const entries = [entry('b', 'p1', 26), entry('a', 'p1', 25), entry('c', 'p1', 27), entry('x', 'p1', 15)];
    expect(tied(entries, ...runs)).toEqual(['b=two/1', 'a=two/1', 'c=two/1', 'x=one/1']);
    expect(tied(entries.slice(0, 2), ...runs)).toEqual(['b=two/1', 'a=one/1']);
  });

  it('of people whom a run only planned to send are not its own', () => {
    const plan = planOf(['sent', 'sent']);
    expect(tied([entry('a', 'p1', 11)], { id: 'one', run: new Run(plan, time(10)) })).toEqual([]);
  });
});
