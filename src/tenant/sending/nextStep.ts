import { backOff, MAX_WAIT } from '../backOff';
import type { TenantError } from '../errors';
import { ChangedSourceError } from '../errors';
import { MAX_ATTEMPTS } from '../limits';
import type { WaitReason } from './sendEvent';

/** The next step for a batch whose request was not accepted. */
export type NextStep =
  /** Send the same bytes again after `ms` milliseconds. `holdsAll`: nothing else is sent until then. */
  | { readonly kind: 'again'; readonly reason: WaitReason; readonly ms: number; readonly holdsAll: boolean }
  /** Stop sending; it may continue after `ms` milliseconds. */
  | { readonly kind: 'later'; readonly ms: number; readonly isThrottled: boolean }
  /** Stop sending, because the next request would fail in the same way. */
  | { readonly kind: 'stop'; readonly why: 'refused' | 'source' }
  /** Give up this batch: its attempts are used up, and it may have been accepted. Other batches continue. */
  | { readonly kind: 'give-up' }
  /** Stop sending, because of too many retries. */
  | { readonly kind: 'exhausted'; readonly what: 'batch' | 'upload' };

/** Further facts for the decision. */
export interface StepFacts {
  /** Requests of the batch that were lost or not sent, including the current one. */
  readonly spent: number;
  /** Whether the batch may have been accepted. */
  readonly isUnknown: boolean;
  /** Consecutive 429 answers, including the current one. */
  readonly throttledInRow: number;
  /** Whether the request had a fresh token. */
  readonly isTokenFresh: boolean;
  /** Remaining retries of lost or unsent requests in the whole upload. */
  readonly resendsLeft: number;
  readonly random: () => number;
}

/**
 * The daily limit is the likely reason from the third 429 in a row, or if the service demands more milliseconds than
 * this.
 */
const LIKELY_DAILY_AFTER = 3;
const LIKELY_DAILY_WAIT = 300_000;
/** Milliseconds to wait for an unreachable network or service that does not ask for a wait. */
const RESEND_WAITS = { first: 2000, longest: 60_000 };

/**
 * Decides on the next step. This is the only place that decides on retries: an upload has no key by which the service
 * could recognise a repeat.
 */
export function nextStep(error: TenantError, facts: StepFacts): NextStep {
  if (error instanceof ChangedSourceError) return { kind: 'stop', why: 'source' };
  switch (error.outcome) {
    case 'throttled':
      return afterThrottling(error, facts);
    case 'rejected':
      return error.status === 401 && !facts.isTokenFresh
        ? { kind: 'again', reason: 'token-renewed', ms: 0, holdsAll: false }
        : { kind: 'stop', why: 'refused' };
    case 'intercepted':
      return { kind: 'stop', why: 'refused' };
    case 'not-sent':
      return error.mayPass ? resend(error, facts, 'not-sent') : { kind: 'stop', why: 'refused' };
    case 'unknown':
      return isUndocumented(error) ? { kind: 'stop', why: 'refused' } : resend(error, facts, 'unknown');
  }
}

/** Whether a 2xx answer is undocumented: only 202 is documented. */
function isUndocumented({ status }: TenantError): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

function afterThrottling({ retryAfterMs }: TenantError, { throttledInRow, random }: StepFacts): NextStep {
  const ms = backOff(throttledInRow, retryAfterMs, random);
  if (ms > MAX_WAIT) return { kind: 'later', ms, isThrottled: true };
  const isLikelyDaily = throttledInRow >= LIKELY_DAILY_AFTER || (retryAfterMs ?? 0) > LIKELY_DAILY_WAIT;
  return { kind: 'again', reason: isLikelyDaily ? 'daily-limit-likely' : 'throttled', ms, holdsAll: true };
}

function resend(error: TenantError, facts: StepFacts, reason: 'unknown' | 'not-sent'): NextStep {
  if (facts.spent >= MAX_ATTEMPTS) return facts.isUnknown ? { kind: 'give-up' } : { kind: 'exhausted', what: 'batch' };
  if (facts.resendsLeft <= 0) return { kind: 'exhausted', what: 'upload' };
  const ms = backOff(facts.spent, error.retryAfterMs, facts.random, RESEND_WAITS);
  if (ms > MAX_WAIT) return { kind: 'later', ms, isThrottled: false };
  return { kind: 'again', reason, ms, holdsAll: (error.retryAfterMs ?? 0) > 0 };
}

const RESEND_SHARE = 0.1;
const LEAST_RESENDS = 20;

/** The number of retries of lost or unsent requests that an upload of this many batches may make. */
export function resendBudget(batches: number): number {
  return Math.max(LEAST_RESENDS, Math.floor(batches * RESEND_SHARE));
}
