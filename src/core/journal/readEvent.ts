import type { Outcome } from '../logs/outcome';
import { member } from '../json/jsonValue';
import type {
  AttemptOutcome,
  AttemptReason,
  JournalEvent,
  JournalledGuard,
  JournalLine,
  PauseReason,
} from './journalEvent';
import type { Shape } from './shape';
import {
  isCount,
  isFlag,
  isHash,
  isNumber,
  isText,
  isTime,
  listOf,
  objectOf,
  oneOf,
  optional,
  recordOf,
} from './shape';

type EventType = JournalEvent['type'];
type EventOf<Type extends EventType> = Extract<JournalEvent, { readonly type: Type }>;

const isGuards = listOf(
  objectOf<JournalledGuard>({
    id: isText,
    decision: oneOf('pass', 'ask', 'type', 'stop'),
    value: optional(isNumber),
    limit: optional(isNumber),
  }),
);

const isReason = oneOf<AttemptReason>('first', 'throttled', 'not-sent', 'unknown', 'token-renewed', 'probe', 'resumed');

const isAttemptOutcome = oneOf<AttemptOutcome>(
  'accepted',
  'not-sent',
  'rejected',
  'throttled',
  'unknown',
  'intercepted',
);

const isPauseReason = oneOf<PauseReason>(
  'asked',
  'throttled',
  'breaker',
  'journal',
  'pilot',
  'refused',
  'source',
  'interrupted',
);

const isOutcome = oneOf<Outcome>(
  'created',
  'updated',
  'enabled',
  'disabled',
  'deleted',
  'unchanged',
  'skipped',
  'failed',
  'held',
  'other',
);

const EVENTS: { readonly [Type in EventType]: Shape<EventOf<Type>> } = {
  planned: objectOf<EventOf<'planned'>>({
    type: oneOf('planned'),
    plan: isHash,
    records: isCount,
    operations: isCount,
    batches: isCount,
  }),
  confirmed: objectOf<EventOf<'confirmed'>>({
    type: oneOf('confirmed'),
    plan: isHash,
    by: oneOf('dialog', 'typed', '--yes', '--confirm', 'nothing-asked'),
    guards: isGuards,
  }),
  blocked: objectOf<EventOf<'blocked'>>({ type: oneOf('blocked'), plan: isHash, guards: isGuards }),
  'attempt-start': objectOf<EventOf<'attempt-start'>>({
    type: oneOf('attempt-start'),
    batch: isCount,
    through: optional(isCount),
    attempt: isCount,
    hash: isHash,
    reason: isReason,
  }),
  'attempt-end': objectOf<EventOf<'attempt-end'>>({
    type: oneOf('attempt-end'),
    batch: isCount,
    through: optional(isCount),
    attempt: isCount,
    outcome: isAttemptOutcome,
    status: optional(isNumber),
    code: optional(isText),
    requestId: optional(isText),
    clientRequestId: optional(isText),
    retryAfterMs: optional(isNumber),
    tenantTime: optional(isText),
    cause: optional(isText),
    remedy: optional(isText),
  }),
  'given-up': objectOf<EventOf<'given-up'>>({
    type: oneOf('given-up'),
    batch: isCount,
    through: optional(isCount),
    cause: optional(isText),
    remedy: optional(isText),
  }),
  'found-taken': objectOf<EventOf<'found-taken'>>({ type: oneOf('found-taken'), batch: isCount }),
  paused: objectOf<EventOf<'paused'>>({
    type: oneOf('paused'),
    why: isPauseReason,
    until: optional(isTime),
    cause: optional(isText),
    remedy: optional(isText),
  }),
  resumed: objectOf<EventOf<'resumed'>>({ type: oneOf('resumed') }),
  recovered: objectOf<EventOf<'recovered'>>({ type: oneOf('recovered'), dropped: isCount }),
  cancelled: objectOf<EventOf<'cancelled'>>({ type: oneOf('cancelled') }),
  superseded: objectOf<EventOf<'superseded'>>({
    type: oneOf('superseded'),
    run: isText,
    records: listOf(isCount),
    batches: listOf(isCount),
  }),
  'tenant-clock': objectOf<EventOf<'tenant-clock'>>({ type: oneOf('tenant-clock'), at: isTime }),
  reconciled: objectOf<EventOf<'reconciled'>>({
    type: oneOf('reconciled'),
    record: isCount,
    entry: isText,
    at: isText,
    outcome: isOutcome,
    code: optional(isText),
    changeId: optional(isText),
    cycleId: optional(isText),
    isReference: optional(isFlag),
  }),
  'log-read': objectOf<EventOf<'log-read'>>({ type: oneOf('log-read'), elsewhere: isCount }),
  silent: objectOf<EventOf<'silent'>>({ type: oneOf('silent'), cause: isText, remedy: isText, isFinal: isFlag }),
  closed: objectOf<EventOf<'closed'>>({ type: oneOf('closed'), counts: optional(recordOf(isCount)) }),
};

/** Whether a value is an event that this version knows. */
const isEvent: Shape<JournalEvent> = (value): value is JournalEvent => {
  const type = member(value, 'type');
  return typeof type === 'string' && Object.hasOwn(EVENTS, type) && EVENTS[type as EventType](value);
};

/** Whether a value is a line of a journal, without its checksum. */
export const isJournalLine: Shape<JournalLine> = objectOf<JournalLine>({ seq: isCount, at: isTime, event: isEvent });
