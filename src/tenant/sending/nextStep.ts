import { backOff, MAX_WAIT } from '../backOff';
import type { TenantError } from '../errors';
import { ChangedSourceError } from '../errors';
import { MAX_ATTEMPTS } from '../limits';
import type { WaitReason } from './sendEvent';

/** The next step for a batch whose request was not accepted. */
export type NextStep =
  /** Sends the same bytes again after `ms` milliseconds. `holdsAll`: nothing else is sent before. */
  | { readonly kind: 'again'; readonly reason: WaitReason; readonly ms: number; readonly holdsAll: boolean }
  /** Sending ends; it may go on after so many milliseconds. */
  | { readonly kind: 'later'; readonly ms: number; readonly isThrottled: boolean }
  /** Sending ends, because the same would happen again. */
  | { readonly kind: 'stop'; readonly why: 'refused' | 'source' }
  /** Its attempts are used up and it may have been taken: the others go on. */
  | { readonly kind: 'give-up' }
  /** Sending ends, because too much is sent again. */
  | { readonly kind: 'exhausted'; readonly what: 'batch' | 'upload' };

/** Further facts for the decision. */
export interface StepFacts {
  /** Requests of the batch that were lost or not sent, including this one. */
  readonly spent: number;
  /** Whether the batch may have been accepted. */
  readonly isUnknown: boolean;
  /** Answers 429 in a row, including this one. */
  readonly throttledInRow: number;
  /** Whether the token of the request was a fresh one. */
  readonly isTokenFresh: boolean;
  /** Remaining retries after lost or unsent requests, over the whole upload. */
  readonly resendsLeft: number;
  readonly random: () => number;
}

/** From the third 429 in a row, or a demanded wait over this, the daily limit is the likely reason. */
const LIKELY_DAILY_AFTER = 3;
const LIKELY_DAILY_WAIT = 300_000;
/** Milliseconds to wait for a network or a service to come back, if it does not say how long. */
const RESEND_WAITS = { first: 2000, longest: 60_000 };

/**
 * The one place that decides whether a request is retried: an upload has no key by which the service would recognise a
 * repeat.
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

/** Among answers that are not failures, only 202 is documented. */
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

/** The number of retries after lost or unsent requests, for an upload of this many batches. */
export function resendBudget(batches: number): number {
  return Math.max(LEAST_RESENDS, Math.floor(batches * RESEND_SHARE));
}
