import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { NotSentError, RejectedError, ThrottledError, UnknownOutcomeError } from '../../../../src/tenant/errors';
import { bearerToken, cancelled } from '../../../../src/tenant/signIn/bearerToken';
import { tokenOf } from './tokenOf';

const endpoint = {
  kind: 'real',
  origin: 'https://graph.microsoft.com',
  version: 'v1.0',
  servicePrincipalId: 'sp',
  jobId: 'j',
} as const;

describe('bearerToken', () => {
  it.each([
    ['https://graph.microsoft.com/v1.0/x', true],
    ['https://graph.microsoft.com.evil.example/v1.0/x', false],
    ['https://graph.microsoft.us/v1.0/x', false],
    ['http://graph.microsoft.com/v1.0/x', false],
    ['https://graph.microsoft.com:8443/v1.0/x', false],
    ['https://graph.microsoft.com@evil.example/v1.0/x', false],
  ])('for %s: %s', async (url, given) => {
    let asked = 0;
    const tokens = { token: async (): Promise<string> => `token${++asked}` };
    const token = bearerToken(tokens, endpoint, url, undefined, undefined);
    if (given) await expect(token).resolves.toBe('token1');
    else await expect(token).rejects.toThrow('for another address');
    // For a wrong address nobody is even asked
    expect(asked).toBe(given ? 1 : 0);
  });
});

const URL_OF_GRAPH = 'https://graph.microsoft.com/v1.0/x';
const SANDBOX = { ...endpoint, kind: 'sandbox', origin: 'http://127.0.0.1:4711' } as const;
const tokenFor = (aud: string) => tokenOf({ aud });
const give = (token: string, at: typeof endpoint | typeof SANDBOX = endpoint) =>
  bearerToken({ token: () => Promise.resolve(token) }, at, `${at.origin}/v1.0/x`, undefined, undefined);
const REMEDY = 'Nothing was sent. Check the connection and its way to sign in.';

describe('a token', () => {
  it.each([
    'opaque',
    tokenFor('https://graph.microsoft.com'),
    tokenFor('https://graph.microsoft.com/'),
    tokenFor('00000003-0000-0000-c000-000000000000'),
    tokenFor('https://somebody.example'),
    'e30.e30.x',
  ])('is given that does not say to be for another cloud: %s', async (token) => {
    await expect(give(token)).resolves.toBe(token);
  });

  it.each(['https://graph.microsoft.us', 'https://dod-graph.microsoft.us/', 'https://microsoftgraph.chinacloudapi.cn'])(
    'for %s goes to no other cloud',
    async (audience) => {
      await expect(give(tokenFor(audience))).rejects.toMatchObject({
        name: 'NotSentError',
        message: 'The token is for another cloud than the tenant’s.',
        remedy: REMEDY,
      });
    },
  );

  it('of a sandbox goes to no tenant, a real one to no sandbox, and an invalid one nowhere', async () => {
    await expect(give('sandbox-token-1')).rejects.toMatchObject({ outcome: 'not-sent', remedy: REMEDY });
    await expect(give('opaque', SANDBOX)).rejects.toMatchObject({ outcome: 'not-sent', remedy: REMEDY });
    await expect(give('two words')).rejects.toMatchObject({ outcome: 'not-sent', remedy: REMEDY });
    await expect(give('sandbox-token-1', SANDBOX)).resolves.toBe('sandbox-token-1');
  });
});

describe('signing in for a call', () => {
  const asked = async (refused?: string, signal?: AbortSignal) => {
    const options: unknown[] = [];
    const tokens = {
      token: (given: unknown) => {
        options.push(given);
        return Promise.resolve('token');
      },
    };
    await bearerToken(tokens, endpoint, URL_OF_GRAPH, refused, signal);
    return options;
  };

  it('asks for a fresh token where one was refused', async () => {
    const { signal } = new AbortController();
    expect(await asked()).toStrictEqual([{}]);
    expect(await asked('old')).toStrictEqual([{ renew: true, refused: 'old' }]);
    expect(await asked(undefined, signal)).toStrictEqual([{ signal }]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  const failed = (error: Error) =>
    bearerToken({ token: () => Promise.reject(error) }, endpoint, URL_OF_GRAPH, undefined, undefined).catch(
      (reason: unknown) => reason,
    );

  it.each([
    { status: 401, code: 'invalid_client', requestId: 'r1', remedy: 'Renew the secret.' },
    { status: 400, remedy: 'Renew the secret.' },
    { code: 'invalid_client', remedy: 'Renew the secret.' },
    { requestId: 'r1', remedy: 'Renew the secret.' },
  ])('that is refused is a request that was not made: %j', async (facts) => {
    const error = await failed(new RejectedError('The secret is old.', facts));
    expect(error).toMatchObject({ name: 'SignInRefusedError', message: 'The secret is old.', ...facts });
    const { status, code, requestId } = error as RejectedError;
    expect({ status, code, requestId }).toEqual({
      status: undefined,
      code: undefined,
      requestId: undefined,
      ...Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'remedy')),
    });
  });

  it.each([
    new NotSentError('No network.', { remedy: 'Connect.' }),
    new ThrottledError('Too often.', { remedy: 'Wait.' }),
  ])('that fails for another reason is that failure: %s', async (error) => {
    expect(await failed(error)).toBe(error);
  });

  it('with an unknown outcome is a call that was not made', async () => {
    const lost = new UnknownOutcomeError('No answer.', { remedy: 'Look.' });
    const expected = { name: 'NotSentError', remedy: 'Nothing was sent. Sign in again.' };
    expect(await failed(lost)).toMatchObject({ ...expected, message: 'Signing in failed. No answer.', cause: lost });
    const other = new TypeError('a person and a secret');
    expect(await failed(other)).toMatchObject({ ...expected, message: 'Signing in failed.', cause: other });
  });
});

describe('a call that is cancelled while somebody signs in', () => {
  const CANCELLED = {
    name: 'NotSentError',
    message: 'The call was cancelled before it began.',
    remedy: 'Nothing was sent.',
  };
  const forever = { token: () => new Promise<string>(() => undefined) };

  it('ends at once, before or during', async () => {
    const before = bearerToken(forever, endpoint, URL_OF_GRAPH, undefined, AbortSignal.abort());
    await expect(before).rejects.toMatchObject(CANCELLED);
    const controller = new AbortController();
    const during = bearerToken(forever, endpoint, URL_OF_GRAPH, undefined, controller.signal);
    controller.abort();
    await expect(during).rejects.toMatchObject(CANCELLED);
    expect(cancelled()).toMatchObject(CANCELLED);
  });
});
