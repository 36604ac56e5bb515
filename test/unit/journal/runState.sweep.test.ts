import { assert, constantFrom, array, integer, property, record, oneof, constant } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAboutContent } from '../../../src/core/journal/isAboutContent';
import type { AttemptOutcome, JournalEvent } from '../../../src/core/journal/journalEvent';
import { chainStart, JournalReader, writeLine } from '../../../src/core/journal/journalText';
import { RunState } from '../../../src/core/journal/runState';
import { guidOf } from '../../support/guidOf';
import { everythingOf } from '../../support/journalled';
import { keptPlan, sha256 } from '../../support/keptPlan';
import { sweepOf } from '../../support/sweep';

const BATCHES = 4;
const BATCH_STATES = [
  'planned',
  'sending',
  'accepted',
  'rejected',
  'not-sent',
  'unknown',
  'given-up',
  'cancelled',
] as const;
const plan = keptPlan(BATCHES);
const AT = '2026-11-28T20:48:06.250Z';
const hash = plan.batches[0]?.hash ?? '';

const outcome = constantFrom<AttemptOutcome>('accepted', 'not-sent', 'rejected', 'throttled', 'unknown', 'intercepted');
const batch = integer({ min: 1, max: BATCHES });
const attempt = constant(1);
const start = record({
  type: constant('attempt-start' as const),
  batch,
  attempt,
  hash: constant(hash),
  reason: constant('first' as const),
});
const status = constantFrom(202, 400, 403, 413, 429, 503);
const end = record({ type: constant('attempt-end' as const), batch, attempt, outcome, status });
const answer = record({
  type: constant('reconciled' as const),
  record: integer({ min: 1, max: BATCHES * 2 }),
  entry: integer({ min: 0, max: 30 }).map(guidOf),
  at: constantFrom('2026-11-28T21:00:00Z', '2026-11-28T21:00:01.5Z', ''),
  outcome: constantFrom('created' as const, 'failed' as const),
  isReference: constantFrom(true, false),
});
const others = constantFrom<JournalEvent>(
  { type: 'confirmed', plan: hash, by: '--yes', guards: [] },
  { type: 'blocked', plan: hash, guards: [] },
  { type: 'paused', why: 'asked' },
  { type: 'paused', why: 'pilot', until: AT, cause: 'c', remedy: 'r' },
  { type: 'resumed' },
  { type: 'recovered', dropped: 3 },
  { type: 'cancelled' },
  { type: 'superseded', run: 'x', records: [1, 3], batches: [1, 2] },
  { type: 'tenant-clock', at: AT },
  { type: 'log-read', elsewhere: 3 },
  { type: 'silent', cause: 'c', remedy: 'r', isFinal: true },
  { type: 'closed', counts: { created: 1 } },
);
const given = batch.map((number): JournalEvent => ({ type: 'given-up', batch: number }));
const taken = batch.map((number): JournalEvent => ({ type: 'found-taken', batch: number }));
const events: Arbitrary<JournalEvent[]> = array(
  oneof(
    { weight: 6, arbitrary: start },
    { weight: 6, arbitrary: end },
    { weight: 2, arbitrary: answer },
    others,
    given,
    taken,
  ),
  { maxLength: 60 },
);

describe('what a journal says', () => {
  it('is the same from memory and from the disk, after every event', () => {
    assert(
      property(events, (all) => {
        const memory = new RunState(plan);
        const disk = new RunState(plan);
        const reader = new JournalReader(plan.plan, sha256);
        let chain = chainStart(plan.plan);
        // A journal always begins so
        const planned = { type: 'planned', plan: plan.plan, records: 1, operations: 1, batches: 1 } as const;
        for (const event of [planned, ...all]) {
          const written = writeLine(event, AT, chain, sha256);
          chain = written.end;
          memory.apply(written.line);
          const line = reader.next(written.text.trimEnd());
          if (line === undefined) throw new Error(reader.fault?.message);
          disk.apply(line);
          expect(everythingOf(disk, BATCHES * 2)).toEqual(everythingOf(memory, BATCHES * 2));
        }
      }),
      sweepOf(1000),
    );
  });

  it('counts its batches and their open refusals after every event as a recount of all of them gives', () => {
    const searched = batch.map((number) => ({ searched: number }));
    assert(
      property(array(oneof(start, end, given, taken, others, searched), { maxLength: 40 }), (all) => {
        const state = new RunState(plan);
        const found = new Set<number>();
        for (const event of all) {
          if ('searched' in event) {
            state.noteSearched([event.searched]);
            found.add(event.searched);
          } else state.apply({ seq: 1, at: AT, event });
          const batches = state.batches;
          expect(state.size).toBe(BATCHES);
          for (const each of BATCH_STATES)
            expect(state.count(each)).toBe(batches.filter((one) => one.state === each).length);
          const open = batches.flatMap((one, index) =>
            one.state === 'rejected' && isAboutContent(one.last?.status) && !found.has(index + 1) ? [index + 1] : [],
          );
          expect(state.allSearchable).toEqual(open);
          expect(state.searchable).toBe(open[0]);
        }
      }),
      sweepOf(3000),
    );
  });

  it('never calls anything not sent that may have been received, and says exactly what may have been twice', () => {
    assert(
      property(array(oneof(start, end, taken, given, others), { maxLength: 40 }), (all) => {
        const state = new RunState(plan);
        // The obvious account: attempts of each batch, and what became of them
        const tried = new Map<number, (AttemptOutcome | undefined)[]>();
        const sound = all.filter((event) => {
          const own = 'batch' in event ? (tried.get(event.batch) ?? []) : [];
          const isOpen = own.length > 0 && own.at(-1) === undefined;
          if (event.type === 'attempt-start') tried.set(event.batch, [...own, undefined]);
          // An end needs a beginning, and only what was begun can be given up or found
          if (event.type === 'attempt-end' && isOpen) tried.set(event.batch, [...own.slice(0, -1), event.outcome]);
          return event.type === 'attempt-end'
            ? isOpen
            : !['given-up', 'found-taken'].includes(event.type) || own.length > 0;
        });
        for (const event of sound) state.apply({ seq: 1, at: AT, event });
        for (const { number } of plan.batches) {
          const outcomes = tried.get(number) ?? [];
          const received = outcomes.filter(
            (each) => each === undefined || each === 'accepted' || each === 'unknown',
          ).length;
          const { state: found, maybeTwice, attempts } = state.batch(number);
          expect(attempts).toBe(outcomes.length);
          expect(maybeTwice).toBe(received > 1);
          if (['planned', 'not-sent', 'cancelled', 'rejected'].includes(found)) expect(received).toBe(0);
          const wasFound = sound.some((event) => event.type === 'found-taken' && event.batch === number);
          if (found === 'accepted') expect(outcomes.includes('accepted') || wasFound).toBe(true);
        }
        expect(BATCH_STATES.reduce((sum, each) => sum + state.count(each), 0)).toBe(BATCHES);
      }),
      sweepOf(5000),
    );
  });
});
