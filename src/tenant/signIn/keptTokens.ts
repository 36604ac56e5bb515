import type { Clock } from '../clock';
import { cancelled } from './bearerToken';
import type { TokenSource } from './tokenSource';

/** A token as it was issued. */
export interface IssuedToken {
  readonly text: string;
  /** Milliseconds for which it is valid from now. */
  readonly lifetime: number;
}

export interface TokenRequest {
  /** Whether the service has refused the last token, so that a cached copy must not be used. */
  readonly renew: boolean;
  /** Aborted when no caller waits for the token any more. */
  readonly signal: AbortSignal;
}

/** A token that was requested, and the number of its waiters. */
interface Asking {
  readonly token: Promise<KeptToken>;
  waiting: number;
  readonly abandon: () => void;
}

interface KeptToken {
  readonly text: string;
  /** The time of the clock at which to replace it. */
  readonly replaceAt: number;
}

/** Milliseconds before its expiry at which a token is replaced; half its lifetime if it is short-lived. */
const MARGIN = 300_000;

/**
 * Caches a token until shortly before its expiry. Concurrent callers share one request, which is only cancelled when
 * the last of them gives up. A failure is passed to the waiters and not cached.
 */
export function keptTokens(ask: (request: TokenRequest) => Promise<IssuedToken>, clock: Clock): TokenSource {
  let kept: KeptToken | undefined;
  let asking: Asking | undefined;
  const begin = (renew: boolean): Asking => {
    const abandoned = new AbortController();
    const begun: Asking = {
      token: ask({ renew, signal: abandoned.signal }).then(({ text, lifetime }) => ({
        text,
        replaceAt: clock.now() + Math.max(0, lifetime - Math.min(MARGIN, lifetime / 2)),
      })),
      waiting: 0,
      abandon: () => {
        if (asking === begun) asking = undefined;
        abandoned.abort();
      },
    };
    begun.token.then(
      (token) => {
        if (asking === begun) [kept, asking] = [token, undefined];
      },
      () => {
        if (asking === begun) [kept, asking] = [undefined, undefined];
      },
    );
    return begun;
  };
  return {
    async token({ renew = false, refused, signal } = {}) {
      const isGood = !renew || (refused !== undefined && kept?.text !== refused);
      if (asking === undefined && kept !== undefined && isGood && clock.now() < kept.replaceAt) return kept.text;
      if (signal?.aborted === true) throw cancelled();
      asking ??= begin(renew);
      return (await waitFor(asking, signal)).text;
    },
  };
}

/** The requested token, or a rejection when the caller gives up. */
function waitFor(asking: Asking, signal: AbortSignal | undefined): Promise<KeptToken> {
  asking.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(cancelled());
      asking.waiting -= 1;
      if (asking.waiting === 0) asking.abandon();
    };
    asking.token.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    signal?.addEventListener('abort', leave, { once: true });
  });
}
