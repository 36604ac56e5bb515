import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/core/logs/answer';
import type { BatchState, RecordState } from '../../../src/core/run/recordState';
import { mayBeTaken, operationState, RECORD_STATES, STATE_LABELS } from '../../../src/core/run/recordState';
import { Run } from '../../../src/core/run/run';
import { logEntry } from '../../support/logEntries';
import type { RowKind } from '../../support/planText';
import { planOf } from '../../support/planText';
import { anyText, textWith } from '../../support/matchers';
import { sweepOf } from '../../support/sweep';

const START = '2026-11-30T08:00:00Z';

function states(run: Run): readonly RecordState[] {
  return Array.from(run.account.records, ({ state }) => state);
}

const [CREATED, UPDATED, DISABLED, FAILED, HELD] = [
  logEntry('c', 'p1'),
  logEntry('u', 'p1', { action: 'update' }),
  logEntry('d', 'p1', { action: 'disable' }),
  logEntry('f', 'p1', { status: 'failure', error: ['Some', 'reason'] }),
  logEntry('h', 'p1', { action: 'stagedDelete' }),
];
const UNCHANGED = logEntry('n', 'p1', { action: 'other', status: 'skipped', error: ['RedundantExport', ''] });

const MANAGER = logEntry('m', 'p1', { action: 'update', changed: ['manager'] });

describe('operationState', () => {
  it.each([
    ['planned', [], 'planned'],
    ['sending', [], 'sending'],
    ['accepted', [], 'waiting'],
    ['rejected', [], 'rejected'],
    ['not-sent', [], 'not-sent'],
    ['unknown', [], 'unknown'],
    ['accepted', [CREATED], 'created'],
    ['accepted', [FAILED], 'failed'],
    ['accepted', [HELD], 'held'],
    ['accepted', [UNCHANGED], 'unchanged'],
    ['unknown', [CREATED], 'created'],
    // The manager is set afterwards: the person was created all the same
    ['accepted', [CREATED, UPDATED], 'created'],
    ['accepted', [DISABLED, UPDATED], 'disabled'],
    ['accepted', [CREATED, UNCHANGED], 'created'],
    // A second copy finds done what the first did
    ['accepted', [UPDATED, UNCHANGED], 'updated'],
    ['given-up', [], 'given-up'],
    ['given-up', [CREATED], 'created'],
    ['cancelled', [], 'cancelled'],
    // Nothing was sent of these, so that it is not theirs
    ['cancelled', [CREATED], 'cancelled'],
    ['not-sent', [FAILED], 'not-sent'],
    // What went wrong last counts, and what came right
    ['accepted', [CREATED, FAILED], 'failed'],
    ['accepted', [FAILED, CREATED], 'created'],
    ['accepted', [FAILED, UPDATED], 'updated'],
    ['accepted', [FAILED, MANAGER], 'failed'],
    ['accepted', [CREATED, MANAGER], 'created'],
    ['accepted', [HELD, MANAGER], 'held'],
    ['accepted', [MANAGER], 'updated'],
  ] as const)('of a batch that is %s with entries %#', (batch, entries, expected) => {
    expect(operationState(batch, entries.map(answerOf))).toBe(expected);
  });

  it('says that the log never answered once it is no longer asked', () => {
    expect(operationState('accepted', [], true)).toBe('no-entry');
    expect(operationState('accepted', [answerOf(CREATED)], true)).toBe('created');
    expect(operationState('unknown', [], true)).toBe('unknown');
  });

  it('has a word for every state, and every state its place in the order', () => {
    expect([...RECORD_STATES].sort()).toEqual(Object.keys(STATE_LABELS).sort());
    expect(new Set(RECORD_STATES).size).toBe(RECORD_STATES.length);
  });
});

describe('Run', () => {
  it('begins with what the plan says', () => {
    const run = new Run(planOf(['sent', 'refused', 'excluded', 'unreadable', 'sent'], 1), START);
    expect(states(run)).toEqual(['planned', 'refused', 'excluded', 'refused', 'planned']);
    expect([...run.expected()]).toEqual([]);
  });

  it('says of refused records why', () => {
    const [refused, unreadable] = new Run(planOf(['refused', 'unreadable']), START).account.records;
    expect(refused).toMatchObject({
      externalId: 'p1',
      displayName: 'Person 1',
      cause: textWith('True'),
    });
    expect(unreadable).toMatchObject({ line: 3, cause: 'Too few cells.' });
    expect(unreadable).not.toHaveProperty('externalId');
  });

  it('tells what is known of a batch of each of its records', () => {
    const run = new Run(planOf(['sent', 'sent', 'sent'], 2), START);
    run.noteBatch(1, 'rejected', 'It was refused.', 'Do this.');
    run.noteStopped();
    expect(states(run)).toEqual(['rejected', 'rejected', 'not-sent']);
    expect(run.account.records.at(0)).toMatchObject({ cause: 'It was refused.', remedy: 'Do this.' });
    expect(run.account.records.at(2)).toMatchObject({ cause: 'Sending stopped at request 1. It was refused.' });
  });

  it('tells everybody what to do when nothing could be sent', () => {
    const run = new Run(planOf(['sent', 'sent'], 1), START);
    run.noteBatch(1, 'not-sent', 'Signing in was refused.', 'Check the secret.');
    run.noteStopped();
    expect(run.account.counts).toMatchObject({ 'not-sent': 2, rejected: 0 });
    expect(run.account.records.at(1)).toMatchObject({
      cause: 'Sending stopped at request 1. Signing in was refused.',
      remedy: 'Check the secret.',
    });
  });

  it('does not say of anybody for ever that they are being sent', () => {
    const run = new Run(planOf(['sent', 'sent'], 1), START);
    run.noteBatch(1, 'sending');
    run.noteStopped();
    expect(states(run)).toEqual(['unknown', 'not-sent']);
    expect(run.account.records.at(0)).toMatchObject({ cause: anyText, remedy: anyText });
  });

  it('counts attempts, and says what may have been sent twice', () => {
    const run = new Run(planOf(['sent', 'sent', 'sent', 'sent'], 1), START);
    const send = (batch: number, ...ends: readonly BatchState[]): void => {
      for (const end of ends) {
        run.noteBatch(batch, 'sending');
        run.noteBatch(batch, end);
      }
    };
    send(1, 'planned', 'not-sent', 'accepted');
    send(2, 'unknown', 'accepted');
    // That the second was not sent says nothing of the first
    send(3, 'unknown', 'not-sent');
    send(4, 'unknown', 'unknown', 'given-up');
    expect(run.account.batches).toEqual([
      { number: 1, operations: 1, state: 'accepted', attempts: 3, maybeTwice: false },
      { number: 2, operations: 1, state: 'accepted', attempts: 2, maybeTwice: true },
      { number: 3, operations: 1, state: 'unknown', attempts: 2, maybeTwice: false },
      { number: 4, operations: 1, state: 'given-up', attempts: 3, maybeTwice: true },
    ]);
    run.noteCancelled();
    expect(states(run)).toEqual(['waiting', 'waiting', 'unknown', 'given-up']);
    run.noteTaken(3);
    expect(run.stateOf(3)).toBe('accepted');
  });

  it('cancels what was certainly not sent, and nothing else', () => {
    const run = new Run(planOf(['sent', 'sent', 'sent', 'refused'], 1), START);
    run.noteBatch(1, 'accepted');
    run.noteBatch(2, 'not-sent', 'The host is not known.');
    run.noteCancelled();
    expect(states(run)).toEqual(['waiting', 'cancelled', 'cancelled', 'refused']);
    expect(Array.from(run.account.records, ({ batch }) => batch)).toEqual([1, 2, 3, undefined]);
    expect(run.account.records.at(3)).not.toHaveProperty('batch');
  });

  it('expects the log to answer what was accepted, and nothing else', () => {
    const run = new Run(planOf(['sent', 'refused', 'sent', 'sent', 'sent'], 1), START);
    run.noteBatch(1, 'accepted');
    run.noteBatch(2, 'unknown');
    run.noteBatch(3, 'accepted');
    run.noteStopped();
    expect([...run.expected()]).toEqual(['p1', 'p4']);
    expect(states(run)).toEqual(['waiting', 'refused', 'unknown', 'waiting', 'not-sent']);
  });

  it('does not take the entries of a request that was never sent for its own', () => {
    const run = new Run(planOf(['sent', 'sent'], 1), START);
    run.noteBatch(1, 'accepted');
    run.noteStopped();
    run.noteEntries([logEntry('1', 'p1'), logEntry('2', 'p2'), logEntry('3', 'stranger')]);
    expect(states(run)).toEqual(['created', 'not-sent']);
    expect(run.account.elsewhere).toBe(2);
  });

  it('explains failures in our words and in those of the service', () => {
    const run = new Run(planOf(['sent', 'sent']), START);
    run.noteBatch(1, 'accepted');
    run.noteEntries([
      logEntry('1', 'p1', {
        status: 'failure',
        error: ['AzureActiveDirectoryInvalidUserPrincipalName', 'It is taken.'],
      }),
      logEntry('2', 'p2'),
    ]);
    const [failed, created] = run.account.records;
    expect(failed).toMatchObject({
      state: 'failed',
      reason: 'It is taken.',
      cause: anyText,
      remedy: anyText,
    });
    expect(created).not.toHaveProperty('cause');
  });

  it.each([
    // An hour before this machine's time, a day ahead of it
    ['2026-11-30T07:00:00Z', '2026-11-30T06:59:59.999Z', '2026-11-30T07:00:00Z'],
    ['2026-12-01T08:00:00Z', '2026-12-01T07:59:59.999Z', '2026-12-01T08:00:05Z'],
    // Not known: this machine's, less five minutes
    [undefined, '2026-11-30T07:54:59Z', '2026-11-30T07:55:00Z'],
  ])('leaves entries of an earlier run out, by the tenant’s clock: %s', (clock, before, after) => {
    const run = new Run(planOf(['sent']), START);
    if (clock !== undefined) run.noteTenantClock(clock);
    run.noteBatch(1, 'accepted');
    run.noteEntries([logEntry('old', 'p1', { time: before })]);
    expect([states(run), run.account.elsewhere]).toEqual([['waiting'], 0]);
    run.noteEntries([logEntry('new', 'p1', { time: after })]);
    expect(states(run)).toEqual(['created']);
  });

  it('takes no entry for an answer to a request that was sent later', () => {
    const run = new Run(planOf(['sent', 'sent'], 1), START);
    run.noteTenantClock('2026-11-30T08:00:00Z');
    run.noteBatch(1, 'sending');
    run.noteBatch(1, 'accepted');
    run.noteTenantTime('2026-11-30T09:00:00Z');
    run.noteBatch(2, 'sending');
    run.noteBatch(2, 'unknown');
    const time = '2026-11-30T08:59:59Z';
    run.noteEntries([logEntry('1', 'p1', { time }), logEntry('2', 'p2', { time })]);
    expect(states(run)).toEqual(['created', 'unknown']);
  });

  it('keeps the entries of so many people in memory, and of those who failed as many more', () => {
    const people = 20_010;
    const run = new Run(planOf(Array.from({ length: people }, () => 'sent' as const)), START);
    for (const { number } of run.plan.batches) run.noteBatch(number, 'accepted');
    const error = ['AzureActiveDirectoryInvalidUserPrincipalName', 'It is taken.'] as const;
    const last = people - 1;
    run.noteEntries(
      Array.from({ length: people }, (_, index) =>
        logEntry(`${index}`, `p${index + 1}`, index === last ? { status: 'failure', error } : {}),
      ),
    );
    const has = (index: number) => run.account.records.at(index)?.entries.length;
    expect([has(0), has(19_999), has(20_000), has(last)]).toEqual([1, 1, 0, 1]);
    expect(run.account.counts).toMatchObject({ created: last, failed: 1 });
  });

  it('is made again from answers alone, as they are kept', () => {
    const [live, kept] = [new Run(planOf(['sent', 'sent']), START), new Run(planOf(['sent', 'sent']), START)];
    const error = ['AzureActiveDirectoryInvalidUserPrincipalName', 'It is taken.'] as const;
    for (const run of [live, kept]) run.noteBatch(1, 'accepted');
    live.noteEntries([logEntry('1', 'p1', { status: 'failure', error }), logEntry('2', 'p2')]);
    const answers = Array.from(live.account.records, ({ record, answers: [first] }) => ({ record, first }));
    for (const { record, first } of answers) {
      const { log: _, ...answer } = first ?? answerOf(CREATED);
      expect(kept.noteAnswers([{ record, answer }])).toHaveLength(1);
      expect(kept.noteAnswers([{ record, answer }])).toEqual([]);
    }
    expect(kept.account.counts).toEqual(live.account.counts);
    const [failed] = kept.account.records;
    expect(failed).toMatchObject({
      state: 'failed',
      entries: [],
      answers: [{ entry: '1' }],
      cause: textWith('sign-in'),
    });
    expect([kept.hasEntry('1'), kept.countUnanswered((state) => state === 'accepted')]).toEqual([true, 0]);
  });

  it('accounts for every record once, with any outcomes of batches in any order', { timeout: 60_000 }, () => {
    const kinds = fc.array(fc.constantFrom<RowKind>('sent', 'sent', 'sent', 'excluded', 'refused', 'unreadable'), {
      maxLength: 14,
    });
    const batchState = fc.constantFrom<BatchState>(
      'planned',
      'sending',
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'rejected',
      'not-sent',
      'unknown',
      'given-up',
      'cancelled',
    );
    const happening = fc.oneof(
      fc.record({ batch: fc.integer({ min: 1, max: 4 }), state: batchState }),
      fc.record({
        person: fc.integer({ min: 1, max: 15 }),
        action: fc.constantFrom('create', 'update', 'delete', 'disable', 'stagedDelete', 'other', 'dance'),
        status: fc.constantFrom('success', 'failure', 'skipped', 'warning', 'unheard-of'),
      }),
      fc.constantFrom('stop' as const, 'cancel' as const, 'silence' as const),
    );
    const seen = new Set<RecordState>();
    fc.assert(
      fc.property(kinds, fc.array(happening, { maxLength: 60, size: 'max' }), (rows, happenings) => {
        const run = new Run(planOf(rows, 3), START);
        run.noteBatch(1, 'sending');
        for (const [index, each] of happenings.entries()) {
          if (each === 'stop') run.noteStopped();
          else if (each === 'cancel') run.noteCancelled();
          else if (each === 'silence') run.noteSilence('Nothing came.', 'Wait.', index % 2 === 0);
          else if ('batch' in each) run.noteBatch(each.batch, each.state);
          else run.noteEntries([logEntry(`e${index}`, `p${each.person}`, each)]);
          const { counts, records: accounts, batches } = run.account;
          expect(
            batches.map(({ state, attempts }) => (attempts === 0 && state === 'sending' ? 'wrong' : 'right')),
          ).toEqual(batches.map(() => 'right'));
          const records = [...accounts];
          expect(records.map(({ record }) => record)).toEqual(rows.map((_, place) => place + 1));
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
          for (const { state } of records) seen.add(state);
          for (const state of RECORD_STATES)
            expect(counts[state]).toBe(records.filter((record) => record.state === state).length);
          expect(counts.refused).toBe(rows.filter((kind) => kind === 'refused' || kind === 'unreadable').length);
          expect(counts.excluded).toBe(rows.filter((kind) => kind === 'excluded').length);
        }
        const { records } = run.account;
        const sorted = RECORD_STATES.flatMap((state) => [...records].filter((record) => record.state === state));
        expect(RECORD_STATES.flatMap((state) => [...records.inState(state)])).toEqual(sorted);
        expect([records.sorted(0, rows.length), records.sorted(2, 3)]).toEqual([sorted, sorted.slice(2, 5)]);
        expect(Array.from(records.states(), ({ state }) => state)).toEqual(states(run));
        run.noteStopped();
        expect(run.account.counts.planned).toBe(0);
      }),
      sweepOf(200, 1.5),
    );
    // Nothing was left out; nobody is enabled without a changed property
    expect(RECORD_STATES.filter((state) => !seen.has(state))).toEqual(['enabled', 'unchanged']);
  });

  it.each([
    ['planned', false],
    ['sending', true],
    ['accepted', true],
    ['rejected', false],
    ['not-sent', false],
    ['unknown', true],
    ['given-up', true],
    ['cancelled', false],
  ] as const)('%s: the log may answer it: %s', (state, expected) => {
    expect(mayBeTaken(state)).toBe(expected);
  });
});

describe('a log that says nothing', () => {
  it('gives its reason to those who wait for it, and to nobody whom it has answered', () => {
    const run = new Run(planOf(['sent', 'sent']), START);
    for (const { number } of run.plan.batches) run.noteBatch(number, 'accepted');
    run.noteEntries([logEntry('1', 'p1')]);
    run.noteSilence('The job is paused.', 'Start it.');
    expect(run.account.records.at(0)).not.toHaveProperty('cause');
    expect(run.account.records.at(1)).toMatchObject({
      state: 'waiting',
      cause: 'The job is paused.',
      remedy: 'Start it.',
    });
    expect([run.hasEntry('1'), run.hasEntry('2')]).toEqual([true, false]);
    run.noteSilence('The log has no entry after 24 hours.', 'Send them again.', true);
    expect(run.account.counts).toMatchObject({ waiting: 0, 'no-entry': 1, created: 1 });
    run.noteEntries([logEntry('2', 'p2')]);
    expect(run.account.counts).toMatchObject({ 'no-entry': 0, created: 2 });
  });
});
