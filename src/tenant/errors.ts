/** The facts about a failed call besides its message. */
export interface FailureFacts {
  readonly status?: number;
  /** The service's code, or a code of the system such as `ECONNREFUSED`. */
  readonly code?: string;
  readonly requestId?: string;
  /** One sentence: what to do. */
  readonly remedy: string;
  /** Milliseconds that the service asks us to wait; absent if it does not ask. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
  /** The id that we gave to the request. */
  readonly clientRequestId?: string;
  /** The service's own time, from the answer's `Date`; ISO 8601, UTC. */
  readonly tenantTime?: string;
  /** The message without text from outside, if it may contain any: only this is stored. */
  readonly ownWords?: string;
  /** Whether the cause may pass without a fix, such as an unavailable network. */
  readonly mayPass?: boolean;
}

type Outcome = 'not-sent' | 'rejected' | 'throttled' | 'unknown' | 'intercepted';

/** The text that is stored for a failure without `ownWords`. */
const OUTCOME_TEXTS: Readonly<Record<Outcome, string>> = {
  'not-sent': 'The request was not sent.',
  rejected: 'The service refused the request.',
  throttled: 'The service throttles calls.',
  unknown: 'No answer came.',
  intercepted: 'Something between here and the service answered.',
};

/**
 * Failures outside this program. There is one class per outcome, because the outcome decides what may happen next:
 * "nothing was sent" may only be claimed for a request that was certainly not accepted. Messages contain no token, no
 * secret and no personal data.
 */
export abstract class TenantError extends Error {
  abstract readonly outcome: Outcome;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly remedy: string;
  readonly retryAfterMs: number | undefined;
  readonly clientRequestId: string | undefined;
  readonly tenantTime: string | undefined;
  readonly mayPass: boolean;
  readonly #ownWords: string | undefined;

  constructor(message: string, facts: FailureFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.remedy = facts.remedy;
    this.retryAfterMs = facts.retryAfterMs;
    this.clientRequestId = facts.clientRequestId;
    this.tenantTime = facts.tenantTime;
    this.mayPass = facts.mayPass ?? false;
    this.#ownWords = facts.ownWords;
  }

  /** The message in our own words: the service's text may name people, and is not stored. */
  get ownWords(): string {
    return this.#ownWords ?? OUTCOME_TEXTS[this.outcome];
  }
}

/** No byte of the request has left. */
export class NotSentError extends TenantError {
  override readonly name = 'NotSentError';
  readonly outcome = 'not-sent';
}

/**
 * The server has not proven to be the sandbox of the connection. It only received a random number. A `status` means
 * that it refused the challenge in the service's form, as a sandbox of another version does.
 */
export class NotTheSandboxError extends TenantError {
  override readonly name = 'NotTheSandboxError';
  readonly outcome = 'not-sent';
}

/** Signing in was refused, so the request was not made. A retry would be refused, too. */
export class SignInRefusedError extends TenantError {
  override readonly name = 'SignInRefusedError';
  readonly outcome = 'not-sent';
}

/** The planned request cannot be rebuilt because its source has changed. No part of it was sent. */
export class ChangedSourceError extends TenantError {
  override readonly name = 'ChangedSourceError';
  readonly outcome = 'not-sent';
}

/** The service received the request and refused all of it. */
export class RejectedError extends TenantError {
  override readonly name = 'RejectedError';
  readonly outcome = 'rejected';
}

/** The service asks us to wait and has not accepted the request. */
export class ThrottledError extends TenantError {
  override readonly name = 'ThrottledError';
  readonly outcome = 'throttled';
}

/** It is unknown whether the service has accepted the request. */
export class UnknownOutcomeError extends TenantError {
  override readonly name = 'UnknownOutcomeError';
  readonly outcome = 'unknown';
}

/** The answer is not from the service, or is a redirect, which is never followed: a network device answered. */
export class InterceptedError extends TenantError {
  override readonly name = 'InterceptedError';
  readonly outcome = 'intercepted';
}
