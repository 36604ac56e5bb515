import { expect, it } from 'vitest';
import type { PlanFile } from '../../../src/core/journal/planFile';
import { hashBody } from '../../../src/extract/hashBody';
import type { Confirmation } from '../../../src/sending/confirmation';
import { openRun } from '../../../src/sending/openRun';
import type { ShownRun } from '../../../src/sending/keptRuns';
import { prepareResume, resumeRun } from '../../../src/sending/resumeRun';
import { prepareSending } from '../../../src/sending/prepareSending';
import { SendingRefusal } from '../../../src/sending/sendingRefusal';
import { startRun } from '../../../src/sending/startRun';
import { verifyRun } from '../../../src/sending/verifyRun';
import type { Death } from '../../support/sending/mortalStore';
import { MortalStore } from '../../support/sending/mortalStore';
import { extract, SendingRig } from '../../support/sending/sendingRig';

const PEOPLE = 101;
const FOLLOW = { follows: true };
const csv = extract(1, PEOPLE);

function yes({ plan }: Pick<PlanFile, 'plan'>): Confirmation {
  return { plan, by: '--confirm' };
}

/** Sends in a process that dies at a step, or lives to the end; gives the steps of its journal. */
async function sendMortally(rig: SendingRig, death?: Death): Promise<MortalStore> {
  const mortal = new MortalStore(rig.openStore(), death);
  const context = rig.contextOf(mortal.store);
  const work = async (): Promise<void> => {
    const prepared = await prepareSending(context, rig.request(csv));
    if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
    const active = await startRun(context, prepared, yes(prepared.file), FOLLOW);
    await active.ended;
  };
  await rig.during(Promise.race([work(), mortal.dead]));
  return mortal;
}

async function onlyRun(rig: SendingRig): Promise<ShownRun> {
  const [summary] = await rig.store.list();
  const shown = await openRun(rig.store, summary?.id ?? '');
  if (shown === undefined || !('run' in shown)) throw new Error('There is no run.');
  return shown;
}

/** Goes on with what is left, in a process that lives. */
async function goOn(rig: SendingRig): Promise<void> {
  const { kept } = await onlyRun(rig);
  const opened = rig.open();
  const over = { run: kept.id, opened, planner: rig.planner(csv) };
  const work = async (): Promise<void> => {
    try {
      const resumption = await prepareResume(rig.context, { ...over, connection: rig.connection(), predicts: false });
      await (
        await resumeRun(rig.context, resumption, yes(resumption.file), FOLLOW)
      ).ended;
    } catch (error) {
      if (!(error instanceof SendingRefusal) || error.reason !== 'complete') throw error;
      await (
        await verifyRun(rig.context, { ...over, follows: true })
      ).ended;
    }
  };
  await rig.during(work());
}

/** How often the service received each request of the plan. */
function receipts({ received }: SendingRig, { batches }: PlanFile): readonly number[] {
  const hashes = received.map((body) => hashBody(body));
  expect(hashes.filter((hash) => !batches.some((batch) => batch.hash === hash))).toEqual([]);
  return batches.map(({ hash }) => hashes.filter((each) => each === hash).length);
}

const rehearsal = new SendingRig();
const { steps } = await sendMortally(rehearsal);
rehearsal.close();
// Of what the log answers, which is written down person by person, the first and the last
const numbers = steps.map((_, index) => index + 1);
const first = steps.indexOf('reconciled') + 1;
const last = steps.lastIndexOf('reconciled') + 1;
const deaths = numbers
  .filter((step) => step <= first || step >= last)
  .flatMap((step) => (['before', 'after'] as const).map((when) => ({ step, when, type: steps[step - 1] })));

it('the journal of a run has every kind of step', () => {
  expect([...new Set(steps)]).toEqual([
    'confirmed',
    'tenant-clock',
    'attempt-start',
    'attempt-end',
    'reconciled',
    'log-read',
    'closed',
  ]);
  expect(steps.filter((type) => type === 'attempt-start')).toHaveLength(3);
});

it.each(deaths)(
  'a process that dies $when step $step ($type) loses nothing, and repeats nothing in silence',
  async (death) => {
    const rig = new SendingRig();
    try {
      await sendMortally(rig, death);
      const dead = await onlyRun(rig);
      const { batches } = dead.kept.plan;
      const before = receipts(rig, dead.kept.plan);
      for (const { number, state } of dead.run.account.batches) {
        const count = before[number - 1] ?? 0;
        // What is said to be accepted was received, and what is said not to be was not
        if (state === 'accepted') expect(count).toBeGreaterThan(0);
        if (state === 'planned' || state === 'not-sent') expect(count).toBe(0);
      }
      await goOn(rig);
      const { run, kept } = await onlyRun(rig);
      const after = receipts(rig, kept.plan);
      const { counts, batches: account } = run.account;
      expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([['created', PEOPLE]]);
      expect(account.map(({ state }) => state)).toEqual(batches.map(() => 'accepted'));
      expect(after.every((count) => count >= 1 && count <= 2)).toBe(true);
      for (const { number, maybeTwice, attempts } of account) {
        if ((after[number - 1] ?? 0) > 1) expect(maybeTwice).toBe(true);
        if (maybeTwice) expect(attempts).toBeGreaterThan(1);
      }
      expect(kept.state.phase).toBe('complete');
    } finally {
      rig.close();
    }
  },
);
