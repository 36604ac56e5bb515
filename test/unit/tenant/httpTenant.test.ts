import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/tenant/clock';
import { clientCredentialsTokenSource } from '../../../src/tenant/signIn/credentials';
import type { TokenSource } from '../../../src/tenant/signIn/tokenSource';
import {
  NotSentError,
  RejectedError,
  SignInRefusedError,
  TenantError,
  UnknownOutcomeError,
} from '../../../src/tenant/errors';
import type { HttpTenantOptions } from '../../../src/tenant/httpTenant';
import { createHttpTenant } from '../../../src/tenant/httpTenant';
import { MAX_LOG_ANSWER, MAX_LOG_PAGES } from '../../../src/tenant/limits';
import type { Tenant } from '../../../src/tenant/tenant';
import type { Transport } from '../../../src/tenant/transport';
import { answering, graphError, json } from './answers';

const ORIGIN = 'https://graph.microsoft.com';
const endpoint = {
  kind: 'real',
  origin: ORIGIN,
  version: 'v1.0',
  servicePrincipalId: 'sp',
  jobId: 'API2AAD.j',
} as const;

function tenant(transport: Transport, more: Partial<HttpTenantOptions> = {}): Tenant {
  let issued = 0;
  const tokens: TokenSource = { token: async () => `token${++issued}` };
  return createHttpTenant({
    endpoint,
    name: 'Contoso',
    transport,
    tokens,
    wallClock: () => Date.UTC(2026, 10, 30, 8),
    newRequestId: () => 'client-1',
    ...more,
  });
}

const accepted = (): Response =>
  new Response(null, {
    status: 202,
    headers: { 'request-id': 'r1', location: 'https://elsewhere/log', date: 'Mon, 30 Nov 2026 07:59:58 GMT' },
  });

async function failureOf(promise: Promise<unknown>): Promise<TenantError> {
  const failure: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof TenantError) return failure;
  throw new Error('It did not fail as a tenant does.', { cause: failure });
}

async function pages(from: Tenant): Promise<readonly string[][]> {
  const read: string[][] = [];
  for await (const page of from.readLog({ since: '2026-11-30T08:00:00Z' })) read.push(page.map(({ id }) => id));
  return read;
}

describe('upload', () => {
  it('sends the body as it is, with the token, and follows nothing', async () => {
    const { transport, calls } = answering(accepted());
    const receipt = await tenant(transport).upload('{"ü":1}');
    expect(receipt).toEqual({
      requestId: 'r1',
      clientRequestId: 'client-1',
      acceptedAt: '2026-11-30T08:00:00.000Z',
      location: 'https://elsewhere/log',
      tenantTime: '2026-11-30T07:59:58.000Z',
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      url: `${ORIGIN}/v1.0/servicePrincipals/sp/synchronization/jobs/API2AAD.j/bulkUpload`,
      method: 'POST',
      body: '{"ü":1}',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/scim+json',
        Authorization: 'Bearer token1',
        'client-request-id': 'client-1',
      },
    });
  });

  it('makes one request, and asks for a fresh token the next time where the token was refused', async () => {
    const { transport, calls } = answering(graphError(401, 'InvalidAuthenticationToken'), accepted(), accepted());
    const asked: unknown[] = [];
    const tokens: TokenSource = {
      token: async ({ renew, refused } = {}) => `token${asked.push({ renew, refused })}`,
    };
    const uploading = tenant(transport, { tokens });
    expect(await failureOf(uploading.upload('B'))).toMatchObject({ outcome: 'rejected', status: 401 });
    expect(calls).toHaveLength(1);
    await uploading.upload('B');
    await uploading.upload('C');
    expect(asked).toEqual([{}, { renew: true, refused: 'token1' }, {}]);
    expect(calls.map(({ headers, body }) => [headers.Authorization, body])).toEqual([
      ['Bearer token1', 'B'],
      ['Bearer token2', 'B'],
      ['Bearer token3', 'C'],
    ]);
  });

  it('asks for no other token where a late answer refuses one that is no longer used', async () => {
    const answers: ((answer: Response) => void)[] = [];
    const transport: Transport = () => new Promise((resolve) => answers.push(resolve));
    const asked: unknown[] = [];
    const tokens: TokenSource = {
      token: async ({ refused } = {}) => {
        asked.push(refused);
        return asked.length <= 2 ? 'token1' : 'token2';
      },
    };
    const uploading = tenant(transport, { tokens });
    const [first, second] = [failureOf(uploading.upload('A')), failureOf(uploading.upload('B'))];
    await vi.waitUntil(() => answers.length === 2);
    answers[0]?.(graphError(401, 'Old'));
    await first;
    const third = uploading.upload('A');
    await vi.waitUntil(() => answers.length === 3);
    answers[1]?.(graphError(401, 'Old'));
    await second;
    answers[2]?.(accepted());
    await third;
    void uploading.upload('B');
    await vi.waitUntil(() => answers.length === 4);
    expect(asked).toEqual([undefined, undefined, 'token1', undefined]);
  });

  it('keeps no id that looks like none, and no time that is none', async () => {
    const headers = { 'request-id': '<script>', date: 'yesterday' };
    const receipt = await tenant(answering(new Response(null, { status: 202, headers })).transport).upload('B');
    expect(receipt).toMatchObject({ requestId: '' });
    expect(receipt).not.toHaveProperty('tenantTime');
  });

  it.each([301, 302, 303, 307, 308])('stops at a %i', async (status) => {
    const { transport, calls } = answering(
      new Response(null, { status, headers: { location: 'https://evil.example/' } }),
    );
    expect((await failureOf(tenant(transport).upload('B'))).outcome).toBe('intercepted');
    expect(calls).toHaveLength(1);
  });

  it('does not repeat a call of unknown outcome', async () => {
    const { transport, calls } = answering(new TypeError('fetch failed'));
    expect(await failureOf(tenant(transport).upload('B'))).toBeInstanceOf(UnknownOutcomeError);
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['refused', new SignInRefusedError('Refused.', { remedy: 'Check it.' })],
    ['refused in the words of a request', new RejectedError('Refused.', { status: 403, remedy: 'Check it.' })],
    ['broken', new UnknownOutcomeError('Reset.', { remedy: 'Look.' })],
    ['impossible', new TypeError('odd')],
  ])('is not sent when signing in is %s', async (_, failure) => {
    const { transport, calls } = answering();
    const tokens = { token: () => Promise.reject(failure) };
    const error = await failureOf(tenant(transport, { tokens }).upload('B'));
    expect(error.outcome).toBe('not-sent');
    expect(error).not.toBeInstanceOf(RejectedError);
    expect(calls).toEqual([]);
  });

  it('is not sent when its token was refused and no other is given', async () => {
    const { transport, calls } = answering(graphError(401, 'InvalidAuthenticationToken'));
    const tokens: TokenSource = {
      token: async ({ renew = false } = {}) => {
        if (!renew) return 'token1';
        throw new SignInRefusedError('Signing in was refused.', { status: 401, remedy: 'Check it.' });
      },
    };
    const uploading = tenant(transport, { tokens });
    await failureOf(uploading.upload('B'));
    expect(await failureOf(uploading.upload('B'))).toMatchObject({ outcome: 'not-sent', mayPass: false });
    expect(calls).toHaveLength(1);
  });

  it('counts a 202 whose body breaks off or never ends as accepted', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    for (const body of [broken, endless]) {
      const { transport } = answering(new Response(body, { status: 202 }));
      expect((await tenant(transport).upload('B')).requestId).toBe('');
    }
  });

  it('never shows the token that an answer repeats', async () => {
    const { transport } = answering(json(400, { error: { code: 'x', message: 'You sent Bearer token1' } }));
    const failure = await failureOf(tenant(transport).upload('B'));
    expect(failure.message).toContain('You sent Bearer ***');
  });

  it('says what a 429 demands', async () => {
    const { transport } = answering(graphError(429, 'TooManyRequests', { 'retry-after': '9' }));
    expect(await failureOf(tenant(transport).upload('B'))).toMatchObject({ outcome: 'throttled', retryAfterMs: 9000 });
  });
});

describe('the times of an attempt', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const untilAborted: Transport = (_, { signal }) =>
    new Promise((__, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));

  /** Whether a call has ended after so many milliseconds, and after one more. */
  async function endsAfter(ms: number, call: Promise<unknown>): Promise<readonly boolean[]> {
    let ended = false;
    const done = (): void => void (ended = true);
    call.then(done, done);
    await vi.advanceTimersByTimeAsync(ms - 1);
    const before = ended;
    await vi.advanceTimersByTimeAsync(1);
    return [before, ended];
  }

  it('are 60 s for the head of an answer', async () => {
    const uploading = failureOf(tenant(untilAborted).upload('B'));
    expect(await endsAfter(60_000, uploading)).toEqual([false, true]);
    expect(await uploading).toMatchObject({ outcome: 'unknown', code: 'HEADERS_TIMEOUT' });
    expect((await uploading).message).toContain('60 seconds');
  });

  it('are 30 s for its body', async () => {
    const transport: Transport = async (_, { signal }) => {
      const body = new ReadableStream({
        start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
      });
      return new Response(body);
    };
    expect(await endsAfter(30_000, failureOf(tenant(transport).readSchema()))).toEqual([false, true]);
  });

  it('are five minutes for a token that does not come', async () => {
    const { transport, calls } = answering(accepted());
    const tokens: TokenSource = { token: () => new Promise(() => undefined) };
    const uploading = failureOf(tenant(transport, { tokens }).upload('B'));
    expect(await endsAfter(300_000, uploading)).toEqual([false, true]);
    expect(await uploading).toMatchObject({ outcome: 'not-sent', mayPass: false });
    expect(calls).toEqual([]);
  });

  it('are the same for signing in', async () => {
    const tokenEndpoint = 'http://127.0.0.1:40400/0f0f0f0f-1111-2222-3333-444444444444/oauth2/v2.0/token';
    const credentials = {
      tokenEndpoint,
      clientId: 'id',
      clientSecret: 's',
      transport: untilAborted,
      clock: systemClock,
    };
    const token = clientCredentialsTokenSource(credentials).token();
    expect(await endsAfter(60_000, token)).toEqual([false, true]);
  });

  it('leave no timer when it is over', async () => {
    await tenant(answering(accepted()).transport).upload('B');
    await failureOf(tenant(answering(new TypeError('fetch failed')).transport).upload('B'));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the token', () => {
  const sandbox = { ...endpoint, kind: 'sandbox', origin: 'http://127.0.0.1:40400' } as const;
  it.each([
    ['real', 'eyJ.real', endpoint, true],
    ['real', 'sandbox-token-1', endpoint, false],
    ['sandbox', 'sandbox-token-1', sandbox, true],
    ['sandbox', 'eyJ.real', sandbox, false],
    ['real', 'two words', endpoint, false],
    ['real', 'a\r\nb', endpoint, false],
    ['real', '', endpoint, false],
  ])('for a %s tenant, %j', async (_, text, to, sent) => {
    const { transport, calls } = answering(accepted());
    const uploading = tenant(transport, { endpoint: to, tokens: { token: async () => text } }).upload('B');
    if (sent) await uploading;
    else expect(await failureOf(uploading)).toBeInstanceOf(NotSentError);
    expect(calls).toHaveLength(sent ? 1 : 0);
  });

  it('that is unavailable means that nothing was sent', async () => {
    const { transport, calls } = answering();
    for (const failure of [new Error('secret'), new UnknownOutcomeError('x', { remedy: 'y' })]) {
      const tokens = { token: () => Promise.reject(failure) };
      const error = await failureOf(tenant(transport, { tokens }).upload('B'));
      expect(error).toBeInstanceOf(NotSentError);
      expect(error.message).not.toContain('secret');
    }
    expect(calls).toEqual([]);
  });
});

describe('readLog', () => {
  const page = (id: string, nextLink?: string): Response =>
    json(200, { value: [{ id }], ...(nextLink !== undefined && { '@odata.nextLink': nextLink }) });

  it('follows the pages of the same address', async () => {
    const next = `${ORIGIN}/v1.0/auditLogs/provisioning?$skiptoken=2`;
    const { transport, calls } = answering(page('a', next), page('b'));
    expect(await pages(tenant(transport))).toEqual([['a'], ['b']]);
    expect(calls.map(({ url, body }) => [url, body])).toEqual([
      [expect.stringContaining('activityDateTime%20ge%202026-11-30'), undefined],
      [next, undefined],
    ]);
  });
  it.each(['https://evil.example/v1.0/auditLogs/provisioning?x', `${ORIGIN}/v1.0/users`])(
    'does not go to %s',
    async (next) => {
      const { transport, calls } = answering(page('a', next));
      expect((await failureOf(pages(tenant(transport)))).outcome).toBe('intercepted');
      expect(calls).toHaveLength(1);
    },
  );
  it('stops after the last page that it may read', async () => {
    let calls = 0;
    const transport: Transport = async () =>
      page(`e${++calls}`, `${ORIGIN}/v1.0/auditLogs/provisioning?$skiptoken=${calls}`);
    expect((await failureOf(pages(tenant(transport)))).message).toContain('2000 pages');
    expect(calls).toBe(MAX_LOG_PAGES);
  });
  it.each([
    ['its own page', 1],
    ['an earlier page', 3],
  ])('stops where the next page is %s', async (_, length) => {
    let calls = 0;
    const transport: Transport = async () =>
      page(`e${++calls}`, `${ORIGIN}/v1.0/auditLogs/provisioning?$skiptoken=${calls % length}`);
    expect((await failureOf(pages(tenant(transport)))).message).toContain('form a cycle');
    expect(calls).toBe(length + 1);
  });
  it('says when the connection breaks within an answer', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) });
    const { transport } = answering(new Response(broken, { status: 200 }));
    expect(await failureOf(pages(tenant(transport)))).toMatchObject({ outcome: 'unknown', status: 200 });
  });
  it('does not swallow an answer that is too large', async () => {
    const { transport } = answering(json(200, { value: ['x'.repeat(MAX_LOG_ANSWER)] }));
    expect(await failureOf(pages(tenant(transport)))).toMatchObject({ outcome: 'intercepted', status: 200 });
  });
  it('says when an answer is not a log', async () => {
    for (const answer of [json(200, []), new Response('<html>', { status: 200 })]) {
      expect((await failureOf(pages(tenant(answering(answer).transport)))).outcome).toBe('intercepted');
    }
  });
  it('makes a request only when a page is asked for', async () => {
    const { transport, calls } = answering(page('a', `${ORIGIN}/v1.0/auditLogs/provisioning?2`));
    for await (const entries of tenant(transport).readLog({})) {
      expect(entries).toHaveLength(1);
      break;
    }
    expect(calls).toHaveLength(1);
  });
});

describe('what a tenant tells of itself', () => {
  const user = (id: string) => ({ id, employeeId: id });
  const idsOf = async (from: Tenant): Promise<readonly string[][]> => {
    const read: string[][] = [];
    for await (const page of from.readUsers(['employeeId', 'id', 'manager'])) read.push(page.users.map(({ id }) => id));
    return read;
  };

  it('asks for what is wanted of users, and follows the pages of the same address', async () => {
    const next = `${ORIGIN}/v1.0/users?$skiptoken=2`;
    const { transport, calls } = answering(
      json(200, { '@odata.nextLink': next, value: [user('1')] }),
      json(200, { value: [user('2'), 'x'] }),
    );
    expect(await idsOf(tenant(transport))).toEqual([['1'], ['2']]);
    expect(calls.map(({ headers }) => headers['x-ms-throttle-priority'])).toEqual(['low', 'low']);
    expect(calls.map(({ method, url }) => [method, decodeURIComponent(url)])).toEqual([
      ['GET', `${ORIGIN}/v1.0/users?$select=employeeId,id&$top=999&$expand=manager($select=id)`],
      ['GET', next],
    ]);
  });

  it('goes nowhere else, even if an answer says so', async () => {
    const { transport } = answering(json(200, { '@odata.nextLink': 'https://elsewhere/v1.0/users', value: [] }));
    expect((await failureOf(idsOf(tenant(transport)))).message).toContain('another address');
  });

  it.each([
    ['users', (from: Tenant) => idsOf(from)],
    ['domains', (from: Tenant) => from.readDomains()],
  ])('says when an answer is not a list of %s', async (name, call) => {
    const error = await failureOf(call(tenant(answering(json(200, { value: 1 })).transport)));
    expect([error.outcome, error.message]).toEqual(['intercepted', expect.stringContaining(`list of ${name}`)]);
  });

  it('takes only verified domains', async () => {
    const value = [
      { id: 'a.example', isVerified: true, isDefault: false },
      { id: 'b.example', isVerified: false, isDefault: false },
      { id: 'c.example', isVerified: true, isDefault: true },
    ];
    const { transport } = answering(json(200, { value }));
    expect(await tenant(transport).readDomains()).toEqual({
      defaultDomain: 'c.example',
      verifiedDomains: ['a.example', 'c.example'],
    });
  });
});
