import { describe, expect, it } from 'vitest';
import { AttemptTimeoutError } from '../../../src/tenant/attemptTimer';
import type { AnswerFacts } from '../../../src/tenant/classify';
import { classifyAnswer, classifyFailure, isDenied } from '../../../src/tenant/classify';
import type { TenantError } from '../../../src/tenant/errors';

const ERROR = '{"error":{"code":"Some","message":"Ada said so."}}';
const SIGN_IN_PAGE = '<!DOCTYPE html><title>Sign in</title>';
const OPEN_A_PAGE =
  'The network may have a sign-in page, or its proxy may refuse the call. Open any page in a browser, then try again.';
const CHECK_NETWORK = 'Check the network, its proxy and its sign-in page, then try again.';
const LOOK =
  'Check the provisioning log before sending the same people again: the service may have accepted the request.';
const SUPPORT = 'Give the status, code and request id to the administrator of the tenant.';

const answered = (facts: Partial<AnswerFacts>, aim: 'upload' | 'read' = 'upload', permission?: string) => {
  const answer = { status: 400, contentType: 'application/json', body: '', ...facts };
  const error = classifyAnswer(answer, aim, permission);
  if (error === undefined) throw new Error('a good answer');
  return error;
};

/** Name, message, what may be written down, and what to do. */
const inFull = (error: TenantError) => [error.name, error.message, error.ownWords, error.remedy];

describe('an answer in full', () => {
  it.each<readonly [Partial<AnswerFacts>, readonly string[]]>([
    [
      { status: 500, body: ERROR },
      [
        'UnknownOutcomeError',
        'The service failed with 500 (Some: Ada said so.).',
        'The service failed with 500.',
        LOOK,
      ],
    ],
    [
      { status: 408 },
      ['UnknownOutcomeError', 'The service failed with 408 (no reason given).', 'The service failed with 408.', LOOK],
    ],
    [
      { status: 429, body: ERROR },
      [
        'ThrottledError',
        'The service throttles calls (Some: Ada said so.).',
        'The service throttles calls.',
        'Wait. If it lasts for hours, the daily limit of the tenant is probably reached.',
      ],
    ],
    [
      { status: 204 },
      [
        'UnknownOutcomeError',
        'The service answered with 204, which is not documented.',
        'The service answered with 204, which is not documented.',
        'Check the provisioning log to see whether it was accepted.',
      ],
    ],
    [
      { status: 418, body: ERROR },
      [
        'RejectedError',
        'The service refused the request with 418 (Some: Ada said so.).',
        'The service refused the request with 418.',
        SUPPORT,
      ],
    ],
    [
      { status: 400 },
      [
        'RejectedError',
        'The service refused the request with 400 (no reason given).',
        'The service refused the request with 400.',
        'Check the request for errors: the same bytes will be refused again.',
      ],
    ],
    [
      { status: 199 },
      ['InterceptedError', 'Something between here and the service answered with 199.', '', CHECK_NETWORK],
    ],
    [
      { status: 200, body: SIGN_IN_PAGE },
      ['InterceptedError', 'Something between here and the service answered with a web page (200).', '', OPEN_A_PAGE],
    ],
    [
      { status: 407 },
      [
        'InterceptedError',
        'The proxy requires a user name and a password, or rejected them (407).',
        '',
        'Add them to the address of the proxy, http://USER:PASSWORD@HOST:PORT; in VS Code, sign in to the proxy.',
      ],
    ],
    [
      { status: 511 },
      [
        'InterceptedError',
        'The network requires a sign-in before it permits calls (511).',
        '',
        'Open any page in a browser, sign in to the network there, then try again.',
      ],
    ],
  ])('%j', (facts, [name = '', message = '', own, remedy = '']) => {
    expect(inFull(answered(facts))).toEqual([name, message, own === '' ? message : own, remedy]);
  });

  it('of a read that nobody knows the outcome of changes nothing', () => {
    expect(answered({ status: 500 }, 'read').remedy).toBe('Nothing was changed. Try again later.');
    expect(answered({ status: 204 }, 'read').remedy).toBe('Nothing was changed. Try again later.');
  });

  it('with an error body of the service comes from the service, with any status', () => {
    expect(answered({ status: 407, body: ERROR }).name).toBe('RejectedError');
    expect(answered({ status: 511, body: ERROR }).name).toBe('UnknownOutcomeError');
  });

  it.each<readonly [string | undefined, string]>([
    ['https://login.example/path?token=secret', ' that points to login.example; nothing was sent there'],
    ['https://login.example:8443/', ' that points to login.example:8443; nothing was sent there'],
    ['/login', ' that points to another address of the same host; nothing was sent there'],
    ['', ''],
    [undefined, ''],
    ['mailto:ada@contoso.com', ''],
    [
      `https://${'a'.repeat(49)}.${'b'.repeat(50)}/`,
      ` that points to ${'a'.repeat(49)}.${'b'.repeat(50)}; nothing was sent there`,
    ],
    [`https://${'a'.repeat(50)}.${'b'.repeat(50)}/`, ''],
  ])('that points to %s names the host alone', (location, pointer) => {
    for (const status of [300, 302, 399]) {
      const error = answered({ status, ...(location !== undefined && { location }) });
      const message = `Something between here and the service answered with ${status}${pointer}.`;
      expect([error.name, error.message, error.ownWords]).toEqual(['InterceptedError', message, message]);
    }
  });

  it('points nowhere unless it is a redirection', () => {
    const location = 'https://login.example/';
    expect(answered({ status: 199, location }).message).not.toContain('points');
    expect(answered({ status: 400, location, body: SIGN_IN_PAGE }).message).not.toContain('points');
  });

  it.each([
    {},
    { requestId: 'r1' },
    { retryAfterMs: 0 },
    { clientRequestId: 'c1' },
    { tenantTime: '2026-11-28T00:00:00Z' },
  ])('carries what came with it, and nothing else: %j', (facts) => {
    const { status, code, requestId, retryAfterMs, clientRequestId, tenantTime } = answered({ status: 400, ...facts });
    const none = { requestId: undefined, retryAfterMs: undefined, clientRequestId: undefined, tenantTime: undefined };
    expect({ status, code, requestId, retryAfterMs, clientRequestId, tenantTime }).toEqual({
      ...none,
      status: 400,
      code: undefined,
      ...facts,
    });
    expect(answered({ status: 400, body: ERROR, ...facts }).code).toBe('Some');
  });

  it.each([
    [403, 'Some', true],
    [401, 'UnknownError', true],
    [401, 'Some', false],
    [404, 'UnknownError', false],
  ])('%i with the code %s names the permission that is missing: %s', (status, code, expected) => {
    expect(isDenied({ status, code })).toBe(expected);
    const body = JSON.stringify({ error: { code, message: '' } });
    const grant = 'Grant the application User.Read.All, with administrator consent.';
    expect(answered({ status, body }, 'read', 'User.Read.All').remedy === grant).toBe(expected);
    expect(answered({ status, body }, 'read').remedy).not.toBe(grant);
  });

  it.each([
    ['text/html', '', true],
    ['TEXT/HTML; charset=utf-8', '', true],
    ['application/xhtml', '', false],
    ['', ' \n<html lang="en">', true],
    ['', '<!doctype html>', true],
    ['', '{"a":"<html>"}', false],
    ['', 'x<html>', false],
  ])('of the type "%s" beginning %j is a web page: %s', (contentType, body, expected) => {
    expect(answered({ status: 400, contentType, body }).name === 'InterceptedError').toBe(expected);
  });
});

describe('a call without an answer, in full', () => {
  const coded = (code: string) => Object.assign(new Error('secret'), { code });

  it.each([
    [new AttemptTimeoutError('headers', 60_000), 'No complete answer came within 60 seconds (HEADERS_TIMEOUT).'],
    [new DOMException('x', 'AbortError'), 'The call was abandoned before an answer came.'],
    [coded('ECONNRESET'), 'The connection failed (ECONNRESET) before an answer came.'],
    [new Error('secret'), 'The connection failed (no code) before an answer came.'],
  ])('%s', (failure, message) => {
    const error = classifyFailure(failure, 'upload');
    expect(inFull(error)).toEqual(['UnknownOutcomeError', message, message, LOOK]);
    expect([error.cause, error.clientRequestId, error.mayPass]).toEqual([failure, undefined, false]);
    expect(classifyFailure(failure, 'read', 'c1')).toMatchObject({
      clientRequestId: 'c1',
      remedy: 'Nothing was changed. Try again later.',
    });
  });

  it('says so when no byte was sent, and whether that may pass', () => {
    const [refused, wrong] = [coded('ECONNREFUSED'), coded('CERT_HAS_EXPIRED')];
    const [upload, read] = [classifyFailure(refused, 'upload', 'c1'), classifyFailure(refused, 'read')];
    expect(upload).toMatchObject({ name: 'NotSentError', clientRequestId: 'c1', cause: refused, mayPass: true });
    expect([upload.ownWords, upload.remedy]).toEqual([upload.message, `Nothing was sent. ${read.remedy}`]);
    expect(read.remedy).not.toContain('Nothing was sent');
    expect([read.code, read.clientRequestId]).toEqual(['ECONNREFUSED', undefined]);
    expect(classifyFailure(wrong, 'upload').mayPass).toBe(false);
  });

  it('that was classified before stays what it is', () => {
    const before = classifyFailure(coded('ECONNRESET'), 'upload');
    expect(classifyFailure(before, 'read')).toBe(before);
  });
});
