import type { BatchState } from '../../core/run/recordState';
import type { PlannedBodies } from '../../core/run/plannedBody';
import type { Run } from '../../core/run/run';
import type { Clock } from '../clock';
import type { TenantError } from '../errors';
import { describePause } from './describePause';
import type { FollowEvent } from './followLog';
import { followLog } from './followLog';
import { sendBatches } from './sendBatches';
import { SendControl } from './sendControl';
import type { SendEvent } from './sendEvent';
import type { JobTenant, UploadReceipt } from '../tenant';
import { clockBefore, learnTenantClock } from './tenantClock';

/** What a run reports while it goes; the account is in the run itself. */
export type RunEvent = ({ readonly phase: 'sending' } & SendEvent) | ({ readonly phase: 'following' } & FollowEvent);

export interface ExecuteOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Raised to give up the request in flight, too: its outcome is unknown then. */
  readonly giveUp?: AbortSignal;
  /** Whether to read the log until every accepted operation is answered, and how patiently. Left out: do not read it. */
  readonly follow?: { readonly interval?: number; readonly deadline?: number };
}

/** What the end of a failed request says of its batch. */
const STATE_OF_OUTCOME: Readonly<Record<TenantError['outcome'], BatchState>> = {
  'not-sent': 'not-sent',
  throttled: 'not-sent',
  intercepted: 'not-sent',
  rejected: 'rejected',
  unknown: 'unknown',
};

/**
 * Sends the bodies of a run's plan and follows the log, writing down in the run what happens. Refusals of the service end the
 * sending and are events; a log that cannot be read is thrown as a `TenantError`.
 */
export async function* executeRun(
  tenant: JobTenant,
  run: Run,
  bodies: PlannedBodies,
  { clock, signal, giveUp, follow }: ExecuteOptions,
): AsyncGenerator<RunEvent> {
  const heard = signal === undefined ? {} : { signal };
  const control = controlBy(signal, giveUp);
  const { batches } = run.plan;
  const learned = await learnTenantClock(tenant, signal);
  if (learned !== undefined) run.noteTenantClock(learned);
  let begun = clock.now();
  let maybeTaken = false;
  for await (const event of sendBatches(tenant, bodies, { clock, batches, control, ...UNKEPT })) {
    if (event.type === 'batch-start') begun = clock.now();
    if (event.type === 'accepted') noteTime(run, event.receipt, clock.now() - begun);
    if (event.type === 'failed') ({ maybeTaken } = event);
    // Why it ends is true of what was not sent; of the others nobody knows
    if (event.type !== 'paused' || !maybeTaken) noteSend(run, event);
    yield { phase: 'sending', ...event };
  }
  run.noteStopped();
  if (follow === undefined) return;
  const since = new Date(run.since).toISOString();
  for await (const event of followLog(tenant, run.expected(), { clock, since, ...heard, ...follow })) {
    if (event.type === 'entries') run.noteEntries(event.entries);
    yield { phase: 'following', ...event };
  }
}

/** A run of this kind is written down nowhere. */
const UNKEPT = { journal: { append: () => Promise.resolve() }, beforeCall: () => Promise.resolve() };

/** The answer's own time; the first tells when the run began, where nothing has before. */
function noteTime(run: Run, { tenantTime }: UploadReceipt, ms: number): void {
  if (tenantTime === undefined) return;
  const before = run.knowsTenantClock ? undefined : clockBefore(tenantTime, ms);
  if (before !== undefined) run.noteTenantClock(before);
  run.noteTenantTime(tenantTime);
}

function controlBy(stop: AbortSignal | undefined, giveUp: AbortSignal | undefined): SendControl {
  const control = new SendControl();
  const when = (signal: AbortSignal | undefined, act: () => void): void => {
    if (signal?.aborted === true) act();
    signal?.addEventListener('abort', act, { once: true });
  };
  when(stop, () => control.cancel());
  when(giveUp, () => control.giveUp());
  return control;
}

function noteSend(run: Run, event: SendEvent): void {
  switch (event.type) {
    case 'batch-start':
      run.noteBatch(event.batch, 'sending');
      return;
    case 'accepted':
      run.noteBatch(event.batch, 'accepted');
      return;
    case 'waiting':
      run.noteBatch(event.batch, event.maybeTaken ? 'unknown' : 'planned');
      return;
    case 'unrecorded':
      if (event.error === undefined) run.noteBatch(event.batch, 'accepted');
      else noteFailure(run, event.batch, event.error, event.maybeTwice);
      return;
    case 'failed':
    case 'given-up':
      noteFailure(run, event.batch, event.error, event.maybeTaken);
      return;
    case 'paused': {
      if (event.until === undefined) return;
      const { cause, remedy } = describePause(event.until, 'sending');
      run.noteBatch(event.batch, 'not-sent', cause, remedy);
      return;
    }
    case 'cancelled':
      run.noteBatch(event.batch, 'not-sent', 'Sending was stopped on request.');
      return;
    case 'breaker':
    case 'resumed':
  }
}

function noteFailure(run: Run, batch: number, { outcome, message, remedy }: TenantError, maybeTaken: boolean): void {
  run.noteBatch(batch, maybeTaken ? 'unknown' : STATE_OF_OUTCOME[outcome], message, remedy);
}
