import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { refused } from '../../../src/sandbox/message';
import { healthy } from '../../../src/sandbox/scenarios/healthy';
import { prepareResume, resumeRun } from '../../../src/sending/resumeRun';
import { startRun } from '../../../src/sending/startRun';
import { countsOf, paused, yes } from '../../support/sending/runsOf';
import { extract, SendingRig } from '../../support/sending/sendingRig';

const HOUR = 3_600_000;

let rig: SendingRig;
afterEach(() => rig.close());

async function send(csv: string) {
  const prepared = await rig.prepare(csv);
  return rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
}

describe('a clock that was put back', () => {
  it.each([2, 30 * 24, 9000 * 24])('by %d hours holds up no sending', async (hours) => {
    rig = new SendingRig();
    await rig.during((await send(extract(1, 120))).ended);
    rig.shift = -hours * HOUR;
    const before = rig.clock.now();
    const active = await send(extract(1, 121));
    await rig.during(active.ended);
    expect(active.status.phase).toBe('awaiting-log');
    expect(rig.clock.now() - before).toBeLessThan(60_000);
  });

  it.each([-2 * HOUR, -300 * 24 * HOUR, 0, 2 * HOUR])(
    'does not let an older run overwrite a newer one, even if their times say otherwise (%d)',
    async (shift) => {
      rig = new SendingRig();
      const fault = ({ operation, ordinal }: { readonly operation: string; readonly ordinal: number }) =>
        operation === 'upload' && ordinal > 1 ? { answer: refused(403, 'Forbidden', 'Not you.') } : undefined;
      rig.sandbox.setScenario({ ...healthy, name: 'forbidding', effects: { fault } });
      const csv = extract(1, 120);
      const older = await send(csv);
      await rig.during(paused(older));
      older.stop();
      await rig.during(older.ended);
      rig.sandbox.setScenario(healthy);
      rig.shift = shift;
      const newer = await send(extract(1, 121));
      await rig.during(newer.ended);
      expect(newer.id > older.id).toBe(true);
      expect((await rig.store.list()).map(({ id }) => id)).toEqual([newer.id, older.id]);
      const over = { planner: rig.planner(csv), connection: rig.connection(), opened: rig.open(), predicts: false };
      const resumption = await rig.during(prepareResume(rig.context, { run: older.id, ...over }));
      expect(resumption.superseded.count).toBe(70);
      // How old a plan is that is yet to come nobody knows
      expect(resumption.isOld).toBe(shift < 0);
      const received = rig.received.length;
      const active = await rig.during(resumeRun(rig.context, resumption, yes(resumption.file), { follows: false }));
      await rig.during(active.ended);
      expect(rig.received).toHaveLength(received);
      expect(countsOf(active.run)).toMatchObject({ cancelled: 70 });
    },
  );
});

describe('the ledger of calls', () => {
  it('does not count for years what a wrong clock has written, and forgets it', async () => {
    rig = new SendingRig();
    const ledger = rig.store.ledger({ tenantId: 't' });
    for (const hours of [0, 5, 9000 * 24]) {
      rig.shift = hours * HOUR;
      await ledger.note();
    }
    rig.shift = 0;
    // One of five hours ahead may have been made just now
    expect(await ledger.count()).toBe(2);
    // For the pace all of them were made just now
    expect(await ledger.recent(5000)).toHaveLength(3);
    await rig.store.prune();
    expect(await ledger.recent(5000)).toHaveLength(2);
  });
});

it('a plan that is kept as a text that is none of ours is not known', async () => {
  rig = new SendingRig();
  const plan = 'ab'.repeat(32);
  const moment = { now: '2026-11-28T20:48:06.000Z', seed: 7 };
  await rig.store.keepMoment(plan, { ...moment, guards: { G2: 'ask' } });
  expect(await rig.store.momentOf(plan)).toEqual({ ...moment, guards: { G2: 'ask' } });
  const path = join(rig.folder, 'plans', `${plan}.json`);
  writeFileSync(path, JSON.stringify({ format: 1, ...moment }));
  expect(await rig.store.momentOf(plan)).toEqual(moment);
  writeFileSync(path, '{');
  expect(await rig.store.momentOf(plan)).toBeUndefined();
});
