import { afterEach, describe, expect, it } from 'vitest';
import { isJsonObject, member, readJson } from '../../../src/core/json/jsonValue';
import type { KeptRun } from '../../../src/runs/runStore';
import type { ActiveRun } from '../../../src/sending/activeRun';
import { operationOf } from '../../../src/sending/kept/operationOf';
import { personOf } from '../../../src/sending/selections';
import { startRun } from '../../../src/sending/startRun';
import { countsOf, paused, shownRun, yes } from '../../support/sending/runsOf';
import { extract, SendingRig } from '../../support/sending/sendingRig';

let rig: SendingRig;
afterEach(() => rig.close());

async function sent(csv: string, more: Parameters<SendingRig['prepare']>[1] = {}): Promise<ActiveRun> {
  const prepared = await rig.prepare(csv, more);
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: true }));
  await rig.during(active.ended);
  return active;
}

function operations(body: string | undefined): readonly unknown[] {
  const reading = readJson(body ?? '');
  const found = 'value' in reading ? member(reading.value, 'Operations') : undefined;
  return Array.isArray(found) ? found : [];
}

/** The one operation of a request that is made again; it is of the person of that number. */
async function operationAgain(kept: KeptRun, csv: string, record: number): Promise<unknown> {
  const again = await rig.during(operationOf(rig.store, kept, rig.planner(csv), record));
  if (!('request' in again)) throw new Error(again.changed);
  const [own, ...others] = operations(JSON.stringify(again.request));
  expect(others).toEqual([]);
  expect(isJsonObject(own) && member(own.data, 'externalId')).toBe(String(record));
  return own;
}

describe('what was sent of one person', () => {
  it('is made again as it left, whichever request it was in', async () => {
    rig = new SendingRig();
    const csv = extract(1, 120);
    const { id } = await sent(csv);
    const { kept } = await shownRun(rig.store, id);
    const all = rig.received.flatMap((body) => operations(body));
    for (const record of [1, 2, 50, 51, 120]) expect(all).toContainEqual(await operationAgain(kept, csv, record));
  });

  it('is made again of those who were sent alone, and of those who wait for them', async () => {
    rig = new SendingRig();
    const csv = extract(1, 120);
    const prepared = await rig.prepare(csv, { pilot: { records: [70, 90] } });
    const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: true }));
    await rig.during(paused(active));
    active.stop();
    await rig.during(active.ended);
    const { kept } = await shownRun(rig.store, active.id);
    expect(rig.received).toHaveLength(1);
    expect(operations(rig.received[0])).toEqual([
      await operationAgain(kept, csv, 70),
      await operationAgain(kept, csv, 90),
    ]);
    await operationAgain(kept, csv, 71);
  });

  it('is not shown where the extract is another', async () => {
    rig = new SendingRig();
    const { id } = await sent(extract(1, 3));
    const { kept } = await shownRun(rig.store, id);
    expect(await rig.during(operationOf(rig.store, kept, rig.planner(extract(1, 4)), 1))).toEqual({
      changed: 'source',
    });
  });
});

describe('one person of a run', () => {
  it('is sent again alone, from the extract as it is now, wherever they are in it', async () => {
    rig = new SendingRig();
    const { id } = await sent(extract(1, 60));
    const shown = await shownRun(rig.store, id);
    const now = extract(11, 60).replace('Person 42', 'Person Forty-two');
    const selection = await rig.during(personOf(rig.store, shown, rig.planner(now), 42));
    expect(selection).toMatchObject({ count: 1, reason: { kind: 'person', run: id } });
    if (selection === undefined) throw new Error('the extract cannot be read');
    const before = rig.received.length;
    const again = await sent(now, { records: selection });
    expect(countsOf(again.run)).toEqual({ updated: 1, excluded: 49 });
    const [only, ...others] = rig.received.slice(before).flatMap((body) => operations(body));
    expect([isJsonObject(only) && member(only.data, 'displayName'), others]).toEqual(['Person Forty-two', []]);
    const { kept } = await shownRun(rig.store, again.id);
    expect(kept.plan.selection).toEqual({ kind: 'person', run: id });
  });

  it('is nobody where the extract has them no more', async () => {
    rig = new SendingRig();
    const { id } = await sent(extract(1, 5));
    const shown = await shownRun(rig.store, id);
    expect(await rig.during(personOf(rig.store, shown, rig.planner(extract(1, 4)), 5))).toMatchObject({ count: 0 });
  });
});
