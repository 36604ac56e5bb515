import { existsSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { refused } from '../../../src/sandbox/message';
import { healthy } from '../../../src/sandbox/scenarios/healthy';
import { findScenario } from '../../../src/sandbox/scenarios/table';
import type { ActiveRun } from '../../../src/sending/activeRun';
import { discardRun } from '../../../src/sending/discardRun';
import type { Preparation, SendRequest } from '../../../src/sending/preparation';
import { prepareSending } from '../../../src/sending/prepareSending';
import { removeDetail } from '../../../src/host/sending/questions/removeQuestion';
import { removeRun, whyKeepRun } from '../../../src/sending/kept/removeRun';
import { prepareResume } from '../../../src/sending/resumeRun';
import { startRun } from '../../../src/sending/startRun';
import { verifyRun } from '../../../src/sending/verifyRun';
import { MortalStore } from '../../support/sending/mortalStore';
import { countsOf, paused, shownRun, yes } from '../../support/sending/runsOf';
import { extract, SendingRig } from '../../support/sending/sendingRig';

let rig: SendingRig;
afterEach(() => rig.close());

const CHANGES = { onlyChanges: true };
const old = extract(1, 130);
const moved = old.replaceAll('Person', 'Member');

async function send(csv: string, more: Partial<SendRequest> = {}, follows = true): Promise<ActiveRun> {
  const prepared = await rig.prepare(csv, more);
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows }));
  await rig.during(active.ended);
  return active;
}

/** Sends everybody, and then a plan whose digests are damaged before it leaves. */
async function sendWithDamagedDigests(): Promise<ActiveRun> {
  rig = new SendingRig();
  await send(old);
  const prepared = await rig.prepare(moved);
  truncateSync(prepared.options.keeping.digests, 40);
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: true }));
  await rig.during(active.ended);
  return active;
}

/** Sends until the service refuses the caller, after so many requests. */
async function sendPart(csv: string, requests: number): Promise<ActiveRun> {
  const fault = ({ operation, ordinal }: { readonly operation: string; readonly ordinal: number }) =>
    operation === 'upload' && ordinal > requests ? { answer: refused(403, 'Forbidden', 'Not you.') } : undefined;
  rig.sandbox.setScenario({ ...healthy, name: 'forbidding', effects: { fault } });
  const prepared = await rig.prepare(csv);
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
  await rig.during(paused(active));
  active.stop();
  await rig.during(active.ended);
  rig.sandbox.setScenario(healthy);
  return active;
}

/** The operations of a plan of changes, and whom of them it sends again. */
async function changesOf(csv: string): Promise<readonly [number, unknown]> {
  const prepared = await rig.prepare(csv, CHANGES);
  await prepared.discard();
  const { file, facts } = prepared;
  const { comparison } = facts;
  return [file.counts.operations, 'known' in comparison ? comparison.known?.again : comparison];
}

function scenario(name: string): void {
  const found = findScenario(name);
  if (found === undefined) throw new Error(name);
  rig.sandbox.setScenario(found);
}

describe('a process that was killed', () => {
  it.each([
    [1, 50],
    [2, 100],
    [3, 130],
  ])('leaves %i accepted requests in its journal, whose %i people have changed since', async (requests, people) => {
    rig = new SendingRig();
    await send(old);
    // The first steps are the confirmation and the tenant's clock
    const mortal = new MortalStore(rig.openStore(), { step: 2 + requests * 2, when: 'after' });
    const context = rig.contextOf(mortal.store);
    const work = async (): Promise<void> => {
      const prepared = await prepareSending(context, rig.request(moved));
      if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
      await (
        await startRun(context, prepared, yes(prepared.file), { follows: false })
      ).ended;
    };
    await rig.during(Promise.race([work(), mortal.dead]));
    expect((await shownRun(rig.store)).kept.state.count('accepted')).toBe(requests);
    expect(await changesOf(old)).toEqual([people, undefined]);
    expect(await changesOf(moved)).toEqual([130 - people, undefined]);
    const back = await send(old, CHANGES);
    expect(countsOf(back.run)).toMatchObject({ updated: people });
  });
});

it('of a run that stopped part-way, those alone count as disabled today whom it can have reached', async () => {
  const any = { percent: 100, count: 1000 };
  rig = new SendingRig({ limits: { disable: { type: any, stop: any } } });
  const left = extract(1, 130, 'T');
  const today = async (csv: string) => {
    const prepared = await rig.prepare(csv);
    await prepared.discard();
    const { disabledToday } = prepared.facts;
    return 'known' in disabledToday ? disabledToday.known : disabledToday.unknown;
  };
  await send(old);
  expect(await today(left)).toBe(0);
  const stopped = await sendPart(left, 1);
  expect([stopped.status.accepted, stopped.status.requests]).toEqual([1, 3]);
  // The plan disables 130 people, and one request has 50
  expect(await today(left)).toBe(50);
  rig.shift = 25 * 3_600_000;
  expect(await today(left)).toBe(0);
});

describe('what was sent and cannot be written down', () => {
  const baselines = () => join(rig.folder, 'baselines');
  const aside = () => join(rig.folder, 'aside');

  it('is said at the end, and taken over by the next plan', async () => {
    let breaks = false;
    rig = new SendingRig({
      upload: (upload) => (body, signal) => {
        if (breaks && !existsSync(aside())) {
          renameSync(baselines(), aside());
          writeFileSync(baselines(), '');
        }
        return upload(body, signal);
      },
    });
    expect((await send(old)).status.unwritten).toBeUndefined();
    breaks = true;
    const active = await send(moved);
    expect(active.status.phase).toBe('complete');
    expect(active.status.unwritten?.remedy).toContain('Nothing that was sent is lost: the next plan for this job');
    rmSync(baselines());
    renameSync(aside(), baselines());
    expect(await changesOf(moved)).toEqual([0, undefined]);
    expect(await changesOf(old)).toEqual([130, undefined]);
  });

  it('makes guards ask and changes impossible until everybody is sent, where its files are damaged', async () => {
    const active = await sendWithDamagedDigests();
    expect(active.status.unwritten?.cause).toContain('is damaged');
    const asked = await rig.during(prepareSending(rig.context, rig.request(moved, CHANGES)));
    expect(asked.kind === 'needs-all' && asked.message).toContain(active.id);
    const whole = await rig.prepare(old);
    const open = whole.findings.filter(({ decision }) => decision === 'ask').map(({ id }) => id);
    expect(open).toEqual(expect.arrayContaining(['G4', 'G6', 'G7', 'G13', 'G14']));
    await rig.during((await rig.during(startRun(rig.context, whole, yes(whole.file), { follows: true }))).ended);
    expect(await changesOf(old)).toEqual([0, undefined]);
  });

  it('is forgotten with its run only where what the job was last sent becomes unknown', async () => {
    const active = await sendWithDamagedDigests();
    await removeRun(rig.store, active.id);
    const asked = await rig.during(prepareSending(rig.context, rig.request(old, CHANGES)));
    expect(asked).toMatchObject({ kind: 'needs-all' });
  });
});

/** The extract with other sign-in names for those who failed. */
function mendedOf(run: ActiveRun['run']): string {
  const failures = [...run.account.records.inState('failed')].map(({ record }) => record);
  return failures.reduce((csv, id) => csv.replace(`\n${id},user${id},`, `\n${id},mended${id},`), old);
}

describe('people of whom the log says that they failed', () => {
  it('are sent again, and raise no concern about sign-in names', async () => {
    rig = new SendingRig();
    scenario('taken-names');
    const first = await send(old);
    const { failed = 0 } = countsOf(first.run);
    expect(failed).toBeGreaterThan(20);
    expect(await changesOf(old)).toEqual([failed, { failed, unanswered: 0, unsure: 0 }]);
    const mended = mendedOf(first.run);
    const { findings } = await rig.prepare(mended, CHANGES);
    expect(findings.find(({ id }) => id === 'G6')?.decision).toBe('pass');
    rig.sandbox.setScenario(healthy);
    const again = await send(mended, CHANGES);
    expect(countsOf(again.run)).toMatchObject({ excluded: 130 - failed });
    expect(await changesOf(mended)).toEqual([0, undefined]);
  });

  it('are sent again where the service has dropped them', async () => {
    rig = new SendingRig();
    scenario('restarted-job');
    const first = await send(old);
    const { 'no-entry': dropped = 0 } = countsOf(first.run);
    expect(dropped).toBeGreaterThan(0);
    expect(await changesOf(old)).toEqual([dropped, { failed: 0, unanswered: dropped, unsure: 0 }]);
  });

  it('are known when the log is read later, unless something newer was sent about them', async () => {
    rig = new SendingRig();
    scenario('taken-names');
    const { id } = await send(old, {}, false);
    expect(await changesOf(old)).toEqual([0, undefined]);
    await rig.during((await rig.during(verifyRun(rig.context, { run: id, opened: rig.open(), follows: true }))).ended);
    const { failed = 0 } = countsOf((await shownRun(rig.store, id)).run);
    expect(await changesOf(old)).toEqual([failed, { failed, unanswered: 0, unsure: 0 }]);
    rig.sandbox.setScenario(healthy);
    const mended = mendedOf((await shownRun(rig.store, id)).run);
    await send(mended, CHANGES);
    await rig.during((await rig.during(verifyRun(rig.context, { run: id, opened: rig.open(), follows: true }))).ended);
    expect(await changesOf(mended)).toEqual([0, undefined]);
  });
});

describe('a run that was stopped before a newer one', () => {
  const resumption = (run: string, csv: string) =>
    rig.during(
      prepareResume(rig.context, {
        run,
        planner: rig.planner(csv),
        connection: rig.connection(),
        opened: rig.open(),
        predicts: false,
      }),
    );

  it('overwrites nobody of it, though the newer one was removed', async () => {
    rig = new SendingRig();
    const stopped = await sendPart(old, 1);
    const newer = await send(moved);
    await removeRun(rig.store, newer.id);
    expect((await shownRun(rig.store, stopped.id)).kept.state.superseded.size).toBe(80);
    await expect(resumption(stopped.id, old)).rejects.toMatchObject({ reason: 'complete' });
    expect(await changesOf(moved)).toEqual([0, undefined]);
  });

  it.each([false, true])(
    'overwrites nobody whom the newer one may have sent; it was removed: %s',
    async (isRemoved) => {
      rig = new SendingRig();
      const stopped = await sendPart(old, 1);
      const fault = ({ operation }: { readonly operation: string }) =>
        operation === 'upload' ? { isAnswerLost: true as const } : undefined;
      rig.sandbox.setScenario({ ...healthy, name: 'losing', effects: { fault } });
      const prepared: Preparation = await rig.prepare(moved);
      const newer = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
      await rig.during(paused(newer));
      newer.stop();
      await rig.during(newer.ended);
      rig.sandbox.setScenario(healthy);
      expect(newer.status.accepted).toBe(0);
      const why = await whyKeepRun(rig.store, newer.id);
      expect(why?.cause).toContain(`It is not known whether the service took all requests of run ${newer.id}`);
      expect(removeDetail('Contoso', why)).toMatch(
        /nobody can find out\. Read its log first, or resume it\. Its plan and/,
      );
      expect(await whyKeepRun(rig.store, stopped.id)).toBeUndefined();
      expect(removeDetail('Contoso', undefined)).toMatch(/^Its plan and its journal are deleted/);
      if (isRemoved) await removeRun(rig.store, newer.id);
      else await discardRun({ store: rig.store }, newer.id);
      if (isRemoved) expect((await shownRun(rig.store, stopped.id)).kept.state.superseded.size).toBeGreaterThan(0);
      else expect((await resumption(stopped.id, old)).superseded.count).toBeGreaterThan(0);
    },
  );

  it('overwrites nobody of newer ones, however many came after them', async () => {
    rig = new SendingRig();
    const stopped = await sendPart(old, 1);
    await send(moved);
    for (let day = 1; day < 6; day++) {
      await rig.during(rig.clock.delay(86_400_000));
      await send(moved.replace('Member 1,', `Somebody ${String(day)},`), CHANGES);
    }
    const { superseded } = await resumption(stopped.id, old);
    expect(superseded.count).toBe(80);
  });
});
