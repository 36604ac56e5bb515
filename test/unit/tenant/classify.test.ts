import { describe, expect, it } from 'vitest';
import { classifyAnswer, classifyFailure } from '../../../src/tenant/classify';
import { CallFailure } from '../../../src/tenant/network/callFailure';
import { parseGraphError } from '../../../src/tenant/graphError';

const JSON_TYPE = 'application/json';
const error = '{"error":{"code":"Some","message":"Said so."}}';
const html = '<!DOCTYPE html><title>Sign in</title>';

describe('classifyAnswer', () => {
  it.each([
    ['upload', 202, '', '', undefined],
    ['upload', 202, 'text/html', html, undefined],
    ['upload', 200, JSON_TYPE, '{}', 'unknown'],
    ['upload', 201, '', '', 'unknown'],
    ['upload', 204, '', '', 'unknown'],
    ['upload', 206, '', '', 'unknown'],
    ['upload', 200, 'text/html; charset=utf-8', html, 'intercepted'],
    ['upload', 200, '', html, 'intercepted'],
    ['upload', 0, '', '', 'intercepted'],
    ['upload', 301, '', '', 'intercepted'],
    ['upload', 302, 'text/html', html, 'intercepted'],
    ['upload', 307, '', '', 'intercepted'],
    ['upload', 308, '', '', 'intercepted'],
    ['upload', 400, JSON_TYPE, error, 'rejected'],
    ['upload', 401, JSON_TYPE, error, 'rejected'],
    ['upload', 403, JSON_TYPE, error, 'rejected'],
    ['upload', 403, 'text/html', html, 'intercepted'],
    ['upload', 404, JSON_TYPE, error, 'rejected'],
    ['upload', 405, '', '', 'rejected'],
    ['upload', 407, '', '', 'intercepted'],
    ['upload', 408, '', '', 'unknown'],
    ['upload', 409, '', '', 'rejected'],
    ['upload', 410, '', '', 'rejected'],
    ['upload', 413, '', '', 'rejected'],
    ['upload', 415, '', '', 'rejected'],
    ['upload', 422, '', '', 'rejected'],
    ['upload', 429, JSON_TYPE, error, 'throttled'],
    ['upload', 500, JSON_TYPE, error, 'unknown'],
    ['upload', 502, 'text/html', html, 'unknown'],
    ['upload', 503, '', '', 'unknown'],
    ['upload', 504, '', '', 'unknown'],
    ['upload', 511, 'text/html', html, 'intercepted'],
    ['read', 200, JSON_TYPE, '{}', undefined],
    ['read', 200, 'text/html', html, 'intercepted'],
    ['read', 202, '', '', 'unknown'],
    ['read', 429, '', '', 'throttled'],
  ] as const)('%s answered %i %s %s: %s', (aim, status, contentType, body, outcome) => {
    expect(classifyAnswer({ status, contentType, body }, aim)?.outcome).toBe(outcome);
  });

  it('carries what support asks for', () => {
    const answer = { status: 403, contentType: JSON_TYPE, body: error, requestId: 'r1' };
    const failure = classifyAnswer(answer, 'upload');
    expect(failure).toMatchObject({ name: 'RejectedError', status: 403, code: 'Some', requestId: 'r1' });
    expect(failure?.message).toContain('403 (Some: Said so.)');
    expect(failure?.remedy).toContain('SynchronizationData-User.Upload');
  });
  it('carries the demanded wait', () => {
    const answer = { status: 429, contentType: '', body: '', retryAfterMs: 7000 };
    expect(classifyAnswer(answer, 'upload')).toMatchObject({ retryAfterMs: 7000 });
  });
});

const coded = (code: string, more: object = {}): Error => Object.assign(new Error('secret text'), { code, ...more });
const wrapped = (cause: unknown): Error => new TypeError('fetch failed', { cause });

describe('classifyFailure', () => {
  it.each([
    [wrapped(coded('ENOTFOUND')), 'not-sent', 'ENOTFOUND'],
    [wrapped(coded('ECONNREFUSED')), 'not-sent', 'ECONNREFUSED'],
    [wrapped(coded('UND_ERR_CONNECT_TIMEOUT')), 'not-sent', 'UND_ERR_CONNECT_TIMEOUT'],
    [wrapped(coded('CERT_HAS_EXPIRED')), 'not-sent', 'CERT_HAS_EXPIRED'],
    [coded('SELF_SIGNED_CERT_IN_CHAIN'), 'not-sent', 'SELF_SIGNED_CERT_IN_CHAIN'],
    [wrapped(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])), 'not-sent', 'ECONNREFUSED'],
    [wrapped(new AggregateError([coded('ECONNREFUSED'), coded('ECONNRESET')])), 'unknown', 'ECONNREFUSED'],
    [wrapped(coded('ECONNRESET')), 'unknown', 'ECONNRESET'],
    [wrapped(coded('UND_ERR_SOCKET')), 'unknown', 'UND_ERR_SOCKET'],
    [wrapped(coded('UND_ERR_HEADERS_TIMEOUT')), 'unknown', 'UND_ERR_HEADERS_TIMEOUT'],
    [wrapped(coded('EPIPE')), 'unknown', 'EPIPE'],
    [wrapped(coded('ETIMEDOUT')), 'unknown', 'ETIMEDOUT'],
    [wrapped(coded('ETIMEDOUT', { syscall: 'connect' })), 'not-sent', 'ETIMEDOUT'],
    [wrapped(coded('ENETUNREACH', { syscall: 'connect' })), 'not-sent', 'ENETUNREACH'],
    [wrapped(coded('ENETUNREACH', { syscall: 'read' })), 'unknown', 'ENETUNREACH'],
    [wrapped(coded('EHOSTUNREACH')), 'unknown', 'EHOSTUNREACH'],
    [wrapped(coded('EPROTO')), 'unknown', 'EPROTO'],
    [new DOMException('x', 'AbortError'), 'unknown', 'AbortError'],
    [new DOMException('x', 'TimeoutError'), 'unknown', 'TimeoutError'],
    [new TypeError('fetch failed'), 'unknown', undefined],
    ['a text', 'unknown', undefined],
    [undefined, 'unknown', undefined],
  ])('case %#', (failure, outcome, code) => {
    const classified = classifyFailure(failure, 'upload');
    expect([classified.outcome, classified.code]).toEqual([outcome, code]);
    expect(classified.message).not.toContain('secret');
    expect(classified.remedy).toMatch(/\.$/);
  });
});

/** Errors as they were seen: of Node's fetch by way of undici's proxies, and of Electron's, whose codes are in the message. */
const proxied = (status: number): Error =>
  wrapped(
    Object.assign(new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`), { code: 'UND_ERR_ABORTED' }),
  );
const handshake = Object.assign(
  new Error('Client network socket disconnected before secure TLS connection was established'),
  { code: 'ECONNRESET', host: 'graph.microsoft.com', port: 443 },
);

describe('the message about a failure of the network', () => {
  it.each<readonly [unknown, string, RegExp]>([
    [proxied(403), 'not-sent', /^The proxy refuses a connection to the service \(403\)\.$/],
    [proxied(407), 'not-sent', /^The proxy requires a user name and a password, or rejected them \(407\)\.$/],
    [proxied(502), 'not-sent', /^The proxy could not reach the service \(502\)\.$/],
    [wrapped(handshake), 'not-sent', /^The connection could not be encrypted/],
    [wrapped(coded('EAI_AGAIN', { syscall: 'getaddrinfo' })), 'not-sent', /^The host name of the service could not be/],
    [wrapped(coded('ENETUNREACH', { syscall: 'connect' })), 'not-sent', /^There is no network route to the service/],
    [wrapped(coded('EACCES', { syscall: 'connect' })), 'not-sent', /^This machine does not allow a connection/],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'not-sent', /^The host name of the service could not be resolved/],
    [new Error('net::ERR_CONNECTION_REFUSED'), 'not-sent', /^The connection to the service was refused/],
    [new Error('net::ERR_PROXY_CONNECTION_FAILED'), 'not-sent', /^The proxy could not be reached/],
    [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'not-sent', /^The proxy did not open a connection/],
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'not-sent', /inspects encrypted connections/],
    [new Error('net::ERR_CERT_COMMON_NAME_INVALID'), 'not-sent', /^The certificate is for another host/],
    [new Error('net::ERR_CERT_DATE_INVALID'), 'not-sent', /^The certificate is not valid at this time/],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'unknown', /^The connection failed \(ERR_INTERNET_DISCONNECTED\)/],
    [new Error('net::ERR_CONNECTION_RESET'), 'unknown', /^The connection failed \(ERR_CONNECTION_RESET\)/],
  ])('%s is %s', (failure, outcome, message) => {
    const classified = classifyFailure(failure, 'read');
    expect(classified.outcome).toBe(outcome);
    expect(classified.message).toMatch(message);
  });

  it('is believed by a transport that knows that nothing has left', () => {
    const cause = coded('ECONNRESET');
    const facts = { proxy: { kind: 'direct' } } as const;
    expect(classifyFailure(new CallFailure(cause, { ...facts, started: false }), 'upload').outcome).toBe('not-sent');
    expect(classifyFailure(new CallFailure(cause, { ...facts, started: true }), 'upload').outcome).toBe('unknown');
  });

  it.each([
    [407, '', /^The proxy requires a user name and a password/],
    [511, '', /^The network requires a sign-in/],
    [200, html, /answered with a web page \(200\)/],
    [302, '', /answered with 302/],
  ])('names an answer of %i that is not the service’s', (status, body, message) => {
    expect(classifyAnswer({ status, contentType: '', body }, 'read')?.message).toMatch(message);
  });
});

describe('what to do about a call of unknown outcome', () => {
  const failed = { status: 503, contentType: '', body: '', retryAfterMs: 9000 };

  it('depends on what it was for: reading sends nobody', () => {
    for (const aim of ['upload', 'read'] as const) {
      const remedies = [classifyAnswer(failed, aim)?.remedy, classifyFailure(coded('ECONNRESET'), aim).remedy];
      for (const remedy of remedies)
        expect(remedy).toMatch(aim === 'upload' ? /before sending the same people again/ : /^Nothing was changed\./);
    }
    expect(classifyFailure(coded('ECONNREFUSED'), 'read').remedy).toMatch(/^Check the network/);
    expect(classifyFailure(coded('ECONNREFUSED'), 'upload').remedy).toMatch(/^Nothing was sent. Check the network/);
  });

  it('keeps the wait that is asked for', () => {
    expect(classifyAnswer(failed, 'read')?.retryAfterMs).toBe(9000);
  });
});

describe('parseGraphError', () => {
  it('walks down to the most specific code, in any spelling', () => {
    const body = { error: { code: 'a', message: 'm', innerError: { code: 'b', innererror: { code: 'c' } } } };
    expect(parseGraphError(JSON.stringify(body))).toEqual({ code: 'c', message: 'm' });
  });
  it('makes one short line of a message', () => {
    const { message } = parseGraphError(
      JSON.stringify({ error: { code: 'a', message: `x\u001b[31m\n\u202ey${'z'.repeat(900)}` } }),
    ) ?? { message: '' };
    expect(message).toMatch(/^x \[31m yz+…$/);
    expect(message.length).toBe(501);
  });
  it.each(['', '{}', '[]', '{"error":"x"}', '{"error":{"code":5}}', html])('finds none in %s', (text) => {
    expect(parseGraphError(text)).toBeUndefined();
  });
});
