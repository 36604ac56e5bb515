import { describe, expect, it } from 'vitest';
import { describeEnd, exitCodeOf } from '../../../../src/cli/sending/endOfRun';
import type { RecordState } from '../../../../src/core/run/recordState';
import { RECORD_STATES } from '../../../../src/core/run/recordState';
import type { RunStatus } from '../../../../src/core/journal/runStatus';

type Some = Partial<Record<RecordState, number>>;
const counts = (some: Some) =>
  ({ ...Object.fromEntries(RECORD_STATES.map((state) => [state, 0])), ...some }) as Record<RecordState, number>;
const status = (phase: RunStatus['phase'], more: Partial<RunStatus> = {}): RunStatus => ({
  phase,
  requests: 4,
  accepted: 2,
  ...more,
});
const paused = (why: NonNullable<RunStatus['pause']>['why'], accepted = 2) =>
  status('paused', { accepted, pause: { why, cause: 'Why.', remedy: 'What to do.' } });

describe('the exit code', () => {
  it.each<[number, RunStatus, Some, boolean]>([
    [0, status('complete'), { created: 3, excluded: 1 }, true],
    [0, status('awaiting-log'), { waiting: 3 }, false],
    [5, status('awaiting-log'), { waiting: 1, created: 2 }, true],
    [5, status('complete'), { 'no-entry': 1, created: 2 }, true],
    [1, status('complete'), { created: 3, failed: 1 }, true],
    [1, status('awaiting-log'), { waiting: 3, refused: 1 }, false],
    [3, status('complete'), { rejected: 3 }, false],
    [1, status('complete', { isSearch: true }), { rejected: 1, created: 49 }, true],
    [3, status('complete', { isSearch: true }), { rejected: 1, 'given-up': 1 }, true],
    [5, status('awaiting-log', { isSearch: true }), { rejected: 1, waiting: 1 }, true],
    [3, status('paused', { isSearch: true, pause: { why: 'refused' } }), { 'not-sent': 25 }, false],
    [3, status('complete'), { 'given-up': 50, created: 3 }, true],
    [3, paused('refused'), { 'not-sent': 100 }, false],
    [3, paused('breaker'), { unknown: 50 }, false],
    [5, paused('throttled'), { 'not-sent': 100 }, false],
    [5, paused('asked'), { 'not-sent': 100 }, false],
    [5, paused('journal'), { unknown: 50 }, false],
    [5, paused('source'), { 'not-sent': 100 }, false],
    [4, paused('source', 0), { 'not-sent': 200 }, false],
    [5, status('sending'), { 'not-sent': 100 }, false],
    [5, status('pilot'), { created: 5, planned: 100 }, true],
    [5, status('cancelled'), { cancelled: 100 }, false],
    [4, status('blocked'), { 'not-sent': 100 }, false],
    [3, status('awaiting-log', { isLogUnread: true }), { waiting: 1, created: 2 }, true],
    [3, status('awaiting-log', { isLogUnread: true }), { waiting: 3 }, false],
    [1, status('complete', { isLogUnread: true }), { created: 2, failed: 1 }, true],
    [5, status('awaiting-log', { unwritten: { cause: 'Why.', remedy: 'What to do.' } }), { waiting: 3 }, false],
    [5, status('complete', { unwritten: { cause: 'Why.', remedy: 'What to do.' } }), { created: 3 }, true],
    [1, status('complete', { unwritten: { cause: 'Why.', remedy: 'What to do.' } }), { failed: 3 }, true],
  ])('is %d for %j with %j, waiting: %j', (code, ended, some, waits) => {
    expect(exitCodeOf(ended, counts(some), waits)).toBe(code);
  });
});

describe('the end of a run', () => {
  const next = { resume: 'resume it', verify: 'verify it', search: 'search it' };
  const end = (ended: RunStatus, some: Some, { waits = false, isStopped = false } = {}) =>
    describeEnd({ status: ended, counts: counts(some), waits, isStopped, next });

  it('says why it stopped, what was sent, and how to go on', () => {
    expect(end(paused('throttled'), { 'not-sent': 100 })).toEqual({
      said: ['Why. What to do. 2 of 4 requests were accepted; that cannot be undone. To continue, run: resume it'],
      why: ['Why. What to do. 2 of 4 requests were accepted; that cannot be undone.'],
      next: ['To continue, run: resume it'],
    });
    expect(end(paused('asked', 0), {}, { isStopped: true }).said).toEqual([
      'Stopped. Nothing was accepted. To continue, run: resume it',
    ]);
  });

  it('names the call that finds the records at fault in a refused request', () => {
    const how = 'Request 2 was refused because of its content. To find the records at fault, run: search it';
    const { said, next: calls } = end({ ...paused('refused'), searchable: 2 }, { rejected: 50, 'not-sent': 20 });
    expect(said.at(-1)).toBe(how);
    expect(calls).toEqual(['To continue, run: resume it', how]);
    expect(end(status('complete', { searchable: 2 }), { rejected: 50 }).next).toEqual([how]);
    expect(end(status('complete'), { rejected: 1 }).next).toEqual([]);
    const search = status('paused', { isSearch: true, accepted: 25, requests: 50 });
    expect(end(search, { 'not-sent': 25 }).why).toEqual([
      'Paused. 25 of 50 people were accepted; that cannot be undone.',
    ]);
  });

  it('always says what could not be written down', () => {
    const unwritten = { cause: 'It is full.', remedy: 'Make room.' };
    expect(end(status('complete', { unwritten }), { created: 3 })).toEqual({
      said: ['It is full. Make room.'],
      why: [],
      next: [],
    });
    expect(end(status('awaiting-log', { unwritten }), { waiting: 3 }, { waits: true }).said).toHaveLength(2);
  });

  it('says what the log leaves open only to a call that waited for it', () => {
    expect(end(status('awaiting-log'), { waiting: 2, created: 3 })).toEqual({
      said: [],
      why: [],
      next: ['To see their results, run: verify it'],
    });
    expect(end(status('awaiting-log'), { waiting: 2, created: 3 }, { waits: true }).said).toEqual([
      'The log has no entry yet for 2 of 5 accepted records. To read it later, run: verify it',
    ]);
    expect(end(status('complete'), { created: 5 }, { waits: true })).toEqual({ said: [], why: [], next: [] });
  });

  it('says why the log does not answer, and what to do', () => {
    const silence = { cause: 'It cannot be read.', remedy: 'Grant it.' };
    const open = { status: status('awaiting-log'), counts: counts({ waiting: 2, created: 3 }), isStopped: false, next };
    const { said, why } = describeEnd({ ...open, waits: true, silence });
    expect(said).toEqual([
      'The log has no entry yet for 2 of 5 accepted records. It cannot be read. Grant it. To read it later, run: verify it',
    ]);
    expect(why).toEqual(['It cannot be read. Grant it.']);
    expect(describeEnd({ ...open, waits: false, silence }).said).toEqual([]);
  });

  it('names no call where the tenant is gone with this one', () => {
    const alone = { status: paused('asked'), counts: counts({ 'not-sent': 9 }), waits: false, isStopped: true };
    const { said, next: calls } = describeEnd(alone);
    expect(calls).toEqual([]);
    expect(said[0]).toContain('Their results are gone with the sandbox that was started for this call.');
    expect(said[0]).not.toContain('runs resume');
  });
});
