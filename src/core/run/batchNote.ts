import type { BatchState } from './recordState';

/** What is known about a batch. */
export interface BatchNote {
  readonly state: BatchState;
  readonly why?: string;
  readonly remedy?: string;
  /** How often it was sent, over all sessions of the run. */
  readonly attempts: number;
  /**
   * How many attempts the service may have received: all, except those whose outcome shows that they were not received.
   */
  readonly received: number;
  /** Whether the log is no longer read for it. */
  readonly isSilent: boolean;
  /** Milliseconds since 1970 by the tenant's clock, before the first attempt: earlier log entries cannot answer it. */
  readonly since?: number;
}

export const PLANNED: BatchNote = {
  state: 'planned',
  attempts: 0,
  received: 0,
  isSilent: false,
};

/** A batch of a run as shown. */
export interface BatchAccount {
  /** From 1, in the order of sending. */
  readonly number: number;
  readonly operations: number;
  readonly state: BatchState;
  readonly attempts: number;
  /**
   * Whether it was sent again although the service may have received it: its operations may have been processed twice.
   */
  readonly maybeTwice: boolean;
}

/** These states no longer apply to a batch that the service may have received: its state is unknown. */
const UNCERTAIN: ReadonlySet<BatchState> = new Set<BatchState>(['planned', 'rejected', 'not-sent', 'cancelled']);

/**
 * What is known about a batch after an event.
 * @param tenantTime the last known time of the tenant, in milliseconds since 1970
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
