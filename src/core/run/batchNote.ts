import type { BatchState } from './recordState';

/** The known facts of a batch. */
export interface BatchNote {
  readonly state: BatchState;
  readonly why?: string;
  readonly remedy?: string;
  /** How often it was sent, over all sessions of a run. */
  readonly attempts: number;
  /** How many attempts the service may have received: each one, unless its end shows that it was not received. */
  readonly received: number;
  /** Whether the log is no longer read for it. */
  readonly isSilent: boolean;
  /** Milliseconds since 1970, by the tenant's clock, before the first attempt: earlier entries do not answer it. */
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

/** A batch that may have been received never counts as not sent, or as wholly refused. */
const UNCERTAIN: ReadonlySet<BatchState> = new Set<BatchState>(['planned', 'rejected', 'not-sent', 'cancelled']);

/**
 * The facts of a batch after an event.
 * @param tenantTime milliseconds since 1970: the last known tenant's time
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
