import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../src/sandbox/routes/bulkUploadRoute';
import type { RunningSandbox } from '../../src/sandbox/startSandbox';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { bulkBody, person } from '../support/people';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

describe('the sandbox over its socket', () => {
  let running: RunningSandbox;
  let faults: unknown[];
  beforeEach(async () => {
    faults = [];
    running = await startSandbox({ onFault: (error) => faults.push(error) });
  });
  afterEach(async () => {
    await running.close();
    expect(faults).toEqual([]);
  });

  /** A request with exactly these headers, as no fetch would send it. */
  const send = (url: string, method: string, headers: Record<string, string>, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const call = request(url, { method, headers, agent: false }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      call.on('error', reject);
      call.end(body);
    });
  const upload = (headers: Record<string, string> = {}, body = bulkBody(person('1'))): Promise<Answer> =>
    send(
      running.endpoint,
      'POST',
      { Authorization: `Bearer ${running.token}`, 'Content-Type': 'application/scim+json', ...headers },
      body,
    );

  it('answers as the service does', async () => {
    const answer = await upload({ 'client-request-id': 'mine' });
    expect(answer).toMatchObject({ status: 202, body: '' });
    expect(answer.headers).toMatchObject({ 'client-request-id': 'mine', 'content-length': '0' });
    expect(answer.headers.location).toBe(
      `${running.graph}/v1.0/auditLogs/provisioning/?$filter=jobid%20eq%20'${running.jobId}'`,
    );
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each([
    ['a name that resolves here', (port: string) => ({ Host: `localhost:${port}` })],
    ['another port', () => ({ Host: '127.0.0.1:1' })],
    ['no port', () => ({ Host: '127.0.0.1' })],
    ['a page', () => ({ Origin: 'http://127.0.0.1' })],
    ['another site', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
  ])('refuses %s', async (_, headers) => {
    const answer = await upload(headers(new URL(running.graph).port));
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'accessDenied' } });
    expect(running.sandbox.staged).toBe(0);
  });

  it('answers 413 to a body that is too large, with and without its length', async () => {
    const body = 'x'.repeat(MAX_BODY_BYTES + 1_000_000);
    expect((await upload({ 'Content-Length': String(body.length) }, body)).status).toBe(413);
    expect((await upload({ 'Transfer-Encoding': 'chunked' }, body)).status).toBe(413);
    expect((await upload()).status).toBe(202);
  });

  it('survives callers who leave in mid-request', async () => {
    const { port } = new URL(running.graph);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const head = [
          `POST ${new URL(running.endpoint).pathname} HTTP/1.1`,
          `Host: 127.0.0.1:${port}`,
          `Authorization: Bearer ${running.token}`,
          'Content-Type: application/scim+json',
          'Content-Length: 1000',
          '',
          '{"schemas"',
        ];
        socket.write(head.join('\r\n'), () => socket.destroy());
      });
      socket.on('close', () => resolve());
    });
    expect((await upload()).status).toBe(202);
    expect(running.sandbox.staged).toBe(1);
  });

  it('does not listen on other addresses of the machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1')
      .map(({ address }) => address);
    for (const address of ['127.0.0.2', ...others]) {
      const url = running.endpoint.replace('127.0.0.1', address);
      await expect(send(url, 'POST', {})).rejects.toThrow(/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/);
    }
  });

  it('ends open connections when it closes, and forgets everybody', async () => {
    const { port } = new URL(running.graph);
    await upload();
    const closed = new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        running.close().then(
          () => undefined,
          (error: unknown) => faults.push(error),
        );
      });
      socket.resume().on('close', () => resolve());
    });
    await closed;
    await expect(send(running.endpoint, 'POST', {})).rejects.toThrow('ECONNREFUSED');
    expect(running.sandbox.staged).toBe(0);
  });

  it('says when the port is taken', async () => {
    await expect(startSandbox({ port: Number(new URL(running.graph).port) })).rejects.toThrow('EADDRINUSE');
  });
});
