import { randomUUID } from 'node:crypto';
import type { Permission } from '../../../../src/sandbox/gate/permissions';
import { keyPair } from '../certificates';
import type { Registration } from './registration';
import { isSignedBy, readToken, signToken } from './signedToken';

/** Who a token is for: the application itself, with its roles, or a person who uses it, with scopes. */
export type Holder = 'application' | 'person';

/** The person who signs in with a code. */
export const PERSON = { name: 'Casey Admin', oid: randomUUID(), upn: 'casey.admin@contoso.example' };

interface TokenFacts {
  readonly holder: Holder;
  /** The origin of Graph. */
  readonly audience: string;
  readonly permissions: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Seconds. */
  readonly lifetime: number;
}

/** Why Graph does not take a token, or what it is good for. */
type TokenReading = { readonly refusal: string } | { readonly permissions: readonly Permission[] };

/** Gives out access tokens with the claims of real ones, and reads those that come back. */
export interface AccessTokens {
  issue(facts: TokenFacts): string;
  /** The same token in a form that says nothing to who holds it. */
  conceal(token: string): string;
  issueIdToken(facts: Pick<TokenFacts, 'now' | 'lifetime'>): string;
  read(token: string, audience: string, now: number): TokenReading;
}

export function createAccessTokens({ tenantId, clientId }: Registration): AccessTokens {
  const { publicKey, privateKey } = keyPair();
  const clientOid = randomUUID();
  const concealed = new Map<string, string>();
  const times = (now: number, lifetime: number): object => {
    const iat = Math.floor(now / 1000);
    return { iat, nbf: iat, exp: iat + lifetime };
  };
  return {
    issue: ({ holder, audience, permissions, now, lifetime }) =>
      signToken(
        {
          aud: audience,
          iss: `https://sts.windows.net/${tenantId}/`,
          tid: tenantId,
          appid: clientId,
          ...times(now, lifetime),
          ...(holder === 'application'
            ? { idtyp: 'app', oid: clientOid, sub: clientOid, roles: permissions }
            : { idtyp: 'user', ...PERSON, sub: PERSON.oid, scp: permissions.join(' ') }),
          uti: randomUUID(),
        },
        privateKey,
      ),
    issueIdToken: ({ now, lifetime }) =>
      signToken(
        {
          aud: clientId,
          iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
          tid: tenantId,
          ver: '2.0',
          oid: PERSON.oid,
          sub: PERSON.oid,
          name: PERSON.name,
          preferred_username: PERSON.upn,
          ...times(now, lifetime),
        },
        privateKey,
      ),
    conceal(token) {
      const opaque = randomUUID().replaceAll('-', '');
      concealed.set(opaque, token);
      return opaque;
    },
    read(given, audience, now) {
      const token = concealed.get(given) ?? given;
      const claims = readToken(token)?.claims;
      if (claims === undefined) return { refusal: 'IDX14100: JWT is not well formed, there are no dots (.).' };
      if (!isSignedBy(token, publicKey)) return { refusal: 'Access token validation failure. Invalid signature.' };
      if (claims.aud !== audience) return { refusal: 'Access token validation failure. Invalid audience.' };
      if (Number(claims.exp) * 1000 <= now) return { refusal: 'Lifetime validation failed, the token is expired.' };
      const scopes = typeof claims.scp === 'string' ? claims.scp.split(' ') : [];
      return { permissions: (Array.isArray(claims.roles) ? claims.roles : scopes) as Permission[] };
    },
  };
}
