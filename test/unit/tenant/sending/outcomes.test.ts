import { describe, expect, it } from 'vitest';
import { SignInRefusedError } from '../../../../src/tenant/errors';
import type { TokenSource } from '../../../../src/tenant/signIn/tokenSource';
import type { Act, Script } from './sendingRig';
import { failing, renewable, send } from './sendingRig';

/** The second batch of three is answered so the first time, or always. */
const once =
  (act: Act): Script =>
  (_, batch, ofBatch) =>
    batch === 2 && ofBatch === 1 ? act : undefined;
const always =
  (act: Act): Script =>
  (_, batch) =>
    batch === 2 ? act : undefined;

const FIRST = ['start 1.1 first', 'accepted 1', 'start 2.1 first'];
const HTML = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' };

/** The causes and remedies of a stop. */
async function stopOf(act: Act) {
  const { says, events, calls, lines } = await send({ script: always(act) });
  const failed = events.find((event) => event.type === 'failed');
  const paused = events.at(-1);
  if (failed === undefined || paused?.type !== 'paused') throw new Error(says.join('\n'));
  expect(lines.at(-1)).toMatchObject({ type: 'paused', why: paused.why, cause: paused.cause });
  return { says: says.slice(3), calls: calls.length, error: failed.error, paused };
}

describe('a request without a sent byte', () => {
  it.each([
    ['the name is not found', failing('ENOTFOUND')],
    ['the connection is refused', failing('ECONNREFUSED')],
    ['no connection comes about in time', failing('UND_ERR_CONNECT_TIMEOUT')],
    ['there is no route', failing('ENETUNREACH', { syscall: 'connect' })],
    [
      'the proxy does not reach the service',
      { failure: new Error('Proxy response (502) !== 200 when HTTP Tunneling') },
    ],
    [
      'the connection breaks while it is encrypted',
      {
        failure: Object.assign(
          new Error('Client network socket disconnected before secure TLS connection was established'),
          { code: 'ECONNRESET' },
        ),
      },
    ],
  ])('is made again: %s', async (_, act) => {
    const { says, lines } = await send({ script: once(act) });
    expect(says.slice(0, 6)).toEqual([...FIRST, 'waiting 2 1000 not-sent', 'start 2.2 not-sent', 'accepted 2']);
    expect(lines.find((line) => line.type === 'attempt-end' && line.batch === 2)).toMatchObject({
      outcome: 'not-sent',
    });
  });

  it.each([
    ['the certificate is self-signed', failing('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['it has expired', failing('CERT_HAS_EXPIRED')],
    ['it is for another host', failing('ERR_TLS_CERT_ALTNAME_INVALID')],
    ['it is revoked', failing('CERT_REVOKED')],
    ['the other side speaks no TLS', failing('ERR_SSL_WRONG_VERSION_NUMBER')],
    ['the proxy wants a password', { failure: new Error('Proxy response (407) !== 200 when HTTP Tunneling') }],
  ])('stops the sending where that will not pass: %s', async (_, act) => {
    const { says, calls } = await stopOf(act);
    expect(says).toEqual(['failed 2 not-sent', 'paused 2 refused']);
    expect(calls).toBe(2);
  });

  it('stops it where signing in is refused', async () => {
    const tokens: TokenSource = {
      token: () => Promise.reject(new SignInRefusedError('Jane Doe may not.', { remedy: 'Sign in again.' })),
    };
    const { says, calls, lines } = await send({ tokens });
    expect(says).toEqual(['start 1.1 first', 'failed 1 not-sent', 'paused 1 refused']);
    expect(calls).toEqual([]);
    expect(JSON.stringify(lines)).not.toContain('Jane');
  });
});

describe('a request that may have been taken', () => {
  it.each<readonly [string, Act]>([
    ['the connection is reset', failing('ECONNRESET')],
    ['the socket is closed', failing('UND_ERR_SOCKET')],
    ['the pipe is broken', failing('EPIPE')],
    ['no head comes in time', failing('UND_ERR_HEADERS_TIMEOUT')],
    ['the answer is not HTTP', failing('HPE_INVALID_CONSTANT')],
    ['the code is on no list', failing('ENEW')],
    ['there is no code', { failure: new TypeError('fetch failed') }],
    ['the service fails', { status: 500 }],
    ['a gateway fails', { status: 502, ...HTML }],
    ['the service is away', { status: 503 }],
    ['a gateway waits in vain', { status: 504 }],
    ['the service waits in vain', { status: 408 }],
  ])('is sent again with the same bytes, and said: %s', async (_, act) => {
    const { says, lines } = await send({ script: once(act) });
    expect(says).toEqual([
      ...FIRST,
      'waiting 2 1000 unknown maybe taken',
      'start 2.2 unknown maybe twice',
      'accepted 2 maybe twice',
      'start 3.1 first',
      'accepted 3',
    ]);
    const starts = lines.filter((line) => line.type === 'attempt-start' && line.batch === 2);
    expect(starts).toMatchObject([
      { attempt: 1, hash: 'hash2', reason: 'first' },
      { attempt: 2, hash: 'hash2', reason: 'unknown' },
    ]);
  });

  it.each([200, 201, 203, 204, 206])(
    'stops the sending where the answer is a %i, which nothing documents',
    async (status) => {
      const { says, calls, paused } = await stopOf({ status });
      expect(says).toEqual(['failed 2 unknown maybe taken', 'paused 2 refused']);
      expect(calls).toBe(2);
      expect(paused.cause).toContain(String(status));
    },
  );
});

describe('a request that is accepted', () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
  it.each([
    ['a body that breaks off', { body: broken }],
    ['a body that never ends', { body: endless }],
    ['a web page', HTML],
  ])('is so by its status, with %s', async (_, act) => {
    expect((await send({ script: once({ ...act, status: 202 }) })).says).toHaveLength(6);
  });

  it('leaves what support asks for, and the time of the tenant', async () => {
    const headers = { date: 'Mon, 30 Nov 2026 09:00:01 GMT', 'request-id': 'r-9' };
    const { lines, events } = await send({ script: once({ headers }) });
    const end = lines.filter((line) => line.type === 'attempt-end')[1];
    const facts = { requestId: 'r-9', tenantTime: '2026-11-30T09:00:01.000Z' };
    expect(end).toMatchObject({
      outcome: 'accepted',
      status: 202,
      clientRequestId: expect.any(String) as string,
      ...facts,
    });
    expect(events.filter((event) => event.type === 'accepted')[1]).toMatchObject({ receipt: facts });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('is never followed, and its host is named: %i', async (status) => {
    const headers = { location: 'https://login.portal.example/go?user=jane' };
    const { says, calls, error, paused } = await stopOf({ status, headers });
    expect([says, calls]).toEqual([['failed 2 intercepted', 'paused 2 refused'], 2]);
    for (const words of [error.message, paused.cause]) {
      expect(words).toContain('points to login.portal.example;');
      expect(words).not.toContain('jane');
    }
  });

  it('is named with its page, and without a host where it has none', async () => {
    const page = await stopOf({
      status: 302,
      ...HTML,
      headers: { ...HTML.headers, location: 'https://wifi.example/' },
    });
    expect(page.error.message).toContain('a web page (302) that points to wifi.example;');
    expect((await stopOf({ status: 307, headers: { location: '/v1.0/other' } })).error.message).toContain(
      'the same host',
    );
    expect((await stopOf({ status: 304 })).error.message).toBe(
      'Something between here and the service answered with 304.',
    );
  });
});

describe('a page of something between', () => {
  it.each<readonly [string, Act]>([
    ['a login page', { status: 200, ...HTML }],
    ['a refusal of the proxy', { status: 403, ...HTML }],
    ['a proxy that wants a password', { status: 407 }],
    ['a network that wants a sign-in', { status: 511, ...HTML }],
  ])('stops the sending: %s', async (_, act) => {
    const { says, calls } = await stopOf(act);
    expect([says, calls]).toEqual([['failed 2 intercepted', 'paused 2 refused'], 2]);
  });
});

describe('a refusal', () => {
  const error = {
    body: '{"error":{"code":"Refused","message":"Jane Doe is wrong."}}',
    headers: { 'content-type': 'application/json' },
  };
  it.each([
    [400, /same bytes will be refused/],
    [403, /SynchronizationData-User\.Upload/],
    [404, /service principal id, the job id and the cloud/],
    [405, /address/],
    [409, /Check the job/],
    [410, /deleted/],
    [413, /fewer operations/],
    [415, /between this machine and the service/],
    [418, /administrator/],
    [422, /same bytes will be refused/],
  ])('stops the sending with cause and remedy, and keeps nobody’s name: %i', async (status, remedy) => {
    const { says, calls, error: failure, paused } = await stopOf({ status, ...error });
    expect([says, calls]).toEqual([['failed 2 rejected', 'paused 2 refused'], 2]);
    expect(failure.message).toBe(`The service refused the request with ${status} (Refused: Jane Doe is wrong.).`);
    expect(paused).toMatchObject({
      cause: `The service refused the request with ${status}.`,
      remedy: expect.stringMatching(remedy) as string,
    });
  });
});

describe('a token that is refused', () => {
  const refuse: Act = { status: 401 };

  it('is renewed, and the same batch sent again', async () => {
    const asked: string[] = [];
    const { says, calls } = await send({ script: once(refuse), tokens: renewable(asked) });
    expect(says.slice(2, 6)).toEqual([
      'start 2.1 first',
      'waiting 2 0 token-renewed',
      'start 2.2 token-renewed',
      'accepted 2',
    ]);
    expect(calls.map(({ token }) => token)).toEqual(['token1', 'token1', 'token2', 'token2']);
    expect(asked).toEqual(['1', '1', 'renewed 2', '2']);
  });

  it('is renewed once for the whole upload', async () => {
    const { says, calls } = await send({
      script: (_, batch, ofBatch) => (batch > 1 && ofBatch === 1 ? refuse : undefined),
    });
    expect(says.slice(-2)).toEqual(['failed 3 rejected', 'paused 3 refused']);
    expect(calls).toHaveLength(4);
  });

  it('stops the sending when the fresh one is refused too, and when there is none', async () => {
    expect((await send({ script: always(refuse) })).says.slice(-2)).toEqual(['failed 2 rejected', 'paused 2 refused']);
    const tokens: TokenSource = {
      token: ({ renew = false } = {}) =>
        renew ? Promise.reject(new SignInRefusedError('No.', { remedy: 'Sign in.' })) : Promise.resolve('token1'),
    };
    const { says, calls } = await send({ script: always(refuse), tokens });
    expect(says.slice(-3)).toEqual(['start 2.2 token-renewed', 'failed 2 not-sent', 'paused 2 refused']);
    expect(calls).toHaveLength(2);
  });

  it('is renewed once where several requests are under way with it', async () => {
    const asked: string[] = [];
    const script: Script = (_, __, ___, { token }) => ({ after: 600, ...(token === 'token1' && _ > 3 ? refuse : {}) });
    const { says, calls, most } = await send({ batches: 20, script, tokens: renewable(asked) });
    expect(most).toBeGreaterThan(3);
    expect(says.filter((text) => text.startsWith('accepted'))).toHaveLength(20);
    expect(calls.filter(({ token }) => token === 'token1').length).toBeGreaterThan(5);
    expect(new Set(asked.filter((text) => text.startsWith('renewed')))).toEqual(new Set(['renewed 2']));
  });
});
