import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyText, textWith } from '../support/matchers';
import type { Gate } from './support/gate';
import { openGate } from './support/gate';
import type { Ended, RunningCli } from './support/runCli';
import { jsonLines, Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

interface Printed {
  readonly run: string;
  readonly plan: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly elsewhere: number;
  readonly batches: readonly {
    readonly number: number;
    readonly operations: number;
    readonly state: string;
    readonly attempts: number;
    readonly maybeTwice: boolean;
  }[];
  readonly records: readonly {
    readonly record: number;
    readonly externalId?: string;
    readonly state: string;
    readonly batch?: number;
  }[];
}

interface Row {
  readonly run: string;
  readonly startedAt: string;
  readonly connection: string;
  readonly extract: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
}

const PEOPLE = 1000;
const REQUESTS = PEOPLE / 50;

const place = new Workplace();
let connection = '';
let graph: URL;

beforeAll(async () => {
  const sandbox = place.start(['sandbox']);
  const told = JSON.parse(await sandbox.line('out', /./)) as { readonly connection: string; readonly graph: string };
  ({ connection } = told);
  graph = new URL(told.graph);
  place.write('m.scimmap', MAPPING);
  place.write('a.csv', extract(PEOPLE));
});
afterAll(() => place.remove());

const printed = ({ out, err }: Ended): Printed => {
  const [account, ...others] = jsonLines(out);
  expect(others, err).toEqual([]);
  return account as Printed;
};
const nonZero = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, count) => all + count, 0);
const runs = (...words: readonly string[]) => place.run(['runs', ...words]);
const list = async () => JSON.parse((await runs('list', '--format', 'json')).out) as readonly Row[];
const send = (...more: readonly string[]) =>
  place.start(['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', connection, ...more]);

/** A send whose eleventh request gets no answer, once it waits for it. */
async function stalledSend(...more: readonly string[]): Promise<{ readonly call: RunningCli; readonly gate: Gate }> {
  const gate = await openGate(graph, (path, before) =>
    path.endsWith('/bulkUpload') && before === 10 ? 'stall' : 'pass',
  );
  const file = readFileSync(connection, 'utf8').replaceAll(`:${graph.port}`, `:${gate.port}`);
  const name = place.write('stalled.json', file);
  const words = ['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', name, '--format', 'json'];
  const call = place.start([...words, ...more]);
  await gate.met;
  return { call, gate };
}

describe('a send whose process is killed half-way', () => {
  let id = '';
  let plan = '';

  it('is kept: what was accepted, what may have been taken, and what was not sent', async () => {
    const { call, gate } = await stalledSend('--yes');
    call.process.kill('SIGKILL');
    expect((await call.ended).code).toBeNull();
    await gate.close();

    const [row, ...others] = await list();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ connection: anyText, extract: 'a.csv', state: 'paused' });
    expect(sum(row?.counts ?? {})).toBe(PEOPLE);
    expect(Date.parse(row?.startedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
    id = row?.run ?? '';

    const shown = await runs('show', 'last', '--format', 'json');
    expect(shown.code).toBe(0);
    const account = printed(shown);
    expect([account.run, account.counts]).toEqual([id, row?.counts]);
    plan = account.plan;
    expect(account.batches).toHaveLength(REQUESTS);
    const states = account.batches.map(({ state }) => state);
    // Only the one that was in flight is in doubt
    expect(states).toEqual([...Array<string>(10).fill('accepted'), 'unknown', ...Array<string>(9).fill('not-sent')]);
    expect(nonZero(account.counts)).toEqual({ waiting: 500, unknown: 50, 'not-sent': 450 });
    expect(account.records.map(({ record }) => record)).toEqual(
      Array.from({ length: PEOPLE }, (_, index) => index + 1),
    );
    expect(account.records[0]).toMatchObject({ externalId: '1', batch: 1 });
    expect(account.records[PEOPLE - 1]).toMatchObject({ externalId: String(PEOPLE), batch: REQUESTS });
  });

  it('is shown to people in lines that fit a terminal, with how to go on', async () => {
    const { out } = await runs();
    expect(out).toMatch(new RegExp(`^${id}  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC  paused\n {4}a\\.csv to `));
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const shown = await runs('show', id.slice(0, -3));
    expect(shown.out).toContain(`\nRun ${id}, planned `);
    expect(shown.out).toContain(`\nTo continue, run: entra-inbound runs resume ${id}`);
  });

  it('is not overtaken by a newer plan', async () => {
    const { code, out, err } = await send('--yes').ended;
    expect([code, out]).toEqual([4, '']);
    expect(err).toContain(`It is not known whether the service took all requests of run ${id} to this job.`);
  });

  it('is not resumed with another extract, mapping or tenant, and says which part differs', async () => {
    place.write('b.csv', extract(PEOPLE - 1));
    place.write('n.scimmap', `${MAPPING}title = [Name]\n`);
    for (const [option, file, words] of [
      ['--extract', 'b.csv', 'The extract has changed since this run was planned.'],
      ['--mapping', 'n.scimmap', 'The mapping has changed since this run was planned.'],
    ] as const) {
      const { code, out, err } = await runs('resume', id, option, file, '--connection', connection);
      expect([code, out]).toEqual([4, '']);
      expect(err).toContain(words);
    }
    const other = new Workplace();
    const sandbox = other.start(['sandbox']);
    const told = JSON.parse(await sandbox.line('out', /./)) as { readonly connection: string };
    expect((await runs('resume', id, '--connection', told.connection)).code).toBe(4);
    await other.remove();
  });

  it('is resumed to its end, with the same bytes, and accounts for everybody', async () => {
    const ended = await runs('resume', id, '--wait', '--connection', connection, '--format', 'json');
    const account = printed(ended);
    expect({ code: ended.code, counts: nonZero(account.counts) }).toEqual({ code: 0, counts: { created: PEOPLE } });
    expect([account.run, account.plan]).toEqual([id, plan]);
    expect(account.batches.every(({ state }) => state === 'accepted')).toBe(true);
    expect(account.batches.filter(({ attempts }) => attempts > 1).map(({ number }) => number)).toEqual([11]);
    expect(account.batches.filter(({ maybeTwice }) => maybeTwice).map(({ number }) => number)).toEqual([11]);
    expect((await list())[0]).toMatchObject({ run: id, state: 'complete', counts: { created: PEOPLE } });
  });

  it('has nothing left to resume then, and its log can be read again', async () => {
    const resumed = await runs('resume', 'last', '--connection', connection, '--format', 'json');
    expect(resumed.code).toBe(0);
    expect(jsonLines(resumed.err)).toContainEqual({
      message: 'Everything in this run was sent. There is nothing to resume.',
    });
    const verified = await runs('verify', 'last', '--connection', connection, '--format', 'json');
    expect([verified.code, nonZero(printed(verified).counts)]).toEqual([0, { created: PEOPLE }]);
  });

  it('ties the entries of the log to its records', async () => {
    await place.run(['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', connection, '--yes', '--only-changes']);
    const { code, out } = await place.run([
      ...['logs', '--run', id, '--connection', connection],
      ...['--format', 'json'],
    ]);
    expect(code).toBe(0);
    const entries = jsonLines(out) as readonly {
      readonly record: number;
      readonly line: number;
      readonly entry: { readonly sourceIdentity: { readonly id: string } };
    }[];
    expect(entries.length).toBeGreaterThanOrEqual(PEOPLE);
    for (const { record, line, entry } of entries)
      expect([record, line]).toEqual([Number(entry.sourceIdentity.id), Number(entry.sourceIdentity.id) + 1]);
    expect((await place.run(['logs', '--run', id, '--connection', connection, '--failed'])).out).toBe('');
  });

  it('names people by line when the extract is not what it was', async () => {
    place.write('a.csv', extract(PEOPLE - 2));
    const { code, out, err } = await runs('show', id, '--format', 'json');
    expect(code).toBe(0);
    expect(err).toContain('People are named by line');
    expect(printed({ code, out, err }).records[0]).toMatchObject({ record: 1, line: 2, state: 'created' });
    expect(out).not.toContain('externalId');
    place.write('a.csv', extract(PEOPLE));
  });

  it('is removed, and what its job was sent stays known', async () => {
    expect(await runs('remove', id)).toMatchObject({ code: 0, out: `Removed the run ${id}.\n` });
    expect((await list()).map(({ run }) => run)).not.toContain(id);
    const { code, out } = await place.run([
      ...['plan', 'a.csv', '--mapping', 'm.scimmap', '--connection', connection],
      ...['--only-changes', '--format', 'json'],
    ]);
    expect([code, (JSON.parse(out) as { readonly requests: number }).requests]).toEqual([0, 0]);
  });
});

describe('two calls that send to one job', () => {
  it('one sends, the other says who does and since when', async () => {
    place.write('a.csv', extract(PEOPLE).replaceAll('Person', 'Somebody'));
    const { call: first, gate } = await stalledSend('--yes');
    const second = await send('--yes').ended;
    expect([second.code, second.out]).toEqual([4, '']);
    expect(second.err).toMatch(
      /^The command line \(process \d+, since \d{4}-\d\d-\d\d \d\d:\d\d UTC\) is sending to this job\./m,
    );
    const shown = await runs('show', 'last');
    expect(shown.err).toMatch(/The command line \(process \d+, since [^)]+ UTC\) is sending it\./);
    for (const action of ['resume', 'remove', 'cancel'])
      expect(await runs(action, 'last', '--connection', connection)).toMatchObject({ code: 4, out: '' });
    expect((await list())[0]).toMatchObject({ state: 'sending' });

    const said = first.line('err', /Stopping: waiting for the answer to request 11 of 20\. Press Ctrl-C again/);
    first.process.kill('SIGINT');
    await said;
    first.process.kill('SIGINT');
    const stopped = await first.ended;
    await gate.close();
    const account = printed(stopped);
    expect(stopped.code).toBe(5);
    expect(sum(account.counts)).toBe(PEOPLE);
    expect(nonZero(account.counts)).toEqual({ waiting: 500, unknown: 50, 'not-sent': 450 });
    expect(stopped.err).toContain('Stopped. 10 of 20 requests were accepted; that cannot be undone.');
    expect(stopped.err).toContain(`entra-inbound runs resume ${account.run} --connection stalled.json`);
  });

  it('the one that was stopped is given up for good', async () => {
    const { code, out, err } = await runs('cancel', 'last', '--format', 'json');
    expect(code).toBe(0);
    expect(err).toContain('What was accepted cannot be undone.');
    const { counts, batches } = printed({ code, out, err });
    expect(nonZero(counts)).toEqual({ waiting: 500, unknown: 50, cancelled: 450 });
    expect(new Set(batches.map(({ state }) => state))).toEqual(new Set(['accepted', 'unknown', 'cancelled']));
    expect(await runs('resume', 'last', '--connection', connection)).toMatchObject({ code: 5 });
    expect((await list())[0]).toMatchObject({ state: 'cancelled' });
  });
});

describe('a journal that is damaged', () => {
  it('is shown with the reason, and not gone on with', async () => {
    const [row] = await list();
    const folder = join(place.state, 'runs', row?.run ?? '');
    const journal = join(folder, readdirSync(folder).find((name) => name.includes('journal')) ?? '');
    const lines = readFileSync(journal, 'utf8').split('\n');
    lines[1] = (lines[1] ?? '').replace(/"/, "'");
    writeFileSync(journal, lines.join('\n'));
    const shown = await runs('show', 'last', '--format', 'json');
    expect(shown.code).toBe(1);
    expect(jsonLines(shown.err)[0]).toMatchObject({ message: textWith('damaged') });
    expect(sum(printed(shown).counts)).toBe(PEOPLE);
    expect((await runs('resume', 'last', '--connection', connection)).code).toBe(4);
    expect((await list())[0]).toMatchObject({ run: row?.run });
    const kept = await runs('remove', 'last');
    expect([kept.code, kept.out]).toEqual([4, '']);
    expect(kept.err).toContain(`entra-inbound runs remove ${row?.run ?? ''} --yes`);
    expect((await list())[0]).toMatchObject({ run: row?.run });
    expect((await runs('remove', 'last', '--yes')).code).toBe(0);
  });
});
