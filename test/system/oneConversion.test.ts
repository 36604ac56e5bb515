import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { proofOf, proofPath } from '../../src/tenant/loopback/sandboxProof';
import { Workplace } from './support/runCli';

const place = new Workplace();

/** What came as a bulk request, in the order in which it came. */
const received: string[] = [];
let onReceived = (): void => undefined;

const secret = { tenantId: '00000000-0000-0000-0000-000000000002', clientId: 'client', clientSecret: 'secret' };

/** Proves that it may receive, then takes every upload without reading it: the test compares the bytes as they arrive. */
const server = createServer((request, response) => {
  const blocks: Buffer[] = [];
  request.on('data', (block: Buffer) => blocks.push(block));
  request.on('end', () => {
    const body = Buffer.concat(blocks).toString();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === proofPath(secret.tenantId)) {
      void proofOf(secret, searchParams.get('challenge') ?? '').then((proof) =>
        response.end(JSON.stringify({ proof })),
      );
      return;
    }
    if (pathname.endsWith('/token')) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'sandbox-token-1' }));
      return;
    }
    if (!pathname.endsWith('/bulkUpload')) {
      response.writeHead(404).end();
      return;
    }
    received.push(body);
    onReceived();
    response.writeHead(202, { Location: `${request.url ?? ''}/log`, 'request-id': String(received.length) }).end();
  });
});

afterAll(async () => {
  server.close();
  await place.remove();
});

/** In place of people's data in what a failure prints. */
const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex');

function sample(name: string): Uint8Array {
  return readFileSync(new URL(`../../samples/contoso/${name}`, import.meta.url));
}

async function connection(): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const job = 'servicePrincipals/00000000-0000-0000-0000-000000000001/synchronization/jobs/API2AAD.job.1';
  const file = {
    kind: 'sandbox',
    name: 'Receiver',
    endpoint: `${address}/v1.0/${job}/bulkUpload`,
    tokenEndpoint: `${address}/${secret.tenantId}/oauth2/v2.0/token`,
    clientId: secret.clientId,
    clientSecret: secret.clientSecret,
  };
  return place.write('receiver.json', JSON.stringify(file));
}

describe('what is sent', () => {
  it('is what is converted, byte for byte', async () => {
    place.write('contoso.csv', sample('contoso.csv'));
    place.write('contoso.scimmap', sample('contoso.scimmap'));
    const converted = await place.run(['convert', 'contoso.csv', '--mapping', 'contoso.scimmap']);
    const requests = converted.out.split('\n').slice(0, -1);
    expect(requests.length).toBeGreaterThan(10);
    const sent = await place.run([
      ...['send', 'contoso.csv', '--mapping', 'contoso.scimmap'],
      ...['--connection', await connection(), '--yes'],
    ]);
    expect(sent.err).not.toContain('refused');
    expect(received.map(hashOf)).toEqual(requests.map(hashOf));
  });

  it('is what standard input held, which is read once', async () => {
    received.length = 0;
    const words = ['--mapping', 'contoso.scimmap'];
    const converted = await place.run(['convert', '-', ...words], sample('contoso-last-week.csv'));
    await place.run(['send', '-', ...words, '--connection', 'receiver.json', '--yes'], sample('contoso-last-week.csv'));
    expect(received.map(hashOf)).toEqual(converted.out.split('\n').slice(0, -1).map(hashOf));
    expect(received.length).toBeGreaterThan(10);
  });

  it('is nothing more of an extract once it changes on the way', async () => {
    received.length = 0;
    // Other people than those whom the job was sent before
    rmSync(place.state, { recursive: true, force: true });
    // Each request is longer than what is read ahead
    const long = 'a'.repeat(20_000);
    const rows = Array.from({ length: 200 }, (_, index) => `p${index + 1},${long}\n`).join('');
    place.write('m.scimmap', 'externalId = [Id]\nuserName = [Id]\nactive = "True"\ndisplayName = Mid([Name], 1, 9)\n');
    place.write('changing.csv', `Id,Name\n${rows}`);
    onReceived = () => {
      // In place and of the same length: a file that is replaced stays as it was for a process that has it open
      place.write('changing.csv', `Id,Name\n${rows.toUpperCase()}`);
    };
    const words = ['--mapping', 'm.scimmap', '--connection', 'receiver.json', '--yes', '--format', 'json'];
    const { code, err, out } = await place.run(['send', 'changing.csv', ...words]);
    const { counts } = JSON.parse(out) as { readonly counts: Readonly<Record<string, number>> };
    expect(err).toContain('The extract was changed after it was checked: request 2 differs from the checked one.');
    expect({ code, received: received.length, waiting: counts.waiting, left: counts['not-sent'] }).toEqual({
      code: 5,
      received: 1,
      waiting: 50,
      left: 150,
    });
  });
});
