import type { PlannedBodies, PlannedBody } from '../../core/run/plannedBody';
import { backOff, LONGEST_WAIT } from '../backOff';
import type { Clock } from '../clock';
import { ChangedSourceError, TenantError, ThrottledError } from '../errors';
import type { JobTenant, UploadReceipt } from '../tenant';
import type { Pace } from './throttle';
import { createPace } from './throttle';

/** What happens while batches are sent; whoever shows progress reads these. */
export type SendEvent =
  | { readonly type: 'batch-start'; readonly batch: number; readonly operations: number; readonly attempt: number }
  /** The service has staged the batch. What becomes of its people is in the log, later. */
  | { readonly type: 'accepted'; readonly batch: number; readonly operations: number; readonly receipt: UploadReceipt }
  /** The service does not take more for now; the batch is sent again after `ms` milliseconds. */
  | { readonly type: 'waiting'; readonly batch: number; readonly ms: number; readonly reason: WaitReason }
  /** The service asks for a wait that no program sits out: sending has stopped before this batch, and may go on at `until`. */
  | { readonly type: 'paused'; readonly batch: number; readonly until: number }
  /** Sending has stopped at this batch; the ones after it were not looked at. */
  | { readonly type: 'failed'; readonly batch: number; readonly error: TenantError }
  /** Stopped on request. This batch and the ones after it were not sent. */
  | { readonly type: 'cancelled'; readonly batch: number };

type WaitReason = 'throttled' | 'daily-limit-likely';

export interface SendOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Raised to give up the request in flight. */
  readonly giveUp?: AbortSignal;
  readonly pace?: Pace;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}

/** From the third 429 in a row, or a demanded wait over this, the daily limit is the likely reason. */
const LIKELY_DAILY_AFTER = 3;
const LIKELY_DAILY_WAIT = 300_000;
/** After so many 429 in a row sending stops, so that a run without anyone watching comes to an end. */
const MAX_THROTTLED = 10;

/**
 * Sends the bodies of batches one after the other, each until it is accepted, refused, or its outcome is unknown: only a 429 is tried
 * again, for only then has the service certainly not taken it. An abort lets the request in flight finish, because what
 * became of it could not be told otherwise; `giveUp` ends it, and its outcome is unknown. Errors that are not a `TenantError` are ours and are thrown.
 */
export async function* sendBatches(
  tenant: JobTenant,
  bodies: PlannedBodies,
  options: SendOptions,
): AsyncGenerator<SendEvent> {
  const pace = options.pace ?? createPace({ clock: options.clock });
  for await (const body of bodies) {
    if (body.kind === 'lost') {
      const { number, message, remedy } = body;
      yield { type: 'failed', batch: number, error: new ChangedSourceError(message, { remedy }) };
      return;
    }
    const last = yield* sendBody(tenant, body, { ...options, pace });
    if (last !== 'accepted') return;
  }
}

async function* sendBody(
  tenant: JobTenant,
  planned: PlannedBody,
  { clock, signal, giveUp, pace, random = Math.random, wallClock = Date.now }: SendOptions & { readonly pace: Pace },
): AsyncGenerator<SendEvent, 'accepted' | 'failed' | 'paused' | 'cancelled'> {
  const { number, operations, body } = planned;
  for (let attempt = 1; ; attempt++) {
    const turn = await pace.turn(signal);
    if (turn === undefined) {
      yield { type: 'cancelled', batch: number };
      return 'cancelled';
    }
    // A consumer that stops at this event has let nothing be sent: the turn must end all the same
    let result: UploadReceipt | TenantError;
    try {
      yield { type: 'batch-start', batch: number, operations, attempt };
      result = await uploadOnce(tenant, body, giveUp);
    } finally {
      turn.answered();
    }
    if (!(result instanceof TenantError)) {
      yield { type: 'accepted', batch: number, operations, receipt: result };
      return 'accepted';
    }
    if (!(result instanceof ThrottledError) || attempt === MAX_THROTTLED) {
      yield { type: 'failed', batch: number, error: result };
      return 'failed';
    }
    const ms = backOff(attempt, result.retryAfterMs, random);
    if (ms > LONGEST_WAIT) {
      yield { type: 'paused', batch: number, until: wallClock() + ms };
      return 'paused';
    }
    const likely = attempt >= LIKELY_DAILY_AFTER || (result.retryAfterMs ?? 0) > LIKELY_DAILY_WAIT;
    yield { type: 'waiting', batch: number, ms, reason: likely ? 'daily-limit-likely' : 'throttled' };
    await clock.delay(ms, signal);
  }
}

async function uploadOnce(
  tenant: JobTenant,
  body: string,
  giveUp: AbortSignal | undefined,
): Promise<UploadReceipt | TenantError> {
  try {
    return await tenant.upload(body, giveUp);
  } catch (error) {
    if (error instanceof TenantError) return error;
    throw error;
  }
}
