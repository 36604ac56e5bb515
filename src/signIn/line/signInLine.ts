import { AttemptTimer } from '../../tenant/attemptTimer';
import { classifyFailure } from '../../tenant/classify';
import type { TenantError } from '../../tenant/errors';
import { InterceptedError, NotSentError } from '../../tenant/errors';
import { parseRetryAfter } from '../../tenant/retryAfter';
import type { Transport } from '../../tenant/transport';
import { readBody } from '../../tenant/transport';

/** A call of the library. */
export interface LineRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LineAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or empty. */
  readonly body: string;
}

/** The last answer to the library. The library keeps little of it, and only in messages that may quote anything. */
export interface SignInAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs?: number;
}

export interface LineOptions {
  readonly transport: Transport;
  /** Whether a URL may be called. Needed because the library reads addresses from environment variables. */
  readonly mayReach: (url: URL) => boolean;
}

const MAX_ANSWER = 1024 * 1024;
/** Headers that the transport sets; the library must not decide on proxies and compression. */
const OURS = new Set(['accept-encoding', 'connection', 'content-length', 'host']);
/** The headers that the library reads. */
const READ_HEADERS = ['content-type', 'date', 'retry-after', 'www-authenticate', 'x-ms-request-id'];

/** Makes the calls of the sign-in library over our transport, and remembers the last outcome. */
export class SignInLine {
  readonly #options: LineOptions;
  #last: SignInAnswer | TenantError | undefined;
  #signal: AbortSignal | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  get last(): SignInAnswer | TenantError | undefined {
    return this.#last;
  }

  /** Starts a token request: clears the last outcome, and cancels calls once the signal is aborted. */
  begin(signal: AbortSignal): void {
    this.#signal = signal;
    this.#last = undefined;
  }

  /** Rejects without a system code, because the library would retry for some codes. */
  async call(request: LineRequest): Promise<LineAnswer> {
    try {
      return await this.#call(request);
    } catch (error) {
      this.#last = classifyFailure(error, 'read');
      throw new Error('The call got no answer.', { cause: error });
    }
  }

  async #call({ url, method, headers, body }: LineRequest): Promise<LineAnswer> {
    const { transport, mayReach } = this.#options;
    if (!mayReach(new URL(url))) throw elsewhere();
    const timer = new AttemptTimer(undefined, this.#signal);
    try {
      const sent = await transport(url, {
        method,
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !OURS.has(name.toLowerCase()))),
        redirect: 'manual',
        signal: timer.signal,
        ...(body !== undefined && { body }),
      });
      timer.headersArrived();
      const { text, complete } = await readBody(sent.body, MAX_ANSWER);
      const isJson = complete && /^\s*[{[]/.test(text);
      if (isForeign(sent.status, isJson)) throw intercepted(sent.status);
      const retryAfterMs = parseRetryAfter(sent.headers, Date.now());
      this.#last = { status: sent.status, body: text, ...(retryAfterMs !== undefined && { retryAfterMs }) };
      return { status: sent.status, headers: read(sent.headers), body: isJson ? text : '' };
    } finally {
      timer.close();
    }
  }
}

/**
 * Whether an answer is not from the sign-in service, which answers in JSON. Captive portals and proxies answer
 * differently.
 */
function isForeign(status: number, isJson: boolean): boolean {
  if (status < 200 || (status >= 300 && status < 400) || status === 407) return true;
  return !isJson && status < 500 && status !== 429 && status !== 401 && status !== 404;
}

function read(headers: { get(name: string): string | null }): Record<string, string> {
  return Object.fromEntries(
    READ_HEADERS.map((name) => [name, headers.get(name)] as const).filter(
      (pair): pair is readonly [string, string] => pair[1] !== null,
    ),
  );
}

function elsewhere(): TenantError {
  return new NotSentError('The sign-in was directed to an unexpected host.', {
    remedy: 'Nothing was sent. Unset AZURE_REGIONAL_AUTHORITY_NAME and MSAL_FORCE_REGION if they are set.',
  });
}

function intercepted(status: number): TenantError {
  return new InterceptedError(`Something between here and the sign-in service answered with ${status}.`, {
    status,
    remedy: 'Check the network, its proxy and its sign-in page, then try again.',
  });
}
