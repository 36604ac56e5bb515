import { afterEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../src/core/run/target';
import { refused } from '../../../src/sandbox/message';
import { healthy } from '../../../src/sandbox/scenarios/healthy';
import type { ActiveRun } from '../../../src/sending/activeRun';
import type { ResumeRequest, Resumption } from '../../../src/sending/keptRuns';
import type { Planner } from '../../../src/sending/planner';
import { prepareResume, resumeRun } from '../../../src/sending/resumeRun';
import { startRun } from '../../../src/sending/startRun';
import { countsOf, paused, shownRun, yes } from '../../support/sending/runsOf';
import { extract, MAPPING, SendingRig } from '../../support/sending/sendingRig';

let rig: SendingRig;
afterEach(() => rig.close());

const csv = extract(1, 120);

/** A run that stopped after its first request, because the service had refused the caller. */
async function stopped(content = csv): Promise<ActiveRun> {
  const fault = ({ operation, ordinal }: { readonly operation: string; readonly ordinal: number }) =>
    operation === 'upload' && ordinal > 1 ? { answer: refused(403, 'Forbidden', 'Not you.') } : undefined;
  rig.sandbox.setScenario({ ...healthy, name: 'forbidding', effects: { fault } });
  const prepared = await rig.prepare(content);
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
  await rig.during(paused(active));
  expect(active.status).toMatchObject({ phase: 'paused', accepted: 1, pause: { why: 'refused' } });
  active.stop();
  await rig.during(active.ended);
  rig.sandbox.setScenario(healthy);
  return active;
}

function prepare(run: string, more: Partial<ResumeRequest> = {}): Promise<Resumption> {
  const over = { planner: rig.planner(csv), connection: rig.connection(), opened: rig.open(), predicts: false };
  return rig.during(prepareResume(rig.context, { run, ...over, ...more }));
}

async function resume(resumption: Resumption): Promise<ActiveRun> {
  const active = await rig.during(resumeRun(rig.context, resumption, yes(resumption.file), { follows: true }));
  await rig.during(active.ended);
  return active;
}

/** A version of the program that makes something else of the same extract and mapping. */
function ofAnotherVersion(): Planner {
  const { mapping } = rig.planner(csv);
  if (mapping === undefined) throw new Error('An extract has a mapping.');
  return { ...rig.planner(csv, `${MAPPING}title = [Name]\n`), mapping };
}

describe('a run that was stopped', () => {
  it('goes on where it stopped, with the same bytes and without asking again', async () => {
    rig = new SendingRig();
    const { id } = await stopped();
    const resumption = await prepare(id);
    expect([resumption.isOld, resumption.findings, resumption.superseded.count]).toEqual([false, [], 0]);
    const before = rig.received.length;
    const active = await resume(resumption);
    expect([active.id, active.status.phase, countsOf(active.run)]).toEqual([id, 'complete', { created: 120 }]);
    // The refused one, and the one that was never begun
    expect(rig.received.slice(before)).toHaveLength(2);
    await expect(prepare(id)).rejects.toMatchObject({ reason: 'complete' });
  });

  it('asks again after a day', async () => {
    rig = new SendingRig();
    const { id } = await stopped();
    await rig.during(rig.clock.delay(25 * 3_600_000));
    const resumption = await prepare(id);
    expect(resumption.isOld).toBe(true);
    expect(resumption.findings.map((finding) => finding.id)).toContain('G2');
    const { plan } = resumption.file;
    const unasked = resumeRun(
      rig.context,
      { ...resumption, decision: 'ask' },
      { plan: 'another', by: '--confirm' },
      { follows: true },
    );
    await expect(rig.during(unasked)).rejects.toMatchObject({ reason: 'changed' });
    expect((await resume(resumption)).status.phase).toBe('complete');
    expect((await shownRun(rig.store, id)).kept.state.confirmed?.plan).toBe(plan);
  });

  it('is not resumed when newer ones may have been deleted for their age', async () => {
    rig = new SendingRig();
    const { id } = await stopped();
    await rig.during(rig.clock.delay(91 * 86_400_000));
    await expect(prepare(id)).rejects.toMatchObject({ reason: 'changed', offersRest: true });
  });

  const other: Partial<Target> = { tenantId: '00000000-0000-4000-8000-000000000000' };
  it.each([
    ['the extract', 'source', () => ({ planner: rig.planner(csv.replace('Person 7,', 'Person 70,')) })],
    ['the extract, which is shorter', 'source', () => ({ planner: rig.planner(extract(1, 119)) })],
    ['the mapping', 'mapping', () => ({ planner: rig.planner(csv, `${MAPPING}\n# Another line\n`) })],
    ['the program, which makes other requests of the same', 'converter', () => ({ planner: ofAnotherVersion() })],
    ['the tenant that is signed in to', 'tenant', () => ({ opened: rig.open(other) })],
    ['the job', 'target', () => ({ opened: rig.open({ jobId: 'API2AAD.other' }) })],
    ['the cloud', 'target', () => ({ opened: rig.open({ cloud: 'china' }) })],
    ['the sandbox, which was reset', 'target', () => ({ opened: rig.open({ instance: '9' }) })],
  ] as const)(
    'does not go on with another version of %s, and says that a new plan may have the rest',
    async (_, reason, change) => {
      rig = new SendingRig();
      const { id } = await stopped();
      const before = rig.received.length;
      await expect(prepare(id, change())).rejects.toMatchObject({ reason, offersRest: true });
      // Nor where it changes after it was made ready
      const resumption = await prepare(id);
      const { opened } = change() as Partial<ResumeRequest>;
      if (opened !== undefined) {
        const request = { ...resumption.request, opened };
        await expect(resume({ ...resumption, request })).rejects.toMatchObject({ reason });
      }
      expect(rig.received).toHaveLength(before);
    },
  );

  it('leaves out people whom a newer run has, with the others of their requests', async () => {
    rig = new SendingRig();
    const { id } = await stopped();
    const bits = new Uint8Array(15);
    bits[7] = 0b0001_1000;
    const newer = await rig.prepare(csv, { records: { bits, reason: { kind: 'rest', run: id } } });
    expect(newer.file.counts).toMatchObject({ operations: 2, unselected: 118 });
    await rig.during((await rig.during(startRun(rig.context, newer, yes(newer.file), { follows: true }))).ended);
    const resumption = await prepare(id);
    expect(resumption.superseded).toEqual({
      count: 2,
      first: [
        { record: 60, line: 61 },
        { record: 61, line: 62 },
      ],
    });
    const before = rig.received.length;
    const active = await resume(resumption);
    expect(rig.received.slice(before).map((body) => body.includes('"externalId":"60"'))).toEqual([false]);
    expect(countsOf(active.run)).toEqual({ created: 70, cancelled: 50 });
    const { kept } = await shownRun(rig.store, id);
    expect([...kept.state.superseded]).toEqual([
      [60, newer.run],
      [61, newer.run],
    ]);
  });
});
