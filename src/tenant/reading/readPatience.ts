import { backOff, MAX_WAIT } from '../backOff';
import type { Clock } from '../clock';
import { NotSentError, TenantError, ThrottledError, UnknownOutcomeError } from '../errors';
import { describePause } from '../sending/describePause';
import { cancelled } from '../signIn/bearerToken';

/** Why a read is retried, and in how many milliseconds. */
export interface ReadWait {
  /** `asked`: the service gave a time; `throttled`: it refused without a time; `lost`: there was no usable answer. */
  readonly reason: 'asked' | 'throttled' | 'lost';
  readonly ms: number;
  readonly error: TenantError;
}

export interface PatienceOptions {
  readonly clock: Clock;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
  readonly onWait?: (wait: ReadWait) => void;
}

/** Maximum refusals in a row. Then reading stops, so that an unattended command ends. */
const MAX_THROTTLED = 10;
/** Maximum attempts at a read without a usable answer. */
const MAX_ATTEMPTS = 5;
const FIRST_RETRY = 2000;
const MAX_RETRY = 60_000;

/**
 * Retries all reads of one tenant. While the service asks for a wait, no read is made, because throttled calls count
 * towards the limit. A lost read is retried a few times; a refused one is not. Uploads are not retried here, because
 * the outcome of a failed upload is unknown.
 */
export class ReadPatience {
  readonly #options: PatienceOptions;
  /** No read starts before this time of the clock. */
  #notBefore = -Infinity;
  /** Refusals in a row, across all reads. */
  #refusals = 0;
  /** Whether the service has ever answered. Before that, a failure means that it cannot be reached. */
  #isReached = false;

  constructor(options: PatienceOptions) {
    this.#options = options;
  }

  /** Returns the result of the first successful attempt. Throws the error of an attempt that must not be retried. */
  async read<Result>(attempt: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    for (let losses = 0; ;) {
      await this.#untilAllowed(signal);
      try {
        const result = await attempt();
        this.#refusals = 0;
        this.#isReached = true;
        return result;
      } catch (error) {
        if (!(error instanceof TenantError) || signal?.aborted === true) throw error;
        if (error.status !== undefined) this.#isReached = true;
        if (isThrottling(error)) this.#noteThrottling(error);
        else if (this.#isLost(error) && ++losses < MAX_ATTEMPTS) await this.#waitAfterLoss(losses, error, signal);
        else throw error;
      }
    }
  }

  async #untilAllowed(signal: AbortSignal | undefined): Promise<void> {
    const { clock } = this.#options;
    while (this.#notBefore > clock.now() && signal?.aborted !== true)
      await clock.delay(this.#notBefore - clock.now(), signal);
    if (signal?.aborted === true) throw cancelled();
  }

  #noteThrottling(error: TenantError): void {
    const { clock, random = Math.random, wallClock = Date.now, onWait } = this.#options;
    this.#refusals += 1;
    const ms = backOff(this.#refusals, error.retryAfterMs, random);
    if (ms > MAX_WAIT) throw tooLong(wallClock() + ms, ms, error);
    if (this.#refusals >= MAX_THROTTLED) throw error;
    this.#notBefore = Math.max(this.#notBefore, clock.now() + ms);
    onWait?.({ reason: (error.retryAfterMs ?? 0) > 0 ? 'asked' : 'throttled', ms, error });
  }

  async #waitAfterLoss(losses: number, error: TenantError, signal: AbortSignal | undefined): Promise<void> {
    const { clock, random = Math.random, onWait } = this.#options;
    const ms = Math.ceil(Math.min(MAX_RETRY, FIRST_RETRY * 2 ** (losses - 1)) * random());
    onWait?.({ reason: 'lost', ms, error });
    await clock.delay(ms, signal);
  }

  #isLost(error: TenantError): boolean {
    return isUncertain(error) || (this.#isReached && isUnreached(error));
  }
}

/** A 503 may also ask for a wait. Source: Microsoft Graph, throttling guidance. */
function isThrottling(error: TenantError): boolean {
  return error instanceof ThrottledError || (error instanceof UnknownOutcomeError && error.retryAfterMs !== undefined);
}

/** A read changes nothing, so it may be repeated even if the service received it. The same applies to signing in. */
function isUncertain(error: TenantError): boolean {
  return error instanceof UnknownOutcomeError || error.cause instanceof UnknownOutcomeError;
}

const UNREACHED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT', 'CONNECT_TIMEOUT']);

/**
 * Whether the service could not be reached. Other failures, such as a bad certificate or a refusing proxy, do not go
 * away within minutes.
 */
function isUnreached(error: TenantError): boolean {
  return error instanceof NotSentError && UNREACHED.has(error.code ?? '');
}

function tooLong(until: number, retryAfterMs: number, cause: TenantError): ThrottledError {
  const { cause: message, remedy } = describePause(until, 'reading');
  const { status, code, requestId } = cause;
  return new ThrottledError(message, {
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(requestId !== undefined && { requestId }),
    remedy,
    retryAfterMs,
    cause,
  });
}
