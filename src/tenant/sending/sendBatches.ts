import type { PlannedBodies, PlannedBody } from '../../core/run/plannedBody';
import { backOff, LONGEST_WAIT } from '../backOff';
import { ChangedSourceError, TenantError, ThrottledError } from '../errors';
import type { JobTenant, UploadReceipt } from '../tenant';
import { SendControl } from './sendControl';
import type { SendEvent } from './sendEvent';
import type { SendOptions } from './sendOptions';
import type { Pace } from './throttle';
import { createPace } from './throttle';

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
  const control = options.control ?? new SendControl();
  for await (const body of bodies) {
    if (body.kind === 'lost') {
      const { number, message, remedy } = body;
      const error = new ChangedSourceError(message, { remedy });
      yield { type: 'failed', batch: number, operations: 0, attempt: 0, error };
      return;
    }
    const last = yield* sendBody(tenant, body, { ...options, pace, control });
    if (last !== 'accepted') return;
  }
}

async function* sendBody(
  tenant: JobTenant,
  planned: PlannedBody,
  options: SendOptions & { readonly pace: Pace; readonly control: SendControl },
): AsyncGenerator<SendEvent, 'accepted' | 'failed' | 'paused' | 'cancelled'> {
  const { clock, pace, control, random = Math.random, wallClock = Date.now } = options;
  const { number, operations, body } = planned;
  const ended = new AbortController();
  const signal = ended.signal;
  const check = (): void => {
    if (control.wish !== 'go') ended.abort();
  };
  control.onDidChange(check);
  check();
  for (let attempt = 1; ; attempt++) {
    const turn = await pace.turn(signal);
    if (turn === undefined) {
      yield { type: 'cancelled', batch: number };
      return 'cancelled';
    }
    // A consumer that stops at this event has let nothing be sent: the turn must end all the same
    let result: UploadReceipt | TenantError;
    try {
      const reason = attempt === 1 ? 'first' : 'throttled';
      yield { type: 'batch-start', batch: number, operations, attempt, reason, maybeTwice: false };
      result = await uploadOnce(tenant, body, control.givenUp);
    } finally {
      turn.answered();
    }
    if (!(result instanceof TenantError)) {
      yield { type: 'accepted', batch: number, operations, attempt, receipt: result, maybeTwice: false };
      return 'accepted';
    }
    if (!(result instanceof ThrottledError) || attempt === MAX_THROTTLED) {
      yield { type: 'failed', batch: number, operations, attempt, error: result };
      return 'failed';
    }
    const ms = backOff(attempt, result.retryAfterMs, random);
    if (ms > LONGEST_WAIT) {
      yield { type: 'paused', batch: number, why: 'throttled', until: wallClock() + ms };
      return 'paused';
    }
    const likely = attempt >= LIKELY_DAILY_AFTER || (result.retryAfterMs ?? 0) > LIKELY_DAILY_WAIT;
    const reason = likely ? 'daily-limit-likely' : 'throttled';
    yield { type: 'waiting', batch: number, operations, attempt, ms, until: wallClock() + ms, reason, error: result };
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
