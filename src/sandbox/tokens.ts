import { SANDBOX_TOKEN_PREFIX } from '../tenant/tokenPrefix';
import type { SandboxClock } from './clock';
import type { RandomBytes } from './identifiers';
import { randomHex } from './identifiers';
import type { Refused, SandboxRequest } from './message';
import { refused } from './message';

/** Seconds. Tokens for an application last about an hour. Source: Entra, inbound provisioning tutorials. */
export const TOKEN_LIFETIME = 3599;

/** The bearer tokens that the sandbox has given out. */
export interface Tokens {
  issue(): string;
  /** Refuses a request without a token that is good now. */
  refuse(request: SandboxRequest): Refused | undefined;
  clear(): void;
}

export function createTokens(clock: SandboxClock, random: RandomBytes): Tokens {
  const expiries = new Map<string, number>();
  return {
    issue() {
      for (const [token, expiry] of expiries) if (expiry <= clock.now()) expiries.delete(token);
      const token = SANDBOX_TOKEN_PREFIX + randomHex(random, 32);
      expiries.set(token, clock.now() + TOKEN_LIFETIME * 1000);
      return token;
    },
    refuse(request) {
      const token = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
      if (token === undefined) return unauthorized('Access token is empty.');
      if (!token.startsWith(SANDBOX_TOKEN_PREFIX)) return unauthorized('Access token is not one of the sandbox.');
      const expiry = expiries.get(token) ?? 0;
      return expiry > clock.now() ? undefined : unauthorized('Access token has expired or is not yet valid.');
    },
    clear: () => expiries.clear(),
  };
}

function unauthorized(message: string): Refused {
  return refused(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': 'Bearer' });
}
