import type { BatchState } from './recordState';

/** What is known of a batch. */
export interface BatchNote {
  readonly state: BatchState;
  readonly why?: string;
  readonly remedy?: string;
  /** How often it was sent, over all sessions of a run. */
  readonly attempts: number;
  /** How many attempts the service may have received: each, until its end says that it was not. */
  readonly received: number;
  /** The log is no longer asked about it. */
  readonly isSilent: boolean;
  /** Milliseconds since 1970, by the tenant's clock, before the first attempt: earlier entries answer nothing of it. */
  readonly since?: number;
}

export const PLANNED: BatchNote = {
  state: 'planned',
  attempts: 0,
  received: 0,
  isSilent: false,
};

/** A batch of a run as it is shown. */
export interface BatchAccount {
  /** From 1, in the order of sending. */
  readonly number: number;
  readonly operations: number;
  readonly state: BatchState;
  readonly attempts: number;
  /** It was sent again although the service may have had it: its operations may have been made twice. */
  readonly maybeTwice: boolean;
}

/** Of a batch that may have been received nobody can say that it was not sent, or that all of it was refused. */
const UNCERTAIN: ReadonlySet<BatchState> = new Set<BatchState>(['planned', 'rejected', 'not-sent', 'cancelled']);

/**
 * What is known of a batch after something happened to it.
 * @param tenantTime milliseconds since 1970: the tenant's time that was heard last
 */
export function nextNote(
  note: BatchNote,
  happened: Pick<BatchNote, 'state' | 'why' | 'remedy'>,
  tenantTime: number | undefined,
): BatchNote {
  const { why: _why, remedy: _remedy, ...before } = note;
  const { state } = happened;
  if (state === 'sending') {
    const since = before.since ?? tenantTime;
    return {
      ...before,
      ...happened,
      attempts: before.attempts + 1,
      received: before.received + 1,
      ...(since !== undefined && { since }),
    };
  }
  if (!UNCERTAIN.has(state)) return { ...before, ...happened, received: Math.max(1, before.received) };
  const received = before.state === 'sending' ? before.received - 1 : before.received;
  return { ...before, ...happened, received, state: received > 0 ? 'unknown' : state };
}
