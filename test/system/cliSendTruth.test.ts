import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultProxy, Faults } from './support/faultProxy';
import { startFaultProxy } from './support/faultProxy';
import type { Ended, RunningCli } from './support/runCli';
import { jsonLines, Workplace } from './support/runCli';
import { extract, MAPPING } from './support/samples';

interface Account {
  readonly counts: Readonly<Record<string, number>>;
  readonly records: readonly { readonly state: string; readonly cause?: string; readonly remedy?: string }[];
}

const DAILY = 'the daily limit is probably reached';

describe('what the account says of a service at fault', () => {
  const place = new Workplace();
  let connection = '';
  let proxy: FaultProxy | undefined;

  beforeAll(async () => {
    const sandbox = place.start(['sandbox']);
    connection = (JSON.parse(await sandbox.line('out', /./)) as { readonly connection: string }).connection;
    place.write('m.scimmap', MAPPING);
  });
  afterEach(() => {
    proxy?.close();
    // What the job was last sent would stop an extract that is much smaller
    for (const name of ['runs', 'baselines']) rmSync(join(place.state, name), { recursive: true, force: true });
  });
  afterAll(() => place.remove());

  async function send(records: number, faults: Faults, ...more: readonly string[]): Promise<RunningCli> {
    proxy = await startFaultProxy(connection, faults, join(place.path, 'at fault.json'));
    place.write('a.csv', extract(records));
    return place.start(['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', 'at fault.json', '--yes', ...more]);
  }

  function accountOf({ out }: Ended): Account {
    const account = jsonLines(out)[0] as Account;
    const sum = Object.values(account.counts).reduce((total, count) => total + count, 0);
    expect(sum).toBe(account.records.length);
    return account;
  }
  const counts = (ended: Ended) =>
    Object.fromEntries(Object.entries(accountOf(ended).counts).filter(([, count]) => count > 0));
  const uploads = () => proxy?.passed.filter((request) => request.endsWith('/bulkUpload')).length;
  const upload = (method: string, path: string) => method === 'POST' && path.endsWith('/bulkUpload');

  describe('when signing in is refused', () => {
    const refusal: Faults = {
      instead: (_, path) =>
        path.endsWith('/oauth2/v2.0/token') ? { status: 401, body: '{"error":"invalid_client"}' } : undefined,
    };

    it('is that nobody was sent, nor rejected', async () => {
      const ended = await (await send(120, refusal, '--wait', '--format', 'json')).ended;
      expect([ended.code, counts(ended), uploads()]).toEqual([3, { 'not-sent': 120 }, 0]);
      const { records } = accountOf(ended);
      for (const { cause, remedy } of [records[0], records[119]].map((record) => record ?? { state: '' })) {
        expect(cause).toContain('Signing in was refused with 401 (invalid_client).');
        expect(remedy).toContain('client secret');
      }
    });

    it('is the same as text', async () => {
      const { code, out } = await (await send(50, refusal)).ended;
      expect([code, out]).toEqual([3, expect.stringMatching(/^a\.csv for .*:\n {2}50 not sent\n {2}50 records/)]);
    });
  });

  it('is that a request was rejected when it was sent, and its token refused', async () => {
    const refused: Faults = {
      instead: (method, path) => (upload(method, path) ? { status: 401, body: '{}' } : undefined),
    };
    const ended = await (await send(60, refused, '--format', 'json')).ended;
    expect([ended.code, counts(ended)]).toEqual([3, { rejected: 50, 'not-sent': 10 }]);
  });

  describe('when it asks to wait for ten years', () => {
    let count = 0;
    const tenYears: Faults = {
      instead: (method, path) =>
        upload(method, path) && ++count > 1
          ? { status: 429, headers: { 'retry-after': '315360000' }, body: '{}' }
          : undefined,
    };

    it('is a pause: the call ends with 5, and says until when and how to go on', async () => {
      count = 0;
      const ended = await (await send(120, tenYears, '--wait', '--format', 'json')).ended;
      expect([ended.code, counts(ended), uploads()]).toEqual([5, { waiting: 50, 'not-sent': 70 }, 1]);
      const year = new Date(Date.now() + 315_360_000_000).getUTCFullYear();
      const until = new RegExp(`accepts no calls before ${year}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC; ${DAILY}\\.`);
      expect(ended.err).toMatch(until);
      expect(ended.err).toMatch(/To continue, run: entra-inbound runs resume \S+ --connection 'at fault\.json'/);
      for (const index of [50, 119]) {
        const record = accountOf(ended).records[index];
        expect(record?.cause).toMatch(until);
        expect(record?.remedy).toContain('Send again after');
      }
    });

    it('is the same when it is signing in that must wait', async () => {
      const faults: Faults = {
        instead: (_, path) =>
          path.endsWith('/oauth2/v2.0/token')
            ? { status: 429, headers: { 'retry-after': '315360000' }, body: '{"error":"slow_down"}' }
            : undefined,
      };
      const ended = await (await send(3, faults, '--format', 'json')).ended;
      expect([ended.code, counts(ended), uploads()]).toEqual([5, { 'not-sent': 3 }, 0]);
      expect(ended.err).toContain(DAILY);
      expect(ended.err).not.toContain('client secret');
    });

    it('is the same when nothing was accepted before', async () => {
      count = 1;
      const { code, out, err } = await (await send(3, tenYears)).ended;
      expect([code, out]).toEqual([5, expect.stringContaining('3 not sent\n')]);
      expect(err).toContain(DAILY);
      expect(err).not.toContain('sends all records again');
    });

    it('is that the log has no entry yet, when it is the log that may not be read', async () => {
      const faults: Faults = {
        instead: (_, path) =>
          path.includes('/auditLogs/')
            ? { status: 429, headers: { 'retry-after': 'Mon, 01 Jan 2125 00:00:00 GMT' }, body: '{}' }
            : undefined,
      };
      const ended = await (await send(3, faults, '--wait', '--format', 'json')).ended;
      expect([ended.code, counts(ended)]).toEqual([5, { waiting: 3 }]);
      expect(ended.err).toMatch(
        /no entry yet for 3 of 3 accepted records\. The service accepts no reads of the provisioning log before 2125-.* To read it later, run: entra-inbound runs verify /,
      );
    });
  });

  it.each([[['--format', 'json']], [[]]])(
    'is not a success while accepted people have no entry, %j: those of an earlier run are none',
    async (format) => {
      const anHour = 3_600_000;
      const earlier: Faults = {
        change: (path, body) =>
          path.includes('/auditLogs/')
            ? body.replace(
                /"activityDateTime":"([^"]+)"/g,
                (_, time: string) => `"activityDateTime":"${new Date(Date.parse(time) - anHour).toISOString()}"`,
              )
            : body,
      };
      const sending = await send(250, earlier, '--wait', ...format);
      // It has read all there is, and waits for more
      await sending.line('err', /Log: 250 awaiting log/);
      sending.process.kill('SIGINT');
      const ended = await sending.ended;
      expect(ended.code).toBe(5);
      if (format.length > 0) expect(counts(ended)).toEqual({ waiting: 250 });
      else expect(ended.out).toContain('250 awaiting log\n');
      expect(ended.err).toContain('no entry yet for 250 of 250 accepted records');
    },
  );

  it('ends with 1 when the log says that somebody failed', async () => {
    // People whom nobody has sent yet: changes of others may still be due, and the runs that knew of them are removed
    const [header = '', ...rows] = extract(400).trimEnd().split('\n');
    const failing = place.write('f.csv', [header, ...rows.slice(-2)].join('\n').replace('user400', 'user399'));
    const { code, out } = await place.run([
      'send',
      failing,
      '--mapping',
      'm.scimmap',
      '--connection',
      'sandbox',
      '--wait',
      '--yes',
      '--format',
      'json',
    ]);
    expect([code, (JSON.parse(out) as Account).counts.failed]).toEqual([1, 1]);
  });
});
