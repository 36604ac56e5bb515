import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/startSandbox';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { createManualClock } from '../support/manualClock';
import type { ManualClock } from '../support/manualClock';
import { createSeededBytes } from '../support/seededRandom';

/** Shapes of Microsoft's published Postman collection, sent as they are by a client that knows nothing of this project. */
const shape = (name: string): Promise<string> => readFile(`test/data/csv2scim/${name}`, 'utf8');

let running: RunningSandbox;
let clock: ManualClock;
beforeEach(async () => {
  clock = createManualClock();
  running = await startSandbox({ clock, random: createSeededBytes(), verifiedDomains: ['example.com'] });
});
afterEach(() => running.close());

const signIn = async (): Promise<string> => {
  const { clientId, clientSecret, graph } = running;
  const answer = await fetch(running.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${graph}/.default`,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

const post = async (body: string, headers: Record<string, string> = {}) =>
  fetch(running.endpoint, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await signIn()}`, 'Content-Type': 'application/scim+json', ...headers },
    body,
  });

describe('an outside client', () => {
  it('sends the bulk request of the Postman collection, and reads what became of it where Location says', async () => {
    const answer = await post(await shape('postman-bulk-request.json'));
    expect([answer.status, await answer.text()]).toEqual([202, '']);
    clock.advance(60_000);
    const log = await fetch(answer.headers.get('location') ?? '', {
      headers: { Authorization: `Bearer ${await signIn()}` },
    });
    const page = (await log.json()) as { value: { sourceIdentity: { id: string }; provisioningAction: string }[] };
    expect(page.value.map((entry) => [entry.sourceIdentity.id, entry.provisioningAction]).sort()).toEqual([
      // One names another as manager, who came by before
      ['521193', 'create'],
      ['521194', 'create'],
      ['521195', 'create'],
    ]);
  });

  it('gets Invalid Data Format for a body that is not a bulk request, and for another Content-Type', async () => {
    const bodies = [
      await post(await shape('postman-non-scim-body.json')),
      await post(await shape('postman-bulk-request.json'), { 'Content-Type': 'application/json' }),
    ];
    for (const answer of bodies) {
      const { error } = (await answer.json()) as { error: { message: string } };
      expect([answer.status, error.message]).toEqual([400, expect.stringContaining('Invalid Data Format')]);
    }
    expect(running.sandbox.staged).toBe(0);
  });

  it('gets InvalidAuthenticationToken without a token', async () => {
    const answer = await fetch(running.endpoint, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
  });

  it('finds the accounts with their managers, as a what-if needs them', async () => {
    await post(await shape('postman-bulk-request.json'));
    clock.advance(60_000);
    const query = '$select=employeeId,userPrincipalName,department&$expand=manager($select=id)&$top=999';
    const answer = await fetch(`${running.graph}/v1.0/users?${query}`, {
      headers: { Authorization: `Bearer ${running.token}` },
    });
    const { value } = (await answer.json()) as { value: { employeeId: string; manager?: { id: string } }[] };
    expect(value.map((user) => [user.employeeId, user.manager !== undefined]).sort()).toEqual([
      ['521193', false],
      ['521194', true],
      ['521195', false],
    ]);
  });

  it('may be curl', async ({ skip }) => {
    const curl = promisify(execFile);
    const isThere = await curl('curl', ['--version']).then(
      () => true,
      () => false,
    );
    if (!isThere) skip('there is no curl here');
    const { stdout } = await curl('curl', [
      ...['--silent', '--noproxy', '*', '--output', '/dev/null', '--write-out', '%{http_code} %header{location}'],
      ...['--header', `Authorization: Bearer ${running.token}`],
      ...['--header', 'Content-Type: application/scim+json'],
      ...['--data-binary', '@test/data/csv2scim/postman-bulk-request.json'],
      running.endpoint,
    ]);
    expect(stdout).toMatch(/^202 http:\/\/127\.0\.0\.1:\d+\/v1\.0\/auditLogs\/provisioning\//);
    expect(running.sandbox.staged).toBe(3);
  });
});
