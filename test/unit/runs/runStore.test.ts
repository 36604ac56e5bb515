import { chmod, mkdir, readdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/journalEvent';
import { systemFiles } from '../../../src/files/fileLayer';
import { openRunStore } from '../../../src/runs/openRunStore';
import type { RunStore } from '../../../src/runs/runStore';
import { keptPlan, keptRecords } from '../../support/keptPlan';
import { attempts, everythingOf } from '../../support/journalled';
import { guidOf } from '../../support/guidOf';
import { RunsHome } from '../../support/runsHome';
import { watchedFiles } from '../../support/watchedFiles';

const DAY = 24 * 60 * 60 * 1000;

let home: RunsHome;
let store: RunStore;
beforeEach(async () => {
  home = await RunsHome.make();
  store = home.store();
});
afterEach(() => home.remove());

const started = {
  type: 'attempt-start',
  batch: 1,
  attempt: 1,
  hash: keptPlan().batches[0]?.hash ?? '',
  reason: 'first',
} as const;
const accepted = { type: 'attempt-end', batch: 1, attempt: 1, outcome: 'accepted', status: 202 } as const;

describe('the store of runs', () => {
  it('has nothing where there is no folder', async () => {
    store = openRunStore(join(home.path, 'missing', 'deep'), { program: 'tests' });
    expect(await store.list()).toEqual([]);
    expect(await store.find('20261128-204806-0fa000')).toBeUndefined();
    await expect(store.open('20261128-204806-0fa000')).rejects.toMatchObject({ reason: 'missing' });
  });

  it('gives a run back as it was written', async () => {
    const run = await home.run();
    expect(run.id).toMatch(/^20261128-204806-0fa[0-9a-f]{3}$/);
    await run.journal.append({ type: 'confirmed', plan: run.plan.plan, by: 'dialog', guards: [] });
    await run.journal.append(started);
    await run.journal.append(accepted);
    const found = await store.find(run.id);
    expect(found).toMatchObject({
      id: run.id,
      plan: keptPlan(),
      wasTorn: false,
      holder: { pid: process.pid, program: 'tests' },
    });
    if (found?.plan === undefined) throw new Error('no plan');
    expect(found.state.batches).toEqual(run.state.batches);
    expect(found.state.batch(1)).toMatchObject({ state: 'accepted', attempts: 1, maybeTwice: false });
    expect(await found.records()).toEqual(keptRecords(6));
    expect((await readFile(run.digests)).toString()).toBe('digests');
    const events: string[] = [];
    for await (const { event } of found.events()) events.push(event.type);
    expect(events).toEqual(['planned', 'confirmed', 'attempt-start', 'attempt-end']);
  });

  it('lists runs, the newest first, without reading them whole', async () => {
    const first = await home.run();
    home.now += 3;
    const second = await home.run();
    await first.journal.append({ type: 'closed', counts: { created: 6 } });
    expect(await store.list()).toMatchObject([
      { id: second.id, madeAt: second.plan.madeAt, plan: { connection: { name: 'Contoso production' } } },
      {
        id: first.id,
        lastAt: '2026-11-28T20:48:06.253Z',
        closed: { at: '2026-11-28T20:48:06.253Z', counts: { created: 6 } },
      },
    ]);
  });

  it('lets one process write a run, and goes on where another has left it', async () => {
    const run = await home.run();
    await run.journal.append(started);
    await expect(store.open(run.id)).rejects.toMatchObject({ reason: 'in-use' });
    await expect(store.remove(run.id)).rejects.toMatchObject({ reason: 'in-use' });
    await home.close(run);
    const found = await store.find(run.id);
    expect(found?.plan && found.state.batch(1).state).toBe('unknown');
    expect(found?.plan && found.state.pause?.why).toBe('interrupted');
    const again = home.keep(await store.open(run.id));
    expect(again.state.batch(1).state).toBe('unknown');
    expect(again.state.phase).toBe('paused');
    await again.journal.append({ ...started, attempt: 2, reason: 'resumed' });
    await again.journal.append({ ...accepted, attempt: 2 });
    expect(again.state.batch(1)).toMatchObject({ state: 'accepted', attempts: 2, maybeTwice: true });
  });

  it('forgets a run that is removed, and nothing else', async () => {
    const run = await home.run();
    await writeFile(store.baselinePath('job'), 'baseline');
    await home.close(run);
    await store.remove(run.id);
    expect(await store.list()).toEqual([]);
    expect((await readFile(store.baselinePath('job'))).toString()).toBe('baseline');
  });

  it('shows a run whose journal is damaged, and does not go on with it', async () => {
    const run = await home.run();
    await run.journal.append(started);
    await run.journal.append(accepted);
    await home.close(run);
    const path = join(home.path, 'runs', run.id, 'journal.ndjson');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.replace('"attempt":1', '"attempt":2'));
    const found = await store.find(run.id);
    expect(found?.fault?.message).toContain('damaged at line 2');
    expect(found?.plan && found.state.batches.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    await expect(store.open(run.id)).rejects.toMatchObject({ reason: 'damaged', message: found?.fault?.message });
    expect(await readFile(path, 'utf8')).toContain('"attempt":2');
    // Nobody holds it after that
    await store.remove(run.id);
    expect(await store.list()).toEqual([]);
  });

  it('shows a run without a journal, and goes on with none', async () => {
    const run = await home.run();
    await home.close(run);
    await home.store(systemFiles).list();
    await systemFiles.remove(join(home.path, 'runs', run.id, 'journal.ndjson'));
    expect(await store.find(run.id)).toMatchObject({
      fault: { message: expect.stringContaining('missing') as string },
    });
    await expect(store.open(run.id)).rejects.toMatchObject({ reason: 'damaged' });
  });

  it.each([
    ['damaged', (text: string) => text.replace('"pilot":0', '"pilot":1'), 'damaged'],
    ['of a newer version', (text: string) => text.replace('"format":1', '"format":2'), 'newer version'],
  ])('lists a run whose plan is %s, with the reason', async (_, change, reason) => {
    const run = await home.run();
    await home.close(run);
    const path = join(home.path, 'runs', run.id, 'plan.json');
    await writeFile(path, change(await readFile(path, 'utf8')));
    const fault = { message: expect.stringContaining(reason) as string };
    expect(await store.list()).toEqual([
      { id: run.id, madeAt: '2026-11-28T20:48:06.000Z', fault: expect.objectContaining(fault) as unknown },
    ]);
    expect(await store.find(run.id)).toMatchObject({ id: run.id, fault });
    await expect(store.open(run.id)).rejects.toMatchObject({ reason: 'damaged', ...fault });
  });

  it('lists a run whose plan is gone, and one with a plan of very many batches', async () => {
    const gone = await home.run();
    await home.close(gone);
    await systemFiles.remove(join(home.path, 'runs', gone.id, 'plan.json'));
    home.now += 1000;
    const large = await home.run(keptPlan(20_000));
    const [first, second] = await store.list();
    expect(first).toMatchObject({ id: large.id, plan: { counts: { batches: 20_000 } } });
    expect(second?.fault?.message).toContain('missing');
    expect((await store.find(large.id))?.plan?.batches).toHaveLength(20_000);
  });

  it('refuses records that are damaged', async () => {
    const run = await home.run();
    const path = join(home.path, 'runs', run.id, 'records.bin');
    const bytes = await readFile(path);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(run.records()).rejects.toThrow(/damaged/);
    await truncate(path, 10);
    await expect(run.records()).rejects.toThrow(/damaged/);
  });

  it.each([0, 1, 40])('drops a last line that is torn after %d bytes, and notes that for good', async (length) => {
    const run = await home.run();
    await run.journal.append(started);
    await home.close(run);
    const path = join(home.path, 'runs', run.id, 'journal.ndjson');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole + '{"seq":3,"at":"2026-11-28T20:48:06.250Z","event"'.slice(0, length));
    expect(await store.find(run.id)).toMatchObject({ wasTorn: length > 0 });
    const again = home.keep(await store.open(run.id));
    expect(again.wasTorn).toBe(length > 0);
    await again.journal.append({ ...accepted, attempt: 2 });
    const lines = (await readFile(path, 'utf8')).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain(`{"type":"recovered","dropped":${length}}`);
    await home.close(again);
    expect(await store.find(run.id)).toMatchObject({ wasTorn: false });
  });

  it('counts a doubled last line once, and goes on after the first', async () => {
    const run = await home.run();
    await run.journal.append({ type: 'paused', why: 'asked' });
    await home.close(run);
    const path = join(home.path, 'runs', run.id, 'journal.ndjson');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, `${whole}${whole.split('\n')[1] ?? ''}\n`);
    const again = home.keep(await store.open(run.id));
    await again.journal.append({ type: 'resumed' });
    const events: string[] = [];
    for await (const { event } of again.events()) events.push(event.type);
    expect(events).toEqual(['planned', 'paused', 'recovered', 'resumed']);
    await home.close(again);
    expect((await store.find(run.id))?.fault).toBeUndefined();
  });

  it('writes what is appended at the same time in its order, with few flushes', async () => {
    let syncs = 0;
    const counted = home.store(watchedFiles(({ name }) => void (syncs += name === 'sync' ? 1 : 0)));
    const run = await home.run(keptPlan(), counted);
    syncs = 0;
    const answers = Array.from({ length: 2500 }, (_, index) =>
      run.journal.append({ type: 'reconciled', record: 1, entry: guidOf(index), at: '', outcome: 'created' }),
    );
    await Promise.all(answers);
    expect(syncs).toBe(3);
    expect(run.state.answers.of(1).map(({ entry }) => entry)).toEqual(
      Array.from({ length: 2500 }, (_, index) => guidOf(index)),
    );
    const found = await store.find(run.id);
    expect(found?.plan && everythingOf(found.state, 6)).toEqual(everythingOf(run.state, 6));
  });

  it.skipIf(process.platform === 'win32')('is for this user alone', async () => {
    const run = await home.run();
    await run.journal.append(started);
    await store.key();
    await store.ledger({ tenantId: 't' }).note();
    await store.keepMoment(run.plan.plan, run.plan.moment);
    const modes = new Set<string>();
    for (const name of await readdir(home.path, { recursive: true })) {
      const stats = await stat(join(home.path, name));
      const { mode } = stats;
      modes.add(`${stats.isDirectory() ? 'folder' : 'file'} ${(mode & 0o777).toString(8)}`);
    }
    expect([...modes].sort()).toEqual(['file 600', 'folder 700']);
  });

  it('keeps nothing of what was reserved and let go', async () => {
    const reserved = await store.reserve();
    await writeFile(reserved.digests, 'digests');
    await reserved.discard();
    expect((await readdir(join(home.path, 'runs'))).filter((name) => name !== '.changed')).toEqual([]);
  });

  it('takes no plan for another', async () => {
    const { id } = await store.reserve();
    await expect(store.create(id, { ...keptPlan(), pilot: 1 }, keptRecords(6))).rejects.toThrow(/hash/);
    expect(await store.list()).toEqual([]);
  });

  it('gives everybody the same key, and leaves a damaged one as it is', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => home.store().key()));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    const path = join(home.path, 'key');
    await chmod(path, 0o644);
    await store.key();
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    await writeFile(path, 'x');
    await expect(store.key()).rejects.toThrow(/damaged/);
    expect(await readFile(path, 'utf8')).toBe('x');
  });

  it('counts the calls of a day to one tenant', async () => {
    const ledger = store.ledger({ cloud: 'global', tenantId: 'T' });
    const day = 24 * 60 * 60 * 1000;
    const begin = home.now;
    for (const hours of [0, 1, 23]) {
      home.now = begin + hours * 60 * 60 * 1000;
      await ledger.note();
    }
    home.now = begin + day - 1;
    expect(await ledger.count()).toBe(3);
    home.now = begin + day;
    expect(await ledger.count()).toBe(2);
    expect(await home.store().ledger({ cloud: 'GLOBAL', tenantId: 't' }).count()).toBe(2);
    expect(await store.ledger({ cloud: 'china', tenantId: 'T' }).count()).toBe(0);
    // A clock that is put back makes no calls undone, and a torn line none
    home.now = begin - day;
    expect(await ledger.count()).toBe(3);
    const [folder = ''] = await readdir(join(home.path, 'calls'));
    const [name = ''] = await readdir(join(home.path, 'calls', folder));
    const path = join(home.path, 'calls', folder, name);
    await writeFile(path, `${await readFile(path, 'utf8')}17644`);
    home.now = begin + day;
    await ledger.note();
    expect(await ledger.count()).toBe(3);
  });

  it('keeps the moment of a plan that was printed', async () => {
    const { plan, moment } = keptPlan();
    expect(await store.momentOf(plan)).toBeUndefined();
    await store.keepMoment(plan, moment);
    expect(await home.store().momentOf(plan)).toEqual(moment);
    for (const other of ['', '..', '../key', `${plan}x`, plan.toUpperCase()])
      expect(await store.momentOf(other)).toBeUndefined();
    await writeFile(join(home.path, 'plans', `${plan}.json`), '{"format":1,"now":3}');
    expect(await store.momentOf(plan)).toBeUndefined();
  });

  it('forgets a moment after seven days', async () => {
    const { plan, moment } = keptPlan();
    await store.keepMoment(plan, moment);
    const path = join(home.path, 'plans', `${plan}.json`);
    const limit = home.now / 1000 - 7 * 24 * 60 * 60;
    await utimes(path, limit + 1, limit + 1);
    expect(await store.momentOf(plan)).toEqual(moment);
    await utimes(path, limit - 1, limit - 1);
    expect(await store.momentOf(plan)).toBeUndefined();
  });

  it('lets go of what is old, and of nothing that may be gone on with', async () => {
    const kinds = {
      closed: [started, accepted, { type: 'closed' }],
      cancelled: [{ type: 'cancelled' }],
      awaiting: [1, 2, 3].flatMap((batch) => attempts(batch, 'accepted')),
      paused: [started, { type: 'paused', why: 'asked' }],
      open: [{ type: 'cancelled' }],
      young: [{ type: 'cancelled' }],
    } satisfies Record<string, readonly JournalEvent[]>;
    const begin = home.now;
    const ids = new Map<string, string>();
    for (const [kind, events] of Object.entries(kinds)) {
      if (kind === 'young') home.now += DAY;
      const run = await home.run();
      for (const event of events) await run.journal.append(event);
      ids.set(run.id, kind);
      if (kind !== 'open') await home.close(run);
    }
    await writeFile(store.baselinePath('job'), 'baseline');
    await store.ledger({ tenantId: 't' }).note();
    await store.keepMoment(keptPlan().plan, keptPlan().moment);
    const kindsLeft = async () => (await store.list()).map(({ id }) => ids.get(id)).sort();
    const begun = async () => (await store.reserve()).discard();
    home.now = begin + 90 * DAY;
    await store.prune();
    expect(await kindsLeft()).toEqual([...Object.keys(kinds)].sort());
    home.now += 1;
    await begun();
    expect(await kindsLeft()).toEqual(['open', 'paused', 'young']);
    const reserved = await store.reserve();
    const left = join(home.path, 'runs', '.20260101-000000-000000.unfinished');
    await mkdir(left);
    home.now += 2 * DAY;
    await home.store().prune();
    expect(await kindsLeft()).toEqual(['open', 'paused']);
    expect(await readFile(store.baselinePath('job'), 'utf8')).toBe('baseline');
    expect(await readdir(join(home.path, 'plans'))).toEqual([]);
    // What was left behind goes; what a living process has reserved stays, regardless of the clock
    expect((await readdir(join(home.path, 'runs'))).filter((name) => name.endsWith('.unfinished'))).toEqual([
      `.${reserved.id}.unfinished`,
    ]);
    await reserved.discard();
    const [folder = ''] = await readdir(join(home.path, 'calls'));
    expect(await readdir(join(home.path, 'calls', folder))).toEqual([]);
  });

  it('notifies watchers that something has changed', async () => {
    const run = await home.run();
    let changes = 0;
    const watching = home.store().watch(() => changes++);
    // The first look only learns what there is
    await expect
      .poll(async () => {
        if (changes === 0) await run.journal.append({ type: 'log-read', elsewhere: 0 });
        return changes;
      })
      .toBeGreaterThan(0);
    watching.dispose();
  });
});
