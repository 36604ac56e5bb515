import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyText, objectWith, textLike, textWith } from '../support/matchers';
import type { Ended, RunningCli } from './support/runCli';
import { jsonLines, Workplace } from './support/runCli';
import { extract, HEADER, MAPPING, rows } from './support/samples';

interface Announcement {
  readonly endpoint: string;
  readonly graph: string;
  readonly token: string;
  readonly connection: string;
}

interface Account {
  readonly counts: Readonly<Record<string, number>>;
  readonly elsewhere: number;
  readonly records: readonly { readonly record: number; readonly externalId?: string; readonly state: string }[];
}

function send(place: Workplace, content: string, ...more: string[]): RunningCli {
  place.write('m.scimmap', MAPPING);
  place.write('a.csv', content);
  return place.start(['send', 'a.csv', '--mapping', 'm.scimmap', '--yes', ...more]);
}

function accountOf({ out }: Ended): Account {
  const [account, ...others] = jsonLines(out);
  expect(others).toEqual([]);
  return account as Account;
}

/** The counts that are not 0. */
function counts({ counts: all }: Account): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

function sum({ counts: all }: Account): number {
  return Object.values(all).reduce((total, count) => total + count, 0);
}

describe('with a sandbox that runs', () => {
  const place = new Workplace();
  let sandbox: RunningCli;
  let told: Announcement;

  beforeAll(async () => {
    sandbox = place.start(['sandbox']);
    told = JSON.parse(await sandbox.line('out', /./)) as Announcement;
  });
  afterAll(() => place.remove());

  const logs = (...options: string[]) => place.run(['logs', '--connection', 'sandbox', ...options]);
  const sentIds = ({ out }: Ended) =>
    new Set(
      (jsonLines(out) as { readonly entry: { readonly sourceIdentity: { readonly id: string } } }[]).map(
        ({ entry }) => entry.sourceIdentity.id,
      ),
    );

  it('announces it on one line, and in a file for this user alone', () => {
    const { port } = new URL(told.graph);
    expect(told).toEqual({
      endpoint: textLike(
        new RegExp(
          `^http://127\\.0\\.0\\.1:${port}/v1\\.0/servicePrincipals/[^/]+/synchronization/jobs/[^/]+/bulkUpload$`,
        ),
      ),
      graph: `http://127.0.0.1:${port}`,
      token: textLike(/^\S+$/),
      connection: join(place.state, `sandbox-${port}.connection.json`),
    });
    expect(readdirSync(place.state)).toEqual([`sandbox-${port}.connection.json`]);
    if (process.platform !== 'win32') expect(statSync(told.connection).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(told.connection, 'utf8'))).toMatchObject({
      kind: 'sandbox',
      endpoint: told.endpoint,
    });
  });

  it('takes what `convert` writes, with the token that was announced', async () => {
    place.write('m.scimmap', MAPPING);
    const { out: body } = await place.run(['convert', '-', '--mapping', 'm.scimmap'], HEADER + rows(900, 900));
    const post = (token: string) =>
      fetch(told.endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/scim+json', Authorization: `Bearer ${token}` },
        body: body.trim(),
      });
    expect((await post(told.token)).status).toBe(202);
    expect((await post('another')).status).toBe(401);
  });

  it('sends to it and accounts for every record', async () => {
    const content = HEADER + rows(1, 58) + '59,user58,The same name,A\n' + rows(60, 60, '?');
    const ended = await send(place, content, '--connection', 'sandbox', '--wait', '--format', 'json').ended;
    const account = accountOf(ended);
    expect(counts(account)).toEqual({ created: 58, failed: 1, refused: 1 });
    expect(account.records.map(({ record }) => record)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(account.records[58]).toMatchObject({
      line: 60,
      externalId: '59',
      state: 'failed',
      cause: anyText,
      remedy: anyText,
      entries: [anyText],
    });
    expect(account.records[59]).toMatchObject({ state: 'refused', cause: textWith('active') });
    // A record was refused: a problem of the input, although everything else went well
    expect(ended.code).toBe(1);
    expect(jsonLines(ended.err)).toContainEqual(objectWith({ code: 'value.bool.unknown', line: 61 }));
    expect(jsonLines(ended.err)).toContainEqual({ message: 'Request 2 of 2 accepted' });
    expect(ended.err).not.toContain('Started a sandbox');
  });

  it('stops before anything is sent when an id repeats', async () => {
    const content = HEADER + rows(701, 703) + rows(702, 703);
    const ended = await send(place, content, '--connection', told.connection).ended;
    expect(ended).toMatchObject({ code: 4, out: '' });
    expect(ended.err).toMatch(/^a\.csv:5: error: .*\[value\.id\.duplicate\]$/m);
    expect(ended.err).toMatch(
      /^ {2}stop G8 {2}2 records repeat the id of an earlier one, first in lines \d+ and \d+\./m,
    );
    expect(ended.err).toMatch(/^Nothing was sent: no option passes a guard that stops\./m);
  });

  it('shows the log: what was sent, and nothing of what was stopped', async () => {
    const { code, out, err } = await logs('--format', 'json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const expected = new Set(['900', ...Array.from({ length: 59 }, (_, index) => String(index + 1))]);
    expect(sentIds({ code, out, err })).toEqual(expected);
    expect(jsonLines(out)[0]).toMatchObject({ outcome: anyText, entry: { id: anyText } });
  });

  it('narrows the log down to failures, one a line', async () => {
    const { code, out } = await logs('--failed');
    expect(code).toBe(0);
    expect(out).toMatch(/^\S+Z {2}Failed: The same name \(59\) - \w+ - .+ - The service says: Another user has .+\n$/);
  });

  it('narrows the log down to a time', async () => {
    const { code, out } = await logs('--since', '2100-01-01T00:00:00Z', '--format', 'json');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(sentIds(await logs('--since', '2000-01-01T00:00:00Z', '--format', 'json')).size).toBe(60);
  });

  it.each<[string, readonly string[], number]>([
    ['a person by id', ['--person', '59'], 1],
    ['people by name', ['--name', 'PERSON 5'], 10],
    ['an action and a status', ['--action', 'Create', '--action', 'update', '--status', 'success'], 59],
    ['a code', ['--code', 'userprincipalname'], 1],
    ['a time to its end', ['--until', '2000-01-01T00:00:00Z'], 0],
  ])('narrows the log down to %s', async (_, options, count) => {
    const { code, out } = await logs(...options, '--format', 'json');
    expect({ code, entries: jsonLines(out).length }).toEqual({ code: 0, entries: count });
  });

  it('counts the log by cycle, action and status', async () => {
    const { code, out } = await logs('--statistics');
    expect(code).toBe(0);
    const rows = out.split('\n').filter((line) => line.startsWith('Create'));
    const sums = rows.map((line) => line.split(/ +/).slice(1).map(Number));
    const column = (index: number) => sums.reduce((total, row) => total + (row[index] ?? 0), 0);
    expect([column(0), column(1), column(4)]).toEqual([59, 1, 60]);
    expect(out).toMatch(
      /^CycleId: \S+\nTimespan: \S+Z - \S+Z \(00:00:\d\d\)\nTotal Changes: \d+\nTotal Users: \d+\n\nAction /,
    );
    const cycles = jsonLines((await logs('--statistics', '--failed', '--format', 'json')).out);
    expect(cycles).toMatchObject([{ entries: 1, people: 1 }]);
  });

  it('follows the log until stopped', async () => {
    const following = place.start(['logs', '--connection', 'sandbox', '--follow']);
    await following.line('out', /Person 1 /);
    following.process.kill('SIGINT');
    expect(await following.ended).toMatchObject({ code: 0, err: '' });
  });

  it('ends with 0 at a signal, takes its file away, and is out of reach then', async () => {
    copyFileSync(told.connection, join(place.path, 'gone.json'));
    sandbox.process.kill('SIGINT');
    expect(await sandbox.ended).toMatchObject({ code: 0, err: '' });
    expect(existsSync(told.connection)).toBe(false);

    const nowhere = await logs();
    expect(nowhere).toMatchObject({ code: 3, out: '' });
    expect(nowhere.err).toContain('Start one with: entra-inbound sandbox');

    const ended = await send(place, extract(60), '--connection', 'gone.json', '--format', 'json').ended;
    expect(ended).toMatchObject({ code: 3, out: '' });
    expect(jsonLines(ended.err)).toEqual([{ message: textWith('is no longer running') }]);
  });
});

describe('with no sandbox', () => {
  const place = new Workplace();
  afterAll(() => place.remove());

  it('starts one for the call, and prints the account as text', async () => {
    const { code, out, err } = await send(place, extract(3), '--connection', 'sandbox', '--wait').ended;
    expect(code).toBe(0);
    expect(out).toMatch(/^a\.csv for Sandbox tenant \(job \S+\):\n {2}3 created\n {2}3 records in total\nRun \S+\n$/);
    expect(err).toContain('Started a sandbox tenant for this command. It is discarded when the command ends.\n');
    expect(err).toContain('Request 1 of 1 accepted\n');
  });

  it('does without waiting for the log, and says what is not known yet', async () => {
    const ended = await send(place, extract(3), '--connection', 'sandbox', '--format', 'json').ended;
    expect(ended.code).toBe(0);
    expect(counts(accountOf(ended))).toEqual({ waiting: 3 });
    expect(jsonLines(ended.err)).toHaveLength(2);
  });

  it('takes no notice of one that was killed', async () => {
    const killed = place.start(['sandbox']);
    const { connection } = JSON.parse(await killed.line('out', /./)) as Announcement;
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(existsSync(connection)).toBe(true);
    expect((await place.run(['logs', '--connection', 'sandbox'])).code).toBe(3);
    const { code, err } = await send(place, extract(1), '--connection', 'sandbox').ended;
    expect(code).toBe(0);
    expect(err).toContain('Started a sandbox tenant');
  });

  it('sends nothing of an extract that cannot be read to its end', async () => {
    const ended = await send(place, `${extract(60)}61,"user`, '--connection', 'sandbox').ended;
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^a\.csv:62: fatal: /m);
    expect(ended.err).not.toContain('accepted');
  });

  it('lists a thousand problems and counts the rest', async () => {
    const ended = await send(place, HEADER + rows(1, 1) + rows(2, 1102, '?'), '--connection', 'sandbox').ended;
    expect(ended).toMatchObject({ code: 4, out: '' });
    const lines = ended.err.split('\n');
    expect(lines.filter((line) => line.includes('[value.bool.unknown]'))).toHaveLength(1000);
    expect(lines[1001]).toBe('and 101 more');
    expect(ended.err).toMatch(/^ {2}stop G9 {2}1,101 of 1,102 records /m);
  });

  it('stops between two requests, and the account adds up', async () => {
    const call = send(place, extract(1000), '--connection', 'sandbox', '--format', 'json');
    await call.line('err', /Request 10 of 20 accepted/);
    call.process.kill('SIGINT');
    const ended = await call.ended;
    expect(ended.code).toBe(5);
    expect(ended.err).toMatch(/Stopped\. 1\d of 20 requests were accepted; that cannot be undone\./);
    const account = accountOf(ended);
    const { waiting = 0, 'not-sent': notSent = 0 } = account.counts;
    expect(waiting).toBeGreaterThanOrEqual(500);
    expect(notSent).toBeGreaterThanOrEqual(50);
    expect(waiting % 50).toBe(0);
    expect(waiting + notSent).toBe(1000);
    expect(account.records).toHaveLength(1000);
  });

  it('stops while it waits for the log, and the account adds up', async () => {
    const call = send(place, extract(60), '--connection', 'sandbox', '--wait', '--format', 'json');
    await call.line('err', /Request 2 of 2 accepted/);
    call.process.kill('SIGTERM');
    const ended = await call.ended;
    expect(ended.code).toBe(5);
    expect(sum(accountOf(ended))).toBe(60);
  });

  it('goes on when nobody reads its messages', async () => {
    const call = send(place, extract(60), '--connection', 'sandbox', '--format', 'json');
    await call.line('err', /Started/);
    call.process.stderr.destroy();
    const ended = await call.ended;
    expect(ended.code).toBe(0);
    expect(counts(accountOf(ended))).toEqual({ waiting: 60 });
  });
});
