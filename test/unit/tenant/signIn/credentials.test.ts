import { describe, expect, it } from 'vitest';
import type { TokenSource } from '../../../../src/tenant/signIn/tokenSource';
import { clientCredentialsTokenSource } from '../../../../src/tenant/signIn/credentials';
import type { Transport } from '../../../../src/tenant/transport';
import { textLike } from '../../../support/matchers';
import { createManualClock } from '../../../support/manualClock';
import { answering, json } from '../answers';

const ENDPOINT = 'http://127.0.0.1:40400/0f0f0f0f-1111-2222-3333-444444444444/oauth2/v2.0/token';
const clock = createManualClock();

function source(transport: Transport, tokenEndpoint = ENDPOINT): TokenSource {
  return clientCredentialsTokenSource({ tokenEndpoint, clientId: 'id', clientSecret: 's3cret', transport, clock });
}

const issued = (name: string, expires_in: unknown = 3599): Response =>
  json(200, { token_type: 'Bearer', expires_in, access_token: `sandbox-token-${name}` });

describe('clientCredentialsTokenSource', () => {
  it.each([
    'https://login.microsoftonline.com/0f0f0f0f-1111-2222-3333-444444444444/oauth2/v2.0/token',
    ENDPOINT.replace('http:', 'https:'),
    ENDPOINT.replace('127.0.0.1', 'localhost'),
    ENDPOINT.replace('127.0.0.1:40400', '127.0.0.1:40400@evil.example'),
    ENDPOINT.replace(':40400', ''),
    `${ENDPOINT}?x`,
  ])('has nothing to do with %s', (tokenEndpoint) => {
    const { transport, calls } = answering();
    expect(() => source(transport, tokenEndpoint)).toThrow('not that of a sandbox');
    expect(calls).toEqual([]);
  });

  it('asks once and keeps the token until shortly before its end', async () => {
    const { transport, calls } = answering(issued('a'), issued('b'));
    const tokens = source(transport);
    expect([await tokens.token(), await tokens.token()]).toEqual(['sandbox-token-a', 'sandbox-token-a']);
    clock.advance((3599 - 300) * 1000 - 1);
    expect(await tokens.token()).toBe('sandbox-token-a');
    clock.advance(1);
    expect(await tokens.token()).toBe('sandbox-token-b');
    expect(new URLSearchParams(calls[0]?.body).get('scope')).toBe('http://127.0.0.1:40400/.default');
    expect(calls[0]?.redirect).toBe('manual');
  });

  it('shares one renewal among those who ask at the same time', async () => {
    const { transport, calls } = answering(issued('a'), issued('b'));
    const tokens = source(transport);
    await tokens.token();
    const renewed = await Promise.all([tokens.token({ renew: true }), tokens.token({ renew: true }), tokens.token()]);
    expect(renewed).toEqual(Array(3).fill('sandbox-token-b'));
    expect(calls).toHaveLength(2);
  });

  it.each([
    ['a refusal', (): Response | Error => json(401, { error: 'invalid_client' }), 'not-sent'],
    ['a refusal without a reason', (): Response | Error => json(400, {}), 'not-sent'],
    ['throttling', (): Response | Error => json(429, { error: 'slow_down' }), 'throttled'],
    ['a real token', (): Response | Error => json(200, { access_token: 'eyJ' }), 'not-sent'],
    ['no token', (): Response | Error => json(200, {}), 'not-sent'],
    ['a web page', (): Response | Error => new Response('<html>', { status: 403 }), 'intercepted'],
    ['a redirect', (): Response | Error => new Response(null, { status: 302 }), 'intercepted'],
    ['nobody', (): Response | Error => Object.assign(new Error(), { code: 'ECONNREFUSED' }), 'not-sent'],
  ])('fails on %s, and asks again the next time', async (_, answer, outcome) => {
    const { transport } = answering(answer(), issued('a'));
    const tokens = source(transport);
    const failure: unknown = await tokens.token().catch((error: unknown) => error);
    expect(failure).toMatchObject({ outcome });
    expect(String(failure)).not.toMatch(/s3cret|eyJ/);
    expect(await tokens.token()).toBe('sandbox-token-a');
  });

  it.each([
    ['invalid_client', json(401, { error: 'invalid_client' }), 'Signing in was refused with 401 (invalid_client).'],
    ['no reason', json(403, {}), 'Signing in was refused with 403.'],
    [
      'a reason that is too long',
      json(400, { error: 'invalid_grant', error_description: 'x'.repeat(100_000) }),
      'Signing in was refused with 400.',
    ],
  ])('says that signing in was refused, with %s', async (_, answer, message) => {
    const failure: unknown = await source(answering(answer).transport)
      .token()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'SignInRefusedError', message });
  });

  it.each([
    [
      'the page of a guest network',
      new Response('<html><body>Sign in</body></html>', { headers: { 'Content-Type': 'text/html' } }),
      { name: 'InterceptedError', remedy: textLike(/^The network may have a sign-in page/) },
    ],
    [
      'another token',
      json(200, { access_token: 'x', expires_in: 60 }),
      { name: 'SignInRefusedError', remedy: 'Start the sandbox again.' },
    ],
  ])('says what to do about %s', async (_, answer, expected) => {
    const failure: unknown = await source(answering(answer).transport)
      .token()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject(expected);
  });

  it('hears how long to wait', async () => {
    const answer = json(429, { error: 'slow_down' }, { 'Retry-After': '315360000' });
    const failure: unknown = await source(answering(answer).transport)
      .token()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ThrottledError', retryAfterMs: 315_360_000_000 });
  });

  it('does not trust a lifetime that is not a number', async () => {
    const { transport, calls } = answering(issued('a', 'long'), issued('b'));
    const tokens = source(transport);
    await tokens.token();
    await tokens.token();
    expect(calls).toHaveLength(2);
  });
});
