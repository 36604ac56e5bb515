import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/startSandbox';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { proofOf, proofPath } from '../../src/tenant/loopback/sandboxProof';
import { bulkBody, person } from '../support/people';

let running: RunningSandbox;
let authority: string;
beforeAll(async () => {
  // What is staged stays staged while it is counted
  running = await startSandbox({ rules: { cycleDelay: 3_600_000 } });
  authority = new URL(running.graph).host;
});
afterAll(() => running.close());

/** A request with exactly these headers, as no fetch would send it. */
function send(path: string, method: string, headers: Record<string, string>, body = ''): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(running.graph);
    const call = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve([response.statusCode ?? 0, text]));
    });
    call.on('error', reject);
    call.end(body);
  });
}

const HOSTS = ['right', 'localhost', 'a name that resolves here', 'another port'] as const;
const ORIGINS = ['none', 'a page', 'itself'] as const;
const KEYS = ['right', 'none', 'another', 'one that looks real'] as const;
const METHODS = ['POST', 'GET', 'PUT', 'OPTIONS', 'DELETE'] as const;
const REAL = 'eyJ0eXAiOiJKV1QifQ.eyJ0aWQiOiJyZWFsIn0.c2lnbmF0dXJl';

const headersOf = (host: string, origin: string, key: string): Record<string, string> => {
  const port = authority.split(':')[1] ?? '';
  const hosts: Record<string, string> = {
    right: authority,
    localhost: `localhost:${port}`,
    'a name that resolves here': `sandbox.example:${port}`,
    'another port': '127.0.0.1:1',
  };
  const origins: Record<string, string> = { 'a page': 'https://evil.example', itself: `http://${authority}` };
  const keys: Record<string, string> = {
    right: running.token,
    another: 'sandbox-token-0',
    'one that looks real': REAL,
  };
  return {
    Host: hosts[host] ?? '',
    'Content-Type': 'application/scim+json',
    ...(origins[origin] !== undefined && { Origin: origins[origin] }),
    ...(keys[key] !== undefined && { Authorization: `Bearer ${keys[key]}` }),
  };
};

describe('access over the socket', () => {
  const cells = HOSTS.flatMap((host) =>
    ORIGINS.flatMap((origin) => KEYS.flatMap((key) => METHODS.map((method) => ({ host, origin, key, method })))),
  );

  it(`of ${cells.length} combinations of host, origin, key and method the right one alone passes`, async () => {
    const path = new URL(running.endpoint).pathname;
    const passed: unknown[] = [];
    for (const cell of cells) {
      const headers = headersOf(cell.host, cell.origin, cell.key);
      const [status, body] = await send(
        path,
        cell.method,
        headers,
        cell.method === 'POST' ? bulkBody(person('1')) : '',
      );
      if (status < 400) passed.push(cell);
      const isRightPlace = cell.host === 'right' && cell.origin === 'none';
      const expected = !isRightPlace ? 403 : cell.key !== 'right' ? 401 : cell.method === 'POST' ? 202 : 405;
      expect({ ...cell, status }).toEqual({ ...cell, status: expected });
      expect(body).not.toContain(REAL);
    }
    expect(passed).toEqual([{ host: 'right', origin: 'none', key: 'right', method: 'POST' }]);
    expect(running.sandbox.staged).toBe(1);
  });

  it(`of ${cells.length} combinations a challenge is answered by the right host, without an origin, to GET alone`, async () => {
    const challenge = 'ab'.repeat(16);
    const path = `${proofPath(running.tenantId)}?challenge=${challenge}`;
    const proof = await proofOf(running, challenge);
    for (const cell of cells) {
      const [status, body] = await send(path, cell.method, headersOf(cell.host, cell.origin, cell.key));
      const isRightPlace = cell.host === 'right' && cell.origin === 'none';
      const expected = !isRightPlace ? 403 : cell.method === 'GET' ? 200 : 405;
      expect({ ...cell, status }).toEqual({ ...cell, status: expected });
      expect(body.includes(proof)).toBe(status === 200);
      expect(body).not.toContain(running.clientSecret);
    }
  });

  it.each([
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Site', 'same-site'],
    ['Referer', 'http://evil.example/'],
  ])('answers no challenge with %s: %s', async (name, value) => {
    const path = `${proofPath(running.tenantId)}?challenge=${'ab'.repeat(16)}`;
    expect((await send(path, 'GET', { Host: authority, [name]: value }))[0]).toBe(403);
  });

  it.each([
    ['no challenge', '', 400],
    ['an empty one', '?challenge=', 400],
    ['one under 128 bits', `?challenge=${'a'.repeat(31)}`, 400],
    ['the shortest', `?challenge=${'a'.repeat(32)}`, 200],
    ['the longest', `?challenge=${'a'.repeat(128)}`, 200],
    ['one too long', `?challenge=${'a'.repeat(129)}`, 400],
    ['a huge one', `?challenge=${'a'.repeat(12_000)}`, 400],
    ['other characters', `?challenge=${'z'.repeat(32)}`, 400],
    ['a line break', `?challenge=${'a'.repeat(32)}%0a`, 400],
  ])('takes %s as documented', async (_, query, expected) => {
    const [status, body] = await send(proofPath(running.tenantId) + query, 'GET', { Host: authority });
    expect(status).toBe(expected);
    expect(body).not.toContain('aaaaaaaa');
  });

  it('answers no challenge for another tenant', async () => {
    const path = `${proofPath('0f0f0f0f-1111-2222-3333-444444444444')}?challenge=${'ab'.repeat(16)}`;
    expect((await send(path, 'GET', { Host: authority }))[0]).toBe(404);
  });

  it.each([
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/v1.0/users/..%2f..%2f..%2fetc%2fpasswd',
    '/v1.0/users/%00',
    '/v1.0/../../etc/passwd',
    '/C:%5CWindows%5Cwin.ini',
    'file:///etc/passwd',
    '/v1.0/users/%E0%A4%A',
  ])('%s is nothing, and no file', async (path) => {
    const [status, body] = await send(path, 'GET', headersOf('right', 'none', 'right'));
    expect(status).toBe(404);
    expect(body).not.toMatch(/root:|\[fonts\]/);
  });

  it('refuses headers that are too large, without a fault', async () => {
    const headers = { ...headersOf('right', 'none', 'right'), 'X-Long': 'x'.repeat(20_000) };
    expect((await send('/v1.0/users', 'GET', headers))[0]).toBe(431);
  });

  it.each(['CONNECT 127.0.0.1:22 HTTP/1.1', 'TRACE / HTTP/1.1', 'GET http://169.254.169.254/ HTTP/1.1'])(
    'does not go anywhere for "%s"',
    async (line) => {
      const [hostname, port] = authority.split(':');
      const text = await new Promise<string>((resolve) => {
        let received = '';
        const socket = connect(Number(port), hostname ?? '', () => {
          socket.write(`${line}\r\nHost: ${authority}\r\nConnection: close\r\n\r\n`);
        });
        socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
        socket.on('close', () => resolve(received));
      });
      expect(text).not.toMatch(/^HTTP\/1\.1 2/);
    },
  );
});
