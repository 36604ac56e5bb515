import { createHash, randomBytes } from 'node:crypto';
import type { ServiceAnswer } from '../serviceAnswer';
import { refuse } from './refusals';

/** The codes that a browser brings back to the program that opened it (OAuth 2.0 with PKCE, RFC 7636). */
export interface AuthorizationCodes {
  /** What the browser gets once the person has signed in: the way back, to this machine alone. */
  begin(query: URLSearchParams, now: number): ServiceAnswer;
  /** `undefined` for a code that is brought for the first time, by the program that it was made for. */
  refuse(form: URLSearchParams, now: number): ServiceAnswer | undefined;
}

/** Source: Microsoft identity platform, redirect URI restrictions: of http only loopback, with any port. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/;

export function createAuthorizationCodes(): AuthorizationCodes {
  const waiting = new Map<string, { readonly challenge: string; readonly redirect: string }>();
  return {
    begin(query, now) {
      const redirect = query.get('redirect_uri') ?? '';
      const challenge = query.get('code_challenge') ?? '';
      if (!LOOPBACK.test(redirect)) return refuse(50011, now, { redirect });
      if (challenge === '' || query.get('code_challenge_method') !== 'S256') return refuse(501481, now);
      const code = randomBytes(24).toString('base64url');
      waiting.set(code, { challenge, redirect });
      const back = new URL(redirect);
      back.searchParams.set('code', code);
      back.searchParams.set('state', query.get('state') ?? '');
      return { status: 302, headers: { Location: back.href }, body: '' };
    },
    refuse(form, now) {
      const code = form.get('code') ?? '';
      const made = waiting.get(code);
      waiting.delete(code);
      if (made?.redirect !== form.get('redirect_uri')) return refuse(70008, now);
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      return challenge === made.challenge ? undefined : refuse(501481, now);
    },
  };
}
