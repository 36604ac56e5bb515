import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callMain } from './support/callMain';
import type { FaultProxy } from './support/faultProxy';
import { startFaultProxy } from './support/faultProxy';
import type { Ended } from './support/runCli';
import { jsonLines, Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

interface Account {
  readonly run: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly batches: readonly { readonly number: number; readonly operations: number; readonly state: string }[];
  readonly records: readonly { readonly externalId?: string; readonly state: string; readonly cause?: string }[];
}

describe('runs find-rejected', () => {
  const place = new Workplace();
  let sandbox = '';
  let proxy: FaultProxy;
  /** How many people each request held that the service was asked to take. */
  let asked: number[] = [];
  const path = (name: string): string => join(place.path, name);
  const call = (...words: readonly string[]): Promise<Ended> => callMain(words, place.state);

  beforeAll(async () => {
    const running = place.start(['sandbox']);
    sandbox = (JSON.parse(await running.line('out', /./)) as { readonly connection: string }).connection;
    place.write('m.scimmap', MAPPING);
  });
  afterEach(() => {
    proxy.close();
    for (const name of ['runs', 'baselines']) rmSync(join(place.state, name), { recursive: true, force: true });
  });
  afterAll(() => place.remove());

  /** Sends people to a service that refuses requests with some of them. */
  async function send(name: string, content: string, bad: readonly string[], status = 400): Promise<Ended> {
    asked = [];
    const holds = (body: string) => bad.some((id) => body.includes(`"externalId":"${id}"`));
    const answer = { status, body: '{"error":{"code":"BadRequest","message":"An operation is not valid."}}' };
    const instead = (method: string, target: string, body: string) => {
      if (method !== 'POST' || !target.endsWith('/bulkUpload')) return undefined;
      asked.push(body.split('"externalId"').length - 1);
      return holds(body) ? answer : undefined;
    };
    proxy = await startFaultProxy(sandbox, { instead }, path('c.json'));
    place.write(name, content);
    const mapping = name.endsWith('.json') ? [] : ['--mapping', path('m.scimmap')];
    return call('send', path(name), ...mapping, '--connection', path('c.json'), '--yes');
  }

  const search = (run: string, ...more: readonly string[]) =>
    call('runs', 'find-rejected', run, '--connection', path('c.json'), ...more);
  const some = ({ counts }: Account) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

  it('is offered where a request was refused, and finds the record at fault', async () => {
    const sent = await send('a.csv', extract(120), ['77']);
    expect(sent.code).toBe(3);
    const offer = /^Request 2 was refused because of its content\. To find the records at fault, run: (.*)$/m;
    for (const text of [sent.err, sent.out])
      expect(offer.exec(text)?.[1]).toMatch(/^entra-inbound runs find-rejected \S+ --connection \S+c\.json$/);
    const before = asked.length;
    const { code, out, err } = await search('last', '--yes', '--wait', '--format', 'json');
    expect([code, asked.length - before <= 11]).toEqual([1, true]);
    const account = jsonLines(out)[0] as Account;
    expect(some(account)).toEqual({ excluded: 70, created: 49, rejected: 1 });
    expect(account.records.filter(({ state }) => state === 'rejected')).toMatchObject([
      {
        externalId: '77',
        cause:
          'The service refused the request with 400 (BadRequest: An operation is not valid.). The request contained only this record.',
      },
    ]);
    expect(account.batches.filter(({ state }) => state === 'rejected')).toMatchObject([{ operations: 1 }]);
    expect(err).toContain(
      '50 people of a refused request, in halves: at most 11 requests where one record is at fault, ',
    );
    // The run itself goes on with its other request
    const [, run = ''] = offer.exec(sent.out)?.[1]?.match(/find-rejected (\S+)/) ?? [];
    const resumed = await call('runs', 'resume', run, '--connection', path('c.json'), '--yes', '--format', 'json');
    expect(some(jsonLines(resumed.out)[0] as Account)).toEqual({ waiting: 70, rejected: 50 });
  });

  it('is offered by runs show, and takes the newest run that has such a request', async () => {
    await send('a.csv', extract(120), ['60', '91']);
    const shown = await call('runs', 'show', 'last');
    expect(shown.out).toMatch(/^Request 2 was refused because of its content\./m);
    const found = await search('last', '--yes');
    expect([found.code, found.out]).toEqual([1, expect.stringMatching(/^ +2 request rejected$/m)]);
    expect(found.out).toMatch(/\b60\b/);
    expect(found.out).not.toContain('was refused because of its content');
    const again = await search('last', '--yes');
    expect(again.err).toContain('No request of this run was refused for its contents.');
  });

  it('names the next refused request of the run, and offers nothing once each was searched', async () => {
    await send('a.csv', extract(170), ['60', '120']);
    const resumed = await call('runs', 'resume', 'last', '--connection', path('c.json'), '--yes');
    const run = /find-rejected (\S+)/.exec(resumed.err)?.[1] ?? '';
    const first = await search('last', '--yes');
    expect(first.err).toMatch(
      new RegExp(
        `^Request 3 of the same run was also refused\\. To search it, run: entra-inbound runs find-rejected ${run}\\b`,
        'm',
      ),
    );
    const second = await search(run, '--yes', '--format', 'json');
    expect(second.err).not.toContain('was also refused');
    const { records } = jsonLines(second.out)[0] as Account;
    expect(records.filter(({ state }) => state === 'rejected')).toMatchObject([{ externalId: '120' }]);
    const shown = await call('runs', 'show', run);
    expect(shown.out).not.toContain('was refused because of its content');
    const third = await search(run, '--yes');
    expect([third.code, third.err]).toEqual([
      4,
      expect.stringContaining('Every refused request of this run has been searched.'),
    ]);
  });

  it('is for payloads, too', async () => {
    const converted = await call('convert', path('a.csv'), '--mapping', path('m.scimmap'));
    const [body = ''] = converted.out.split('\n');
    await send('people.json', body, ['33']);
    const { code, out } = await search('last', '--yes', '--format', 'json');
    const account = jsonLines(out)[0] as Account;
    expect([code, some(account)]).toEqual([1, { waiting: 49, rejected: 1 }]);
    expect(account.records.filter(({ state }) => state === 'rejected')).toMatchObject([{ externalId: '33' }]);
  });

  it('is not offered where the caller is refused, nor where one record is the whole request', async () => {
    const forbidden = await send('a.csv', extract(60), ['7'], 403);
    expect([forbidden.code, forbidden.err.includes('find-rejected')]).toEqual([3, false]);
    const refused = await search('last', '--yes');
    expect([refused.code, refused.err]).toEqual([
      4,
      expect.stringContaining('No request of this run was refused for its contents.'),
    ]);
    proxy.close();
    rmSync(join(place.state, 'runs'), { recursive: true, force: true });
    const alone = await send('b.csv', extract(1), ['1']);
    expect([alone.code, `${alone.err}${alone.out}`.includes('find-rejected')]).toEqual([3, false]);
  });

  it('sends nothing of an extract that was changed', async () => {
    await send('a.csv', extract(60), ['7']);
    place.write('a.csv', extract(61));
    const before = asked.length;
    const { code, err } = await search('last', '--yes');
    expect([code, asked.length]).toEqual([4, before]);
    expect(err).toContain('The extract has changed since this run was planned.');
    expect(err).toContain('Send the extract as it is now.');
  });
});
