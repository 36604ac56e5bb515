import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/core/logs/answer';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import type { MatchOptions, RecordAnswer } from '../../../src/core/logs/entryMatcher';
import { EntryMatcher } from '../../../src/core/logs/entryMatcher';
import { Run } from '../../../src/core/run/run';
import type { EntryFacts } from '../../support/logEntries';
import { logEntry } from '../../support/logEntries';
import { planOf } from '../../support/planText';
import { sweepOf } from '../../support/sweep';

/**
 * A run of two people, sent at a minute past eight by the tenant's clock.
 * @param body names what was sent: no other run has sent the same, unless it says so
 */
function sentAt(minute: number, body = `sent at ${String(minute)}`): Run {
  const plan = planOf(['sent', 'sent']);
  const own = { ...plan, batches: plan.batches.map((batch) => ({ ...batch, hash: body })) };
  const run = new Run(own, '2020-01-01T00:00:00Z');
  run.noteTenantClock(time(minute));
  run.noteBatch(1, 'sending');
  run.noteBatch(1, 'accepted');
  return run;
}

function time(minute: number): string {
  return `2026-11-30T08:${String(minute).padStart(2, '0')}:00Z`;
}

function entry(id: string, person: string, minute: number, facts: EntryFacts = {}): LogEntry {
  return logEntry(id, person, { time: time(minute), ...facts });
}

/** `record=entry` */
function named(answers: readonly RecordAnswer[]): readonly string[] {
  return answers.map(({ record, answer }) => `${record}=${answer.entry}`);
}

/** A whole look at the log. */
function look(matcher: EntryMatcher, ...entries: readonly LogEntry[]): readonly string[] {
  return [...named(matcher.take(entries)), ...named(matcher.endLook())];
}

const MANAGER: EntryFacts = { action: 'update', changed: ['manager'] };

describe('EntryMatcher', () => {
  it('goes by the id, exactly, and by time', () => {
    const matcher = new EntryMatcher(sentAt(10));
    const entries = [entry('a', 'p1', 9), entry('b', 'p1', 10), entry('c', 'P2', 11), entry('d', 'p2', 11)];
    expect(look(matcher, ...entries)).toEqual(['1=b', '2=d']);
    expect(matcher.elsewhere).toBe(1);
  });

  it('gives each entry once, and counts a stranger once', () => {
    const matcher = new EntryMatcher(sentAt(10));
    const entries = [entry('a', 'p1', 11), entry('b', '__proto__', 11)];
    expect(look(matcher, ...entries, ...entries)).toEqual(['1=a']);
    expect([look(matcher, ...entries), matcher.elsewhere]).toEqual([[], 1]);
  });

  it('looks at no entry of another job, and at none that another run has taken', () => {
    const later = sentAt(50);
    later.noteAnswers([{ record: 1, answer: answerOf(entry('taken', 'p1', 11)) }]);
    const matcher = new EntryMatcher(sentAt(10), { jobId: 'API2AAD.x', later: [later] });
    const entries = [
      entry('a', 'p1', 11, { jobId: 'other' }),
      entry('taken', 'p1', 11),
      entry('b', 'p2', 11, { jobId: 'api2aad.X' }),
      entry('c', 'p1', 11),
    ];
    expect(look(matcher, ...entries)).toEqual(['2=b', '1=c']);
    expect(matcher.elsewhere).toBe(0);
  });

  it('knows a change of ours by its id, regardless of the person in the entry', () => {
    const matcher = new EntryMatcher(sentAt(10));
    expect(look(matcher, entry('a', 'p1', 11, { changeId: 'change' }))).toEqual(['1=a']);
    expect(look(matcher, entry('b', '', 12, { ...MANAGER, changeId: 'change' }))).toEqual(['1=b']);
    expect([look(matcher, entry('c', '', 12, { changeId: 'another' })), matcher.elsewhere]).toEqual([[], 1]);
  });

  it('answers nothing that was not sent', () => {
    const run = sentAt(10);
    run.noteBatch(1, 'sending');
    const planned = new Run(run.plan, run.startedAt);
    planned.noteTenantClock(time(10));
    const matcher = new EntryMatcher(planned);
    expect([look(matcher, entry('a', 'p1', 11)), matcher.elsewhere]).toEqual([[], 1]);
  });
});

describe('entries of people whom several runs have sent', () => {
  /** What is given to each of these runs, when each looks at the log by itself. */
  const given = (runs: readonly Run[], entries: readonly LogEntry[], pages = 1): readonly (readonly string[])[] =>
    runs.map((run, place) => {
      const options: MatchOptions = { earlier: runs.slice(0, place), later: runs.slice(place + 1) };
      const matcher = new EntryMatcher(run, options);
      const size = Math.ceil(entries.length / pages);
      const answers = Array.from({ length: pages }, (_, page) =>
        named(matcher.take(entries.slice(page * size, (page + 1) * size))),
      );
      expect(matcher.elsewhere).toBe(0);
      return [...answers.flat(), ...named(matcher.endLook())].sort();
    });

  it('are given out one to each run, in the order of time and of sending', () => {
    // One cycle takes both, and the log has the newest first, over two pages
    const entries = [entry('second', 'p1', 40), entry('first', 'p1', 39)];
    expect(given([sentAt(10), sentAt(20)], entries, 2)).toEqual([['1=first'], ['1=second']]);
  });

  it('are the earlier run’s where it alone was sent by then', () => {
    const entries = [entry('a', 'p1', 15), entry('b', 'p1', 25), entry('c', 'p1', 26)];
    expect(given([sentAt(10), sentAt(20)], entries)).toEqual([['1=a'], ['1=b', '1=c']]);
  });

  it('are the newest run’s once each has one', () => {
    const failed: EntryFacts = { status: 'failure', error: ['Some', 'reason'] };
    const entries = [entry('a', 'p1', 31, failed), entry('b', 'p1', 32, failed), entry('c', 'p1', 33)];
    expect(given([sentAt(10), sentAt(20)], entries)).toEqual([['1=a'], ['1=b', '1=c']]);
  });

  it('go with their cycle when they are a manager’s', () => {
    const [cycle, next] = [{ cycleId: 'cycle' }, { cycleId: 'next' }];
    const [a, m] = [entry('a', 'p1', 31, cycle), entry('m', 'p1', 32, { ...MANAGER, ...cycle })];
    expect(given([sentAt(10), sentAt(20)], [a, m, entry('b', 'p1', 33, next)])).toEqual([['1=a', '1=m'], ['1=b']]);
    expect(given([sentAt(10), sentAt(20)], [a, m, entry('b', 'p1', 33, cycle)])).toEqual([['1=a'], ['1=b', '1=m']]);
  });

  it('are the run’s that waits when a manager is all that it changed', () => {
    const entries = [
      entry('a', 'p1', 15, { cycleId: 'cycle' }),
      entry('m', 'p1', 31, { ...MANAGER, cycleId: 'next' }),
      entry('n', 'p1', 33, { ...MANAGER, cycleId: 'last' }),
    ];
    expect(given([sentAt(10), sentAt(20)], entries)).toEqual([['1=a'], ['1=m', '1=n']]);
    expect(given([sentAt(10), sentAt(20)], entries.toReversed())).toEqual([['1=a'], ['1=m', '1=n']]);
    const [complete] = [sentAt(10)];
    complete.noteAnswers(new EntryMatcher(complete).take(entries.slice(0, 1)));
    const options = { earlier: [complete] };
    expect(look(new EntryMatcher(sentAt(20), options), ...entries)).toEqual(['1=m', '1=n']);
  });

  it('answer a run in the end when they answer one that has sent the same bytes', () => {
    const [killed, again] = [sentAt(10, 'the same'), sentAt(20, 'the same')];
    const look31 = entry('a', 'p1', 31);
    const matcher = new EntryMatcher(again, { earlier: [killed] });
    expect([look(matcher, look31), named(matcher.endWait())]).toEqual([[], ['1=a']]);
    const early = new EntryMatcher(again, { earlier: [killed] });
    expect([look(early, entry('a', 'p1', 15)), named(early.endWait())]).toEqual([[], []]);
    killed.noteAnswers(new EntryMatcher(killed).take([look31]));
    const options = { earlier: [killed] };
    const late = new EntryMatcher(again, options);
    expect([look(late, look31), named(late.endWait())]).toEqual([[], ['1=a']]);
    const other = new EntryMatcher(sentAt(20), options);
    expect([look(other, look31), named(other.endWait())]).toEqual([[], []]);
    again.noteAnswers(new EntryMatcher(again).take([entry('b', 'p1', 40)]));
    expect(named(late.endWait())).toEqual([]);
  });

  it('are not given to a run that may not have been accepted, unless there are enough', () => {
    const unknown = (): Run => {
      const run = sentAt(10);
      run.noteBatch(1, 'unknown');
      return run;
    };
    expect(given([unknown(), sentAt(20)], [entry('a', 'p1', 31)])).toEqual([[], ['1=a']]);
    expect(given([unknown()], [entry('a', 'p1', 31)])).toEqual([['1=a']]);
    const both = new EntryMatcher(unknown(), { later: [sentAt(20)] });
    expect(look(both, entry('a', 'p1', 31), entry('b', 'p1', 32))).toEqual(['1=b']);
  });

  it('are not taken by a run that no longer waits', () => {
    const silent = sentAt(10);
    silent.noteSilence('Nothing came.', 'Send again.', true);
    expect(given([silent, sentAt(20)], [entry('a', 'p1', 31)])).toEqual([[], ['1=a']]);
  });

  it('stay whose they are over a restart', () => {
    const [earlier, later] = [sentAt(10), sentAt(20)];
    const entries = [entry('a', 'p1', 31), entry('b', 'p1', 32)];
    later.noteAnswers(new EntryMatcher(later, { earlier: [earlier] }).take([]));
    const first = new EntryMatcher(later, { earlier: [earlier] });
    first.take(entries);
    later.noteAnswers(first.endLook());
    expect(named(later.answersOf(0).map((answer) => ({ record: 1, answer })))).toEqual(['1=b']);
    // Both read the log once more
    expect(look(new EntryMatcher(later, { earlier: [earlier] }), ...entries)).toEqual(['1=b']);
    expect(look(new EntryMatcher(earlier, { later: [later] }), ...entries)).toEqual(['1=a']);
  });

  it('are each given to one run at most, in any order and any pages', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 4 }), fc.integer(), (at, pages, seed) => {
        const inOrder = at.map((minute) => entry(`e${minute}`, 'p1', minute));
        const shuffled = inOrder.toSorted((left, right) => hash(left.id, seed) - hash(right.id, seed));
        const runs = [sentAt(5), sentAt(15), sentAt(25)];
        const all = given(runs, shuffled, pages);
        const eligible = at.filter((minute) => minute >= 5).map((minute) => `1=e${minute}`);
        expect(all.flat().sort()).toEqual(eligible.sort());
        expect(given(runs, inOrder)).toEqual(all);
      }),
      sweepOf(300, 1),
    );
  });
});

function hash(text: string, seed: number): number {
  let value = seed;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value;
}
