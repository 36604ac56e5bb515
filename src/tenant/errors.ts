/** What is known about a failed call besides its message. */
export interface FailureFacts {
  readonly status?: number;
  /** The service's code, or a code of the system such as `ECONNREFUSED`. */
  readonly code?: string;
  readonly requestId?: string;
  /** One sentence: what to do. */
  readonly remedy: string;
  /** Milliseconds that the service asks us to wait; absent when it does not say. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
  /** The id that the request had from us. */
  readonly clientRequestId?: string;
  /** The service's own time, from the answer's `Date`; ISO 8601, UTC. */
  readonly tenantTime?: string;
  /** The message without anything that came from outside, where it may hold such: only that is written down. */
  readonly ownWords?: string;
  /** It failed for a reason that may pass by itself, such as a network that is away for a while. */
  readonly mayPass?: boolean;
}

type Outcome = 'not-sent' | 'rejected' | 'throttled' | 'unknown' | 'intercepted';

/** What may be written down of a failure that says nothing else of itself. */
const OUTCOME_TEXTS: Readonly<Record<Outcome, string>> = {
  'not-sent': 'The request was not sent.',
  rejected: 'The service refused the request.',
  throttled: 'The service takes no more calls for now.',
  unknown: 'No answer came.',
  intercepted: 'Something between here and the service answered.',
};

/**
 * The world refuses. One class per outcome, because the outcome decides what may happen next: only of a request that was
 * certainly not taken may it be said that nothing was sent. Messages hold no token, no secret and nobody's data.
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

  /** The message in our words alone: what the service says may name people, and is not written down. */
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
 * What answers has not proven to be the sandbox of the connection. It got a random number and nothing else. With a `status`
 * it refused in the service's words, as a sandbox of another version does.
 */
export class NotTheSandboxError extends TenantError {
  override readonly name = 'NotTheSandboxError';
  readonly outcome = 'not-sent';
}

/** Signing in was refused, so the request was not made. Asking again would be refused again. */
export class SignInRefusedError extends TenantError {
  override readonly name = 'SignInRefusedError';
  readonly outcome = 'not-sent';
}

/** The request cannot be made as it was planned: its source is not what it was. Nothing was sent of it. */
export class ChangedSourceError extends TenantError {
  override readonly name = 'ChangedSourceError';
  readonly outcome = 'not-sent';
}

/** The service was sent the request and refused it whole. */
export class RejectedError extends TenantError {
  override readonly name = 'RejectedError';
  readonly outcome = 'rejected';
}

/** The service wants us to wait, and has not taken the request. */
export class ThrottledError extends TenantError {
  override readonly name = 'ThrottledError';
  readonly outcome = 'throttled';
}

/** Nobody can say whether the service has taken the request. */
export class UnknownOutcomeError extends TenantError {
  override readonly name = 'UnknownOutcomeError';
  readonly outcome = 'unknown';
}

/** The answer is not the service's, or points somewhere we do not go: something between has answered. */
export class InterceptedError extends TenantError {
  override readonly name = 'InterceptedError';
  readonly outcome = 'intercepted';
}
