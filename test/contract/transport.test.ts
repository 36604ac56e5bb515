import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classifyFailure } from '../../src/tenant/classify';
import { TenantError } from '../../src/tenant/errors';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import type { OpenedTransport, TransportRequest } from '../../src/tenant/transport';
import { readBody } from '../../src/tenant/transport';
import type { Place } from './transportRig';
import { countingServer, places, transports } from './transportRig';

const LIMIT = 1024 * 1024;
const BODY = JSON.stringify({ people: 'x'.repeat(50_000) });
const SHORT = 200;
const LONG = 20_000;

describe.each(places)('a call %s', (_place, openPlace) => {
  let place: Place;
  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(() => place.close());

  describe.each(transports)('by %s', (_transport, openTransport) => {
    let opened: OpenedTransport;
    beforeEach(() => {
      place.received.length = 0;
      opened = openTransport(place);
    });
    afterEach(() => opened.close());

    const get = () => opened.transport(`${place.origin}/v1.0/me`, { method: 'GET', headers: {}, redirect: 'manual' });
    const call = (request: Partial<TransportRequest> = {}) =>
      opened.transport(`${place.origin}/v1.0/me`, {
        method: 'POST',
        headers: {},
        body: BODY,
        redirect: 'manual',
        ...request,
      });
    const read = async (limit = LIMIT) => readBody((await get()).body, limit);
    /** What a caller of the tenant learns. */
    const tenant = (timeouts: { headers?: number; body?: number } = {}) =>
      createHttpTenant({
        endpoint: { kind: 'real', origin: place.origin, version: 'v1.0', servicePrincipalId: 'sp', jobId: 'j' },
        name: 'test',
        transport: opened.transport,
        tokens: { token: () => Promise.resolve('eyJ0eXAiOiJKV1QifQ.e30.c2ln') },
        timeouts: { headers: LONG, body: LONG, attempt: LONG, ...timeouts },
      });
    const outcome = (calling: Promise<unknown>): Promise<unknown> =>
      calling.then(
        () => 'none',
        (error: unknown) =>
          error instanceof TenantError ? `${error.outcome} ${error.code ?? error.status ?? ''}` : error,
      );

    /** Lets the place say nothing to the next request. */
    const silence = () => {
      let arrive: () => void = () => undefined;
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      const closed = new Promise<void>((resolve) => {
        place.answer = ({ socket }) => {
          socket.once('close', () => resolve());
          arrive();
        };
      });
      return { arrived, closed };
    };

    it('brings status, headers and body, and sends the body once', async () => {
      place.answer = (message, response) => {
        message.resume().once('end', () => response.writeHead(202, { 'request-id': 'r1' }).end('{"a":"ä"}'));
      };
      const answer = await call();
      expect([answer.status, answer.headers.get('Request-Id'), answer.headers.get('x-none')]).toEqual([
        202,
        'r1',
        null,
      ]);
      expect(await readBody(answer.body, LIMIT)).toEqual({ text: '{"a":"ä"}', complete: true });
      expect(place.received).toEqual([{ method: 'POST', bytes: BODY.length }]);
    });

    it('unpacks an answer that is packed', async () => {
      place.answer = (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"value":[]}'));
      expect(await read()).toEqual({ text: '{"value":[]}', complete: true });
    });

    it.each([301, 302, 303, 307, 308])('follows no %i, to the same origin or another', async (status) => {
      const other = await countingServer();
      try {
        const targets = [`${place.origin}/elsewhere`, '/elsewhere', `https://localhost:${other.port}/`];
        for (const location of [...targets, 'https://login.microsoftonline.com/']) {
          place.received.length = 0;
          place.answer = (message, response) => {
            message.resume().once('end', () => response.writeHead(status, { location }).end());
          };
          const answer = await call();
          expect([answer.status, place.received]).toEqual([status, [{ method: 'POST', bytes: BODY.length }]]);
          expect(await outcome(tenant().upload(BODY))).toBe(`intercepted ${status}`);
        }
        expect([other.connections(), other.bytes()]).toEqual([0, 0]);
        expect(place.wanted()).toEqual([new URL(place.origin).host.replace(/^([^:]+)$/, '$1:443')]);
      } finally {
        other.close();
      }
    });

    it('is cut where 48 KB unpack to 50 MB', async () => {
      const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
      expect(bomb.length).toBeLessThan(60_000);
      place.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      const { text, complete } = await read();
      expect(complete).toBe(false);
      expect(text.length).toBeLessThanOrEqual(LIMIT);
    });

    it('is cut where the body has no end, and the connection with it', async () => {
      let closed: Promise<unknown> | undefined;
      place.answer = (_, response) => {
        closed = once(response, 'close');
        pour(response);
      };
      const { text, complete } = await read();
      expect([complete, text.length <= LIMIT]).toEqual([false, true]);
      await closed;
    });

    it.each([
      ['stalls', (response: ServerResponse) => response.write('{"value":')],
      ['trickles', trickle],
    ])('ends in time when the body %s', async (_how, write) => {
      place.answer = (_, response) => {
        write(response.writeHead(200, { 'content-type': 'application/json' }));
      };
      expect(await outcome(tenant({ body: SHORT }).readSchema())).toBe('unknown 200');
    });

    it('ends in time when no answer comes', async () => {
      place.answer = () => undefined;
      expect(await outcome(tenant({ headers: SHORT }).readSchema())).toBe('unknown HEADERS_TIMEOUT');
      expect(await outcome(tenant({ headers: SHORT }).upload(BODY))).toBe('unknown HEADERS_TIMEOUT');
    });

    it.each([
      ['HTML instead of JSON', 'text/html', '<!DOCTYPE html><title>Sign in to the guest network</title>'],
      ['HTML that says it is JSON', 'application/json', '<html><body>Blocked</body></html>'],
      ['truncated JSON', 'application/json', '{"value": [{"id": '],
      ['nothing', 'application/json', ''],
      ['another type of JSON', 'application/json', '[1, 2]'],
      ['text of another charset', 'application/json; charset=utf-16', Buffer.from('{"value": []}', 'utf16le')],
      ['1,000 nested levels', 'application/json', '['.repeat(1000)],
    ])('that is answered with %s is not taken for a list of domains', async (_what, type, body) => {
      place.answer = (_, response) => response.writeHead(200, { 'content-type': type }).end(body);
      expect(await outcome(tenant().readDomains())).toBe('intercepted 200');
    });

    it('gives up headers that are too long', async () => {
      place.answer = (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(200_000) }).end('{}');
      expect(await outcome(tenant().readSchema())).toMatch(/^unknown /);
    });

    it.each([401, 407, 408, 421, 425, 429, 500, 503])('is not repeated when the answer is %i', async (status) => {
      place.answer = (message, response) => {
        message.resume().once('end', () => response.writeHead(status, { 'retry-after': '0' }).end());
      };
      await call().catch(() => undefined);
      expect(place.received).toEqual([{ method: 'POST', bytes: BODY.length }]);
    });

    it('is not repeated when the connection breaks after the body', async () => {
      place.answer = (message) => void message.resume().once('end', () => message.socket.destroy());
      const failure: unknown = await call().catch((error: unknown) => error);
      expect(classifyFailure(failure, 'upload').outcome).toBe('unknown');
      expect(place.received).toEqual([{ method: 'POST', bytes: BODY.length }]);
    });

    it('is not repeated when a connection that was kept has gone', async () => {
      place.answer = (message, response) => {
        message.resume().once('end', () => response.end('{}', () => setImmediate(() => message.socket.destroy())));
      };
      for (let count = 1; count <= 3; count++) {
        const answer = await call().catch((error: unknown) => classifyFailure(error, 'upload').outcome);
        if (typeof answer !== 'string') await readBody(answer.body, LIMIT);
        expect(place.received.length).toBeLessThanOrEqual(count);
      }
    });

    it('is cancelled before it begins', async () => {
      await expect(call({ signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow();
      expect(place.received).toEqual([]);
    });

    it('is cancelled while an answer is waited for', async () => {
      const control = new AbortController();
      const { arrived, closed } = silence();
      const calling = outcome(call({ signal: control.signal }));
      await arrived;
      control.abort(new Error('stopped'));
      expect(await calling).toBeInstanceOf(Error);
      await closed;
    });

    it('is cancelled inside the body', async () => {
      const control = new AbortController();
      let closed: Promise<unknown> | undefined;
      place.answer = (message, response) => {
        closed = once(message.socket, 'close');
        response.write('{"value":');
      };
      const answer = await call({ signal: control.signal });
      const reading = readBody(answer.body, LIMIT);
      control.abort(new Error('stopped'));
      expect(await reading).toMatchObject({ complete: false });
      await closed;
    });

    it('is ended by closing the transport', async () => {
      const { arrived, closed } = silence();
      const calling = outcome(call());
      await arrived;
      await opened.close();
      expect(await calling).not.toBe('none');
      await closed;
    });
  });
});

function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

function trickle(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 20);
  response.once('close', () => clearInterval(timer));
}
