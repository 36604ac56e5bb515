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
}

/**
 * The world refuses. One class per outcome, because the outcome decides what may happen next: only of a request that was
 * certainly not taken may it be said that nothing was sent. Messages hold no token, no secret and nobody's data.
 */
export abstract class TenantError extends Error {
  abstract readonly outcome: 'not-sent' | 'rejected' | 'throttled' | 'unknown' | 'intercepted';
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly remedy: string;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, facts: FailureFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.remedy = facts.remedy;
    this.retryAfterMs = facts.retryAfterMs;
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
