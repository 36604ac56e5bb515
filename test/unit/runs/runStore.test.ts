import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRunStore } from '../../../src/runs/openRunStore';
import type { OpenRun, RunStore } from '../../../src/runs/runStore';
import { keptPlan, keptRecords } from '../../support/keptPlan';

let home: string;
let store: RunStore;
let now: number;
const open: OpenRun[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'runs-'));
  now = Date.parse('2026-11-28T20:48:06.250Z');
  store = openRunStore(home, { program: 'tests', wallClock: () => now });
});
afterEach(async () => {
  for (const run of open.splice(0)) await run.close();
  await rm(home, { recursive: true });
});

async function made(plan = keptPlan()): Promise<OpenRun> {
  const { id, digests } = await store.reserve();
  await writeFile(digests, 'digests');
  const run = await store.create(id, plan, keptRecords(plan.counts.records));
  open.push(run);
  return run;
}

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
    store = openRunStore(join(home, 'missing', 'deep'), { program: 'tests' });
    expect(await store.list()).toEqual([]);
    expect(await store.find('20261128-204806-0fa000')).toBeUndefined();
    await expect(store.open('20261128-204806-0fa000')).rejects.toMatchObject({ reason: 'missing' });
  });

  it('gives a run back as it was written', async () => {
    const run = await made();
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
    const first = await made();
    now += 3;
    const second = await made();
    await first.journal.append({ type: 'closed', counts: { created: 6 } });
    expect(await store.list()).toMatchObject([
      { id: second.id, madeAt: second.plan.madeAt, plan: { connection: { name: 'Contoso production' } } },
      { id: first.id, closed: { at: '2026-11-28T20:48:06.253Z', counts: { created: 6 } } },
    ]);
  });

  it('lets one process write a run, and goes on where another has left it', async () => {
    const run = await made();
    await run.journal.append(started);
    await expect(store.open(run.id)).rejects.toMatchObject({ reason: 'in-use' });
    await expect(store.remove(run.id)).rejects.toMatchObject({ reason: 'in-use' });
    await run.close();
    open.splice(0);
    const found = await store.find(run.id);
    expect(found?.plan && found.state.batch(1).state).toBe('unknown');
    expect(found?.plan && found.state.pause?.why).toBe('interrupted');
    const again = await store.open(run.id);
    open.push(again);
    expect(again.state.batch(1).state).toBe('unknown');
    expect(again.state.phase).toBe('paused');
    await again.journal.append({ ...started, attempt: 2, reason: 'resumed' });
    await again.journal.append({ ...accepted, attempt: 2 });
    expect(again.state.batch(1)).toMatchObject({ state: 'accepted', attempts: 2, maybeTwice: true });
  });

  it('forgets a run that is removed, and nothing else', async () => {
    const run = await made();
    await writeFile(store.baselinePath('job'), 'baseline');
    await run.close();
    open.splice(0);
    await store.remove(run.id);
    expect(await store.list()).toEqual([]);
    expect((await readFile(store.baselinePath('job'))).toString()).toBe('baseline');
  });
});
