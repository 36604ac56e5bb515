import { describe, expect, it } from 'vitest';
import type { JournalEvent, JournalledGuard } from '../../../src/core/journal/journalEvent';
import { chainStart, JournalReader, writeLine } from '../../../src/core/journal/journalText';
import { keptPlan, sha256 } from '../../support/keptPlan';
import type { SamplesOf } from '../../support/memberSamples';
import {
  anyCount,
  anyFlag,
  anyHash,
  anyList,
  anyNumber,
  anyObject,
  anyOf,
  anyRecord,
  anyText,
  anyTime,
  optional,
} from '../../support/memberSamples';

type EventType = JournalEvent['type'];
type EventOf<Type extends EventType> = Extract<JournalEvent, { readonly type: Type }>;

const AT = '2026-11-28T20:48:06.250Z';
const NEWER = 'A newer version of this program has written to the journal of this run.';

const guards = anyList(
  anyObject<JournalledGuard>({
    id: anyText,
    decision: anyOf({ pass: true, ask: true, type: true, stop: true }),
    value: optional(anyNumber),
    limit: optional(anyNumber),
  }),
);

const EVENTS: { readonly [Type in EventType]: SamplesOf<EventOf<Type>> } = {
  planned: {
    type: anyOf({ planned: true }),
    plan: anyHash,
    records: anyCount,
    operations: anyCount,
    batches: anyCount,
  },
  confirmed: {
    type: anyOf({ confirmed: true }),
    plan: anyHash,
    by: anyOf({ dialog: true, typed: true, '--yes': true, '--confirm': true, 'nothing-asked': true }),
    guards,
  },
  blocked: { type: anyOf({ blocked: true }), plan: anyHash, guards },
  'attempt-start': {
    type: anyOf({ 'attempt-start': true }),
    batch: anyCount,
    through: optional(anyCount),
    attempt: anyCount,
    hash: anyHash,
    reason: anyOf({
      ...{ first: true, throttled: true, 'not-sent': true, unknown: true },
      ...{ 'token-renewed': true, probe: true, resumed: true },
    }),
  },
  'attempt-end': {
    type: anyOf({ 'attempt-end': true }),
    batch: anyCount,
    through: optional(anyCount),
    attempt: anyCount,
    outcome: anyOf({
      ...{ accepted: true, 'not-sent': true, rejected: true },
      ...{ throttled: true, unknown: true, intercepted: true },
    }),
    status: optional(anyNumber),
    code: optional(anyText),
    requestId: optional(anyText),
    clientRequestId: optional(anyText),
    retryAfterMs: optional(anyNumber),
    tenantTime: optional(anyText),
    cause: optional(anyText),
    remedy: optional(anyText),
  },
  'given-up': {
    type: anyOf({ 'given-up': true }),
    batch: anyCount,
    through: optional(anyCount),
    cause: optional(anyText),
    remedy: optional(anyText),
  },
  'found-taken': { type: anyOf({ 'found-taken': true }), batch: anyCount },
  paused: {
    type: anyOf({ paused: true }),
    why: anyOf({
      ...{ asked: true, throttled: true, breaker: true, journal: true },
      ...{ pilot: true, refused: true, source: true, interrupted: true },
    }),
    until: optional(anyTime),
    cause: optional(anyText),
    remedy: optional(anyText),
  },
  resumed: { type: anyOf({ resumed: true }) },
  recovered: { type: anyOf({ recovered: true }), dropped: anyCount },
  cancelled: { type: anyOf({ cancelled: true }) },
  superseded: {
    type: anyOf({ superseded: true }),
    run: anyText,
    records: anyList(anyCount),
    batches: anyList(anyCount),
  },
  'tenant-clock': { type: anyOf({ 'tenant-clock': true }), at: anyTime },
  reconciled: {
    type: anyOf({ reconciled: true }),
    record: anyCount,
    entry: anyText,
    at: anyText,
    outcome: anyOf({
      ...{ created: true, updated: true, enabled: true, disabled: true, deleted: true },
      ...{ unchanged: true, skipped: true, failed: true, held: true, other: true },
    }),
    code: optional(anyText),
    changeId: optional(anyText),
    cycleId: optional(anyText),
    isReference: optional(anyFlag),
  },
  'log-read': { type: anyOf({ 'log-read': true }), elsewhere: anyCount },
  silent: { type: anyOf({ silent: true }), cause: anyText, remedy: anyText, isFinal: anyFlag },
  closed: { type: anyOf({ closed: true }), counts: optional(anyRecord(anyCount)) },
};

/** What is read of a journal whose last line has this event and this time, and right sums. */
function read(event: unknown, { isFirst = false, ...rest }: { isFirst?: boolean; at?: unknown } = {}): unknown {
  const at = 'at' in rest ? rest.at : AT;
  const { plan } = keptPlan();
  const planned: JournalEvent = { type: 'planned', plan, records: 6, operations: 6, batches: 3 };
  const reader = new JournalReader(plan, sha256);
  let end = chainStart(plan);
  if (!isFirst) {
    const first = writeLine(planned, AT, end, sha256);
    expect(reader.next(first.text.slice(0, -1))).toEqual(first.line);
    ({ end } = first);
  }
  const { text } = writeLine(event as JournalEvent, at as string, end, sha256);
  const line = reader.next(text.slice(0, -1));
  return reader.fault?.message ?? line?.event;
}

describe.each(Object.keys(EVENTS) as EventType[])('an event of the type %s', (type) => {
  const isFirst = type === 'planned';
  const samples = () => anyObject(EVENTS[type] as SamplesOf<JournalEvent>);

  it('is read as it was written, with and without what may be absent', () => {
    for (const event of samples().good) expect(read(event, { isFirst }), JSON.stringify(event)).toEqual(event);
  });

  it('is refused without a member that it needs, and with one that is something else', () => {
    for (const event of samples().bad) expect(read(event, { isFirst }), JSON.stringify(event)).toBe(NEWER);
  });
});

describe('a line of a journal', () => {
  it('has an event, and of a type that there is', () => {
    for (const type of ['toString', '__proto__', 'constructor', '', null, 1, ['resumed']])
      expect(read({ type }), JSON.stringify(type)).toBe(NEWER);
    for (const event of [undefined, null, 'resumed', 1, [], [{ type: 'resumed' }], {}])
      expect(read(event), JSON.stringify(event)).toBe(NEWER);
  });

  it('needs a time', () => {
    const event = { type: 'resumed' };
    for (const at of anyTime.good) expect(read(event, { at }), at).toEqual(event);
    for (const at of [undefined, ...anyTime.bad]) expect(read(event, { at }), JSON.stringify(at)).toBe(NEWER);
  });
});
