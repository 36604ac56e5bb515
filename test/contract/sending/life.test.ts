import { afterEach, describe, expect, it } from 'vitest';
import { plannedRecord } from '../../../src/core/run/plan';
import { refused } from '../../../src/sandbox/message';
import { otherwiseThanPredicted } from '../../../src/core/run/prediction/predictedOutcomes';
import { accidentalDeletions } from '../../../src/sandbox/scenarios/accidentalDeletions';
import { healthy } from '../../../src/sandbox/scenarios/healthy';
import type { Effects } from '../../../src/sandbox/scenarios/scenario';
import { openRun } from '../../../src/sending/openRun';
import type { ActiveRun } from '../../../src/sending/activeRun';
import type { FollowOptions } from '../../../src/sending/confirmation';
import { declineRun } from '../../../src/sending/declineRun';
import { discardRun } from '../../../src/sending/discardRun';
import type { Preparation } from '../../../src/sending/preparation';
import { prepareSending } from '../../../src/sending/prepareSending';
import { failuresOf, restOf } from '../../../src/sending/selections';
import { startRun } from '../../../src/sending/startRun';
import { verifyRun } from '../../../src/sending/verifyRun';
import { UnknownOutcomeError } from '../../../src/tenant/errors';
import { bulkBody, person } from '../../support/people';
import { countsOf, paused, shownRun, until, yes } from '../../support/sending/runsOf';
import { extract, SendingRig } from '../../support/sending/sendingRig';

let rig: SendingRig;
afterEach(() => rig.close());

function start(prepared: Preparation, follow: FollowOptions = { follows: true }): Promise<ActiveRun> {
  return rig.during(startRun(rig.context, prepared, yes(prepared.file), follow));
}

async function sent(csv: string, more: Parameters<SendingRig['prepare']>[1] = {}): Promise<ActiveRun> {
  const active = await start(await rig.prepare(csv, more));
  await rig.during(active.ended);
  return active;
}

/** A request that nobody answers until it is given up. */
function unanswered(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const lost = new UnknownOutcomeError('Nobody knows.', { remedy: 'Look at the log.', ownWords: 'Nobody knows.' });
    signal?.addEventListener('abort', () => reject(lost));
  });
}

function scenario(effects: Effects): void {
  rig.sandbox.setScenario({ ...healthy, name: 'of this test', effects });
}

describe('a plan on its way', () => {
  it('is prepared, confirmed, sent, followed and closed, and the journal says the same as the account', async () => {
    rig = new SendingRig();
    const csv = extract(1, 120);
    const preparation = await rig.prepare(csv);
    const { file, decision } = preparation;
    expect([file.batches.length, file.counts.operations, decision]).toEqual([3, 120, 'pass']);
    const active = await rig.during(
      startRun(rig.context, preparation, { plan: file.plan, by: 'nothing-asked' }, { follows: true }),
    );
    const phases = new Set<string>();
    active.onDidChange(() => phases.add(active.status.phase));
    expect(await rig.during(active.ended)).toMatchObject({ phase: 'complete', requests: 3, accepted: 3 });
    expect([...phases]).toEqual(['sending', 'awaiting-log', 'complete']);
    expect(countsOf(active.run)).toEqual({ created: 120 });
    expect(rig.received).toHaveLength(3);
    const { kept, run, isNamed } = await shownRun(rig.store, active.id);
    expect(countsOf(run)).toEqual({ created: 120 });
    expect(kept.state.closed?.counts).toMatchObject({ created: 120 });
    expect([isNamed, plannedRecord(run.plan, 0).externalId]).toEqual([false, undefined]);
    const named = await rig.during(shownRun(rig.store, active.id, rig.planner(csv)));
    expect([named.isNamed, plannedRecord(named.run.plan, 0).externalId]).toEqual([true, '1']);
    const again = await openRun(rig.store, active.id, named);
    expect(again).toMatchObject({ isNamed: true, run: { plan: named.run.plan } });
    const other = await rig.during(shownRun(rig.store, active.id, rig.planner(extract(1, 119))));
    expect(other.isNamed).toBe(false);
  });

  it('keeps what was predicted of each record, by which it is seen what came out otherwise', async () => {
    rig = new SendingRig();
    const csv = extract(1, 3);
    const preparation = await rig.prepare(csv, { predicts: true });
    // Somebody else is quicker
    const { tenant } = rig.open();
    await rig.during(tenant.upload(bulkBody(person('2', { displayName: 'Another name' }))));
    await rig.during(rig.clock.delay(60_000));
    const active = await start(preparation);
    await rig.during(active.ended);
    const live = active.run.account.records;
    const { run } = await shownRun(rig.store, active.id);
    const named = await rig.during(shownRun(rig.store, active.id, rig.planner(csv)));
    for (const records of [live, run.account.records, named.run.account.records]) {
      expect(Array.from(records, ({ predicted }) => predicted)).toEqual(['created', 'created', 'created']);
      expect(otherwiseThanPredicted(records)).toEqual({ count: 1, groups: ['1 predicted created, updated'] });
    }
  });

  it('says of its job whether the service stops accidental deletions', async () => {
    rig = new SendingRig();
    const said = async () => {
      const prepared = await rig.prepare(extract(1, 3));
      await prepared.discard();
      const found = prepared.findings.find(({ id }) => id === 'G11');
      return [found?.decision, found?.message];
    };
    expect(await said()).toEqual([
      'pass',
      'The job is active. Accidental deletions prevention is off: the service does not stop them.',
    ]);
    rig.sandbox.setScenario(accidentalDeletions);
    expect(await said()).toEqual(['pass', 'The job is active. The service stops accidental deletions.']);
  });

  it('of a sending that is not followed the log can be read later', async () => {
    rig = new SendingRig();
    const active = await start(await rig.prepare(extract(1, 60)), { follows: false });
    expect(await rig.during(active.ended)).toMatchObject({ phase: 'awaiting-log', accepted: 2 });
    await rig.during(rig.clock.delay(60_000));
    const verified = await rig.during(verifyRun(rig.context, { run: active.id, opened: rig.open() }));
    expect(await rig.during(verified.ended)).toMatchObject({ phase: 'complete' });
    expect(countsOf((await shownRun(rig.store)).run)).toEqual({ created: 60 });
  });

  it('goes by the same hash and bytes when it is planned again a minute later', async () => {
    rig = new SendingRig();
    const [first, later] = [await rig.prepare(extract(1, 60)), await rig.prepare(extract(1, 60))];
    expect(later.file.plan).toBe(first.file.plan);
    await first.discard();
    const active = await start(later);
    await rig.during(active.ended);
    expect(countsOf(active.run)).toEqual({ created: 60 });
  });

  it('is kept with nobody sent when a person says no', async () => {
    rig = new SendingRig();
    const prepared = await rig.prepare(extract(1, 60));
    const id = await rig.during(declineRun(rig.context, prepared));
    const { run, status } = await shownRun(rig.store, id);
    expect([status.phase, countsOf(run), rig.received]).toEqual(['blocked', { 'not-sent': 60 }, []]);
  });
});

describe('the first people alone', () => {
  it('are waited for, and the others follow when somebody has looked', async () => {
    rig = new SendingRig({ kind: 'real' });
    const prepared = await rig.prepare(extract(1, 60));
    // Nothing was sent to this job before
    expect([prepared.file.pilot, prepared.file.batches.map(({ operations }) => operations)]).toEqual([5, [5, 50, 5]]);
    const active = await start(prepared);
    await rig.during(paused(active));
    expect(active.status).toMatchObject({ phase: 'pilot', accepted: 1, pause: { why: 'pilot' } });
    expect(active.status.pause?.cause).toBe('The first 5 people were sent alone: 5 created.');
    expect([rig.received.length, countsOf(active.run)]).toEqual([1, { created: 5, planned: 55 }]);
    active.resume();
    expect(await rig.during(active.ended)).toMatchObject({ phase: 'complete', accepted: 3 });
    expect(countsOf(active.run)).toEqual({ created: 60 });
  });

  it('are followed by the others at once where that was wanted, unless one of them failed', async () => {
    rig = new SendingRig({ kind: 'real' });
    const well = await start(await rig.prepare(extract(1, 20)), { follows: true, passesPilot: true });
    expect(await rig.during(well.ended)).toMatchObject({ phase: 'complete', accepted: 2 });
    scenario({ takenNames: 2 });
    const pilot = { first: 4 };
    const ill = await start(await rig.prepare(extract(101, 120), { pilot }), { follows: true, passesPilot: true });
    await rig.during(paused(ill));
    expect(ill.status.pause?.cause).toContain('failed');
    ill.stop();
    expect(await rig.during(ill.ended)).toMatchObject({ phase: 'pilot', accepted: 1 });
  });
});

describe('another run of the same job', () => {
  it('is refused while one is being sent, and learns who is sending', async () => {
    rig = new SendingRig();
    const [one, other] = [await rig.prepare(extract(1, 60)), await rig.prepare(extract(31, 90))];
    const active = await start(one, { follows: false });
    const second = rig.contextOf(rig.openStore('VS Code'));
    await expect(rig.during(startRun(second, other, yes(other.file), { follows: false }))).rejects.toMatchObject({
      reason: 'busy',
      holder: { pid: process.pid, program: 'command line' },
    });
    await rig.during(active.ended);
    // What was sent since is not in what this plan was compared with
    await expect(rig.during(startRun(second, other, yes(other.file), { follows: false }))).rejects.toMatchObject({
      reason: 'changed',
    });
    const again = await rig.prepare(extract(31, 90));
    const next = await start(again, { follows: true });
    expect(await rig.during(next.ended)).toMatchObject({ phase: 'complete' });
    expect(countsOf(next.run)).toEqual({ created: 30, unchanged: 30 });
  });

  it.each([3_600_000, -3_600_000])(
    'has entries of its own, though the clock of the tenant is %d ms ahead',
    async (ahead) => {
      rig = new SendingRig();
      scenario({ clockOffset: ahead });
      const first = await sent(extract(1, 3));
      const second = await sent(extract(1, 3));
      expect([countsOf(first.run), countsOf(second.run)]).toEqual([{ created: 3 }, { unchanged: 3 }]);
      const { run } = await shownRun(rig.store, second.id);
      expect([run.since, countsOf(run)]).toEqual([second.run.since, { unchanged: 3 }]);
    },
  );

  it('has entries of its own, though the tenant tells its time only with the first answer', async () => {
    rig = new SendingRig();
    scenario({
      clockOffset: 3_600_000,
      fault: ({ operation }) =>
        operation === 'jobs' ? { answer: { status: 200, html: '<h1>Sign in</h1>' } } : undefined,
    });
    const first = await sent(extract(1, 3));
    const second = await sent(extract(1, 3));
    expect([countsOf(first.run), countsOf(second.run)]).toEqual([{ created: 3 }, { unchanged: 3 }]);
  });

  it('takes no entry that one before it still waits for', async () => {
    rig = new SendingRig();
    scenario({ job: { kind: 'paused' } });
    const first = await start(await rig.prepare(extract(1, 3)), { follows: false });
    await rig.during(first.ended);
    await rig.during(rig.clock.delay(1000));
    const second = await start(await rig.prepare(extract(1, 3)), { follows: false });
    await rig.during(second.ended);
    rig.sandbox.setScenario(healthy);
    await rig.during(rig.clock.delay(60_000));
    for (const { id } of [second, first])
      await rig.during((await rig.during(verifyRun(rig.context, { run: id, opened: rig.open() }))).ended);
    const [one, other] = [await shownRun(rig.store, first.id), await shownRun(rig.store, second.id)];
    expect([countsOf(one.run), countsOf(other.run)]).toEqual([{ created: 3 }, { unchanged: 3 }]);
  });

  it('waits until of the one before it is known what was taken', async () => {
    let isDeaf = true;
    rig = new SendingRig({
      upload: (upload) => (body, signal) => (isDeaf ? unanswered(signal) : upload(body, signal)),
    });
    const active = await start(await rig.prepare(extract(1, 30)), { follows: false });
    await rig.during(until(active, ({ run }) => run.account.counts.sending > 0));
    active.stopAtOnce();
    expect(await rig.during(active.ended)).toMatchObject({ phase: 'paused', accepted: 0 });
    expect(countsOf(active.run)).toEqual({ unknown: 30 });
    isDeaf = false;
    const next = await rig.prepare(extract(31, 60));
    const refusal = rig.during(startRun(rig.context, next, yes(next.file), { follows: true }));
    await expect(refusal).rejects.toMatchObject({ reason: 'unsettled', run: active.id });
    await rig.during(discardRun(rig.context, active.id));
    const later = await start(next);
    expect(await rig.during(later.ended)).toMatchObject({ phase: 'complete' });
  });
});

describe('those for whom it did not come well', () => {
  it('are chosen from the source as it is now, by their ids', async () => {
    rig = new SendingRig();
    scenario({
      fault: ({ operation, ordinal }) =>
        operation === 'upload' && ordinal === 2 ? { answer: refused(400, 'BadRequest', 'No.') } : undefined,
    });
    const active = await start(await rig.prepare(extract(1, 120)), { follows: false });
    await rig.during(paused(active));
    active.stop();
    await rig.during(active.ended);
    const shown = await shownRun(rig.store);
    expect(countsOf(shown.run)).toEqual({ waiting: 50, rejected: 50, 'not-sent': 20 });
    // Somebody has taken out a line in the meantime, and put one in
    const now = extract(52, 130);
    const failures = await rig.during(failuresOf(rig.store, shown, rig.planner(now)));
    expect([failures?.count, failures?.reason]).toEqual([69, { kind: 'failures', run: active.id }]);
    const rest = await rig.during(restOf(rig.store, shown, rig.planner(now)));
    if (rest === undefined) throw new Error('The extract can be read.');
    scenario({});
    const answer = await rig.during(prepareSending(rig.context, rig.request(now, { records: rest })));
    if (answer.kind !== 'prepared') throw new Error(answer.kind);
    expect([answer.file.selection, answer.file.counts.operations]).toEqual([rest.reason, 69]);
  });
});

it('only those who changed are sent, when it is known what the job was sent last', async () => {
  rig = new SendingRig();
  const changes = { onlyChanges: true };
  const asked = await rig.during(prepareSending(rig.context, rig.request(extract(1, 60), changes)));
  expect(asked).toMatchObject({ kind: 'needs-all' });
  await sent(extract(1, 60));
  const next = extract(1, 62).replace('Person 7,A', 'Anna,A').replace('user9,Person 9,A', 'user9,Person 9,T');
  const prepared = await rig.prepare(next, changes);
  expect(prepared.file.counts).toMatchObject({ records: 62, operations: 4, unchanged: 58 });
  expect(prepared.facts.comparison).toMatchObject({ known: { joiners: { count: 2 }, leavers: { count: 1 } } });
  const active = await start(prepared);
  await rig.during(active.ended);
  expect(countsOf(active.run)).toEqual({ created: 2, updated: 1, disabled: 1, excluded: 58 });
  // What was sent of some is what they were last sent
  const unchanged = await rig.prepare(next, changes);
  expect(unchanged.file.counts.operations).toBe(0);
  // The very same once more: who has been disabled today counts
  const whole = await rig.prepare(next);
  expect(whole.facts).toMatchObject({ disabledToday: { known: 1 }, sameBodiesAt: { known: undefined } });
  const first = await start(whole);
  await rig.during(first.ended);
  const same = await rig.prepare(next);
  expect(same.findings.find(({ id }) => id === 'G13')).toMatchObject({ decision: 'ask', run: first.id });
});
