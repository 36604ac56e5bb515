import { SANDBOX_TOKEN_PREFIX } from '../../tenant/signIn/tokenPrefix';
import type { SandboxClock } from '../clock';
import type { RandomBytes } from './identifiers';
import { randomHex } from './identifiers';
import type { SandboxIdentity } from './identity';
import type { Refused, SandboxRequest } from '../message';
import { refused } from '../message';
import type { Permission } from './permissions';

/** Seconds. Application tokens last about an hour. Source: Entra, inbound provisioning tutorials. */
export const TOKEN_LIFETIME = 3599;

/** The bearer tokens that the sandbox has issued. */
export interface Tokens {
  /** Issues a token with these permissions; default: all that the application has. */
  issue(permissions?: readonly Permission[]): string;
  /** Refuses a request without a valid token. */
  refuse(request: SandboxRequest): Refused | undefined;
  /** The permissions of a request's token; empty if the token is missing or unknown. */
  permissionsOf(request: SandboxRequest): readonly Permission[];
  clear(): void;
}

/**
 * Tokens with the claims of real ones: the part between the first and the second dot is their JSON in base64url, where
 * clients look for `roles`. A token is valid because the sandbox remembers it.
 *
 * The claims omit what the scenario withholds. Each call is authorised when it arrives, so a token stays usable when
 * the scenario changes.
 *
 * Callers measure a token's hour by their own clock, so a fast sandbox clock does not shorten it.
 */
export function createTokens(
  clock: SandboxClock,
  random: RandomBytes,
  { tenantId, clientId }: SandboxIdentity,
  granted: readonly Permission[],
  withheld: () => readonly Permission[] = () => [],
): Tokens {
  const issued = new Map<string, { readonly expiry: number; readonly roles: readonly Permission[] }>();
  const lifetime = TOKEN_LIFETIME * 1000 * (clock.rate ?? 1);
  return {
    issue(roles = granted) {
      const now = clock.now();
      for (const [token, { expiry }] of issued) if (expiry <= now) issued.delete(token);
      const iat = Math.floor(now / 1000);
      const missing = withheld();
      const claims = {
        tid: tenantId,
        appid: clientId,
        idtyp: 'app',
        roles: roles.filter((role) => !missing.includes(role)),
        iat,
        nbf: iat,
        exp: iat + TOKEN_LIFETIME,
      };
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      const token = `${SANDBOX_TOKEN_PREFIX}${randomHex(random, 16)}.${payload}.${randomHex(random, 16)}`;
      issued.set(token, { expiry: now + lifetime, roles });
      return token;
    },
    refuse(request) {
      const token = bearerOf(request);
      if (token === undefined) return unauthorized('Access token is empty.');
      if (!token.startsWith(SANDBOX_TOKEN_PREFIX)) return unauthorized('Access token is not one of the sandbox.');
      return (issued.get(token)?.expiry ?? 0) > clock.now() ? undefined : tokenExpired();
    },
    permissionsOf: (request) => issued.get(bearerOf(request) ?? '')?.roles ?? [],
    clear: () => issued.clear(),
  };
}

function bearerOf(request: SandboxRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** Source: Entra, inbound provisioning troubleshooting. */
export function tokenExpired(): Refused {
  return unauthorized('Access token has expired or is not yet valid.');
}

function unauthorized(message: string): Refused {
  return refused(401, 'InvalidAuthenticationToken', message, { 'WWW-Authenticate': 'Bearer' });
}
