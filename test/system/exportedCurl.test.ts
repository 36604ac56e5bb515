import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asCurl } from '../../src/language/payload/export/asCurl';
import { tokenCommands } from '../../src/language/payload/export/tokenCommand';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { EXPORTED_TEXTS } from '../support/exportedTexts';
import { bulkBody, person } from '../support/people';

interface Received {
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly method: string | undefined;
  readonly url: string | undefined;
}

let server: Server;
let received: Received | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { headers, method, url } = request;
      received = { body: Buffer.concat(chunks).toString('utf8'), headers, method, url };
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => server.close());

const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/servicePrincipals('a b')/bulkUpload`;

/** What curl writes when bash runs the command. */
async function sent(text: string): Promise<string> {
  received = undefined;
  const env = { ...process.env, TOKEN: 'secret', no_proxy: '*' };
  const running = promisify(execFile)('bash', ['-s'], { env });
  running.child.stdin?.end(asCurl({ text, endpoint: endpoint() }));
  return (await running).stdout;
}

describe('a request as a curl command, run by bash', () => {
  it.each(EXPORTED_TEXTS)('is sent byte for byte: %s', async (_, text) => {
    expect(await sent(text)).toMatch(/^HTTP\/1\.1 202/m);
    expect(received).toMatchObject({
      body: text,
      method: 'POST',
      url: "/servicePrincipals('a%20b')/bulkUpload",
      headers: { 'content-type': 'application/scim+json', authorization: 'Bearer secret' },
    });
  });

  it('a long text without a line break at its end gets one', async () => {
    const text = `{"a":"${'x'.repeat(200_000)}"}`;
    await sent(text);
    expect(received?.body).toBe(`${text}\n`);
  });
});

it('a token of a sandbox is got by a command, and the request is staged with it', async () => {
  const sandbox = await startSandbox();
  try {
    const text = bulkBody(person('1'), person('2'));
    const running = promisify(execFile)('bash', ['-s'], { env: { ...process.env, TOKEN: '', no_proxy: '*' } });
    running.child.stdin?.end(`${tokenCommands.posix(sandbox)}${asCurl({ text, endpoint: sandbox.endpoint })}`);
    expect((await running).stdout).toMatch(/^HTTP\/1\.1 202/m);
    expect(sandbox.sandbox.staged).toBe(2);
  } finally {
    await sandbox.close();
  }
});
