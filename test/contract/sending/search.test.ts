import { afterEach, describe, expect, it } from 'vitest';
import type { GuardLimits } from '../../../src/core/guards/guardLimits';
import { searchRequests } from '../../../src/core/journal/search';
import type { Refused } from '../../../src/sandbox/message';
import { refused } from '../../../src/sandbox/message';
import { healthy } from '../../../src/sandbox/scenarios/healthy';
import type { ActiveRun } from '../../../src/sending/activeRun';
import type { ResumeRequest } from '../../../src/sending/keptRuns';
import type { Preparation } from '../../../src/sending/preparation';
import { prepareResume, resumeRun } from '../../../src/sending/resumeRun';
import { prepareSearch } from '../../../src/sending/search/prepareSearch';
import { startRun } from '../../../src/sending/startRun';
import { UnknownOutcomeError } from '../../../src/tenant/errors';
import { isOver } from '../../../src/sending/live/batchStatus';
import type { Death } from '../../support/sending/mortalStore';
import { MortalStore } from '../../support/sending/mortalStore';
import { countsOf, paused, shownRun, yes } from '../../support/sending/runsOf';
import { extract, MAPPING, SendingRig } from '../../support/sending/sendingRig';

/** The extract of the run that is searched. */
let csv: string;
/** Answers that a request of many people gets, by the ids in it; `undefined`: it is taken. */
type Judge = (ids: readonly string[], ordinal: number) => Refused | undefined;

let rig: SendingRig;
/** The ids of each request that reached the service, and of each that it took. */
let asked: (readonly string[])[] = [];
let taken: string[] = [];
/** Whether the answer to a request of these people is lost. */
let isLost: (ids: readonly string[], ordinal: number) => boolean = () => false;
afterEach(() => rig.close());

function idsOf(body: string): readonly string[] {
  return [...body.matchAll(/"externalId":"(\d+)"/g)].map(([, id]) => id ?? '');
}

function begin(limits: Partial<GuardLimits> = {}, people = extract(1, 120)): void {
  csv = people;
  asked = [];
  taken = [];
  isLost = () => false;
  rig = new SendingRig({
    limits,
    upload: (upload) => async (body, signal) => {
      const ids = idsOf(body);
      asked.push(ids);
      if (isLost(ids, asked.length)) throw new UnknownOutcomeError('The answer was lost.', { remedy: 'Wait.' });
      const receipt = await upload(body, signal);
      taken.push(...ids);
      return receipt;
    },
  });
}

function judgeBy(judge: Judge): void {
  const fault = ({ operation }: { readonly operation: string }) => {
    const answer = operation === 'upload' ? judge(asked.at(-1) ?? [], asked.length) : undefined;
    return answer === undefined ? undefined : { answer };
  };
  rig.sandbox.setScenario({ ...healthy, name: 'judging', effects: { fault } });
}

/** Refuses every request that contains one of these people. */
function refusing(...bad: readonly string[]): Judge {
  return (ids) =>
    ids.some((id) => bad.includes(id)) ? refused(400, 'BadRequest', 'An operation is not valid.') : undefined;
}

/** A run whose second request, of the people 51 to 100, was refused. */
async function stopped(judge: Judge): Promise<string> {
  judgeBy(judge);
  const prepared = await rig.prepare(csv);
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
  await rig.during(paused(active));
  active.stop();
  await rig.during(active.ended);
  expect(active.status).toMatchObject({ phase: 'paused', accepted: 1, pause: { why: 'refused' }, searchable: 2 });
  asked = [];
  return active.id;
}

function requestFor(run: string, more: Partial<ResumeRequest> = {}): ResumeRequest {
  return {
    run,
    planner: rig.planner(csv),
    connection: rig.connection(),
    opened: rig.open(),
    predicts: false,
    ...more,
  };
}

async function planned(run: string, more: Partial<ResumeRequest> = {}): Promise<Preparation> {
  const answer = await rig.during(prepareSearch(rig.context, requestFor(run, more)));
  if (answer.kind !== 'prepared') throw new Error(answer.kind);
  return answer;
}

async function search(run: string): Promise<ActiveRun> {
  const prepared = await planned(run);
  const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: true }));
  await rig.during(Promise.race([active.ended, paused(active)]));
  active.stop();
  await rig.during(active.ended);
  return active;
}

async function resumed(run: string): Promise<ActiveRun> {
  const resumption = await rig.during(prepareResume(rig.context, requestFor(run)));
  const active = await rig.during(resumeRun(rig.context, resumption, yes(resumption.file), { follows: true }));
  await rig.during(active.ended);
  return active;
}

/** The ids of those who are in a state. */
function whoIs(active: Pick<ActiveRun, 'run'>, state: string): readonly (string | undefined)[] {
  return [...active.run.account.records].flatMap((record) => (record.state === state ? [record.externalId] : []));
}

const others = (...bad: readonly string[]): readonly string[] =>
  Array.from({ length: 50 }, (_, index) => String(index + 51)).filter((id) => !bad.includes(id));

describe('the search in a refused request', () => {
  it.each(['51', '52', '63', '75', '76', '88', '99', '100'])(
    'finds the one at fault in no more than 11 requests: %s',
    async (bad) => {
      begin();
      const id = await stopped(refusing(bad));
      const active = await search(id);
      expect(asked.length).toBeLessThanOrEqual(2 * Math.log2(50));
      expect(countsOf(active.run)).toEqual({ excluded: 70, created: 49, rejected: 1 });
      expect(whoIs(active, 'rejected')).toEqual([bad]);
      expect(asked.filter((ids) => ids.length === 1 && ids[0] === bad)).toHaveLength(1);
      // Everybody else was taken, once
      expect(taken.slice(50).toSorted()).toEqual(others(bad).toSorted());
      expect(active.status).toMatchObject({ phase: 'complete', isSearch: true });
      expect(active.status.searchable).toBeUndefined();
    },
  );

  it('says why in the words of the service, and keeps on the disk our own alone', async () => {
    begin();
    const id = await stopped(refusing('77'));
    const active = await search(id);
    const found = [...active.run.account.records].find(({ state }) => state === 'rejected');
    expect(found).toMatchObject({ externalId: '77', line: 78 });
    expect(found?.cause).toContain('BadRequest: An operation is not valid.');
    const { run, isNamed } = await shownRun(rig.store, active.id, rig.planner(csv));
    const kept = [...run.account.records].find(({ state }) => state === 'rejected');
    expect([isNamed, kept?.externalId, kept?.cause]).toEqual([
      true,
      '77',
      'The service refused the request with 400. The request contained only this record.',
    ]);
    expect(countsOf(run)).toEqual(countsOf(active.run));
  });

  it('goes on to find several, and all of them', async () => {
    begin();
    const id = await stopped(refusing('60', '91'));
    const active = await search(id);
    expect(countsOf(active.run)).toEqual({ excluded: 70, created: 48, rejected: 2 });
    expect(whoIs(active, 'rejected')).toEqual(['60', '91']);
    expect(taken.slice(50).toSorted()).toEqual(others('60', '91').toSorted());
    rig.close();
    begin();
    const all = await search(await stopped(refusing(...others())));
    expect(countsOf(all.run)).toEqual({ excluded: 70, rejected: 50 });
    expect(asked).toHaveLength(searchRequests(50).all);
    expect(taken).toHaveLength(50);
  });

  it('accuses nobody where only several together are refused', async () => {
    begin();
    const pair: Judge = (ids) => (['55', '95'].every((id) => ids.includes(id)) ? refusing('55')(ids, 0) : undefined);
    const active = await search(await stopped(pair));
    expect(countsOf(active.run)).toEqual({ excluded: 70, created: 50 });
    expect(taken.slice(50).toSorted()).toEqual(others().toSorted());
  });

  it('lets the run itself go on with its other requests', async () => {
    begin();
    const id = await stopped(refusing('77'));
    await search(id);
    const active = await resumed(id);
    expect(countsOf(active.run)).toEqual({ created: 70, rejected: 50 });
    expect(taken.toSorted()).toEqual(
      Array.from({ length: 120 }, (_, index) => String(index + 1))
        .filter((each) => each !== '77')
        .toSorted(),
    );
  });
});

describe('a run with several refused requests', () => {
  /** The run of {@link stopped}, once it has gone on to the next request that is refused. */
  async function stoppedTwice(...bad: readonly string[]): Promise<string> {
    begin({}, extract(1, 170));
    const id = await stopped(refusing(...bad));
    const resumption = await rig.during(prepareResume(rig.context, requestFor(id)));
    const active = await rig.during(resumeRun(rig.context, resumption, yes(resumption.file), { follows: false }));
    await rig.during(paused(active));
    active.stop();
    await rig.during(active.ended);
    return id;
  }
  const offered = async (id: string) =>
    (await rig.store.find(id))?.plan && (await shownRun(rig.store, id)).status.searchable;

  it('is searched one request after the other, and then offers no search', async () => {
    const id = await stoppedTwice('60', '70', '120');
    expect(await offered(id)).toBe(2);
    expect(whoIs(await search(id), 'rejected')).toEqual(['60', '70']);
    expect(await offered(id)).toBe(3);
    expect(whoIs(await search(id), 'rejected')).toEqual(['120']);
    expect(await offered(id)).toBeUndefined();
    await expect(planned(id)).rejects.toThrow('Every refused request of this run has been searched.');
    const everybody = Array.from({ length: 150 }, (_, index) => String(index + 1));
    expect(taken.toSorted()).toEqual(everybody.filter((each) => !['60', '70', '120'].includes(each)).toSorted());
  });

  it('is still offered a search of the request whose search was stopped', async () => {
    const id = await stoppedTwice('60', '120');
    judgeBy((ids, ordinal) => (ids.length < 20 ? refused(403, 'Forbidden', 'Not you.') : refusing('60')(ids, ordinal)));
    await search(id);
    expect(await offered(id)).toBe(2);
  });
});

describe('a search that is disturbed', () => {
  it('waits while the service takes no more, and sends the same bytes again', async () => {
    begin();
    const id = await stopped(refusing('77'));
    const throttled = refused(429, 'TooManyRequests', 'Later.', { 'Retry-After': '7' });
    judgeBy((ids, ordinal) => (ordinal % 2 === 1 ? throttled : refusing('77')(ids, ordinal)));
    const active = await search(id);
    expect(countsOf(active.run)).toEqual({ excluded: 70, created: 49, rejected: 1 });
    expect(whoIs(active, 'rejected')).toEqual(['77']);
    for (let place = 0; place + 1 < asked.length; place += 2) expect(asked[place + 1]).toEqual(asked[place]);
  });

  it('stops where the caller is refused, and goes on from there', async () => {
    begin();
    const id = await stopped(refusing('77'));
    judgeBy((ids, ordinal) => (ordinal === 4 ? refused(403, 'Forbidden', 'Not you.') : refusing('77')(ids, ordinal)));
    const active = await search(id);
    expect(active.status).toMatchObject({ phase: 'paused', pause: { why: 'refused' } });
    const counts = active.run.account.counts;
    expect(counts['not-sent'] + counts.created + counts.waiting).toBe(50);
    const again = await resumed(active.id);
    expect([countsOf(again.run), whoIs(again, 'rejected')]).toEqual([
      { excluded: 70, created: 49, rejected: 1 },
      ['77'],
    ]);
    expect(taken.slice(50).toSorted()).toEqual(others('77').toSorted());
  });

  it('says of a lost answer that people may have been sent twice, and never that they were not', async () => {
    begin();
    const id = await stopped(refusing('77'));
    isLost = (_, ordinal) => ordinal === 1;
    const active = await search(id);
    expect(asked[1]).toEqual(asked[0]);
    const twice = active.run.account.batches.filter(({ maybeTwice }) => maybeTwice);
    expect(twice).toHaveLength(25);
    expect(countsOf(active.run)).toEqual({ excluded: 70, created: 49, rejected: 1 });
  });

  it('does not call rejected whose earlier request may have been taken', async () => {
    begin();
    const id = await stopped(refusing('77'));
    let lost = 0;
    isLost = (ids) => ids.includes('77') && lost++ === 0;
    const active = await search(id);
    expect(countsOf(active.run)).toEqual({ excluded: 70, created: 49, 'given-up': 1 });
    expect(whoIs(active, 'given-up')).toEqual(['77']);
    const { run } = await shownRun(rig.store, active.id);
    expect([...run.account.records].find(({ record }) => record === 77)?.cause).toBe(
      'The service refused the request with 400. An earlier request with this record may have been accepted.',
    );
    expect(asked.filter((ids) => ids.length === 1 && ids[0] === '77')).toHaveLength(1);
  });
});

describe('a search whose process dies', () => {
  const bad = ['2', '4'];
  const well = ['1', '3'];

  it('comes to the same account wherever that is, once it is resumed', { timeout: 120_000 }, async () => {
    for (const [index, step] of (await rehearsed(bad)).entries())
      // Before any other line is as good as after the one before it
      for (const when of step === 'attempt-end' ? (['before', 'after'] as const) : (['after'] as const)) {
        const where = `${when} ${index + 1}: ${step}`;
        begin({}, extract(1, 4));
        await searchMortally(bad, { step: index + 1, when });
        const { kept } = await shownRun(rig.store);
        if (kept.state.batches.some((batch) => !isOver(batch))) await resumed(kept.id);
        const { run } = await shownRun(rig.store, kept.id, rig.planner(csv));
        const { counts } = run.account;
        expect(counts['not-sent'] + counts.unknown + counts.cancelled, where).toBe(0);
        // A request that was begun when the process died may have been taken, as far as anybody knows
        expect([...whoIs({ run }, 'rejected'), ...whoIs({ run }, 'given-up')].toSorted(), where).toEqual(bad);
        expect([...new Set(taken)].toSorted(), where).toEqual(well);
        for (const { externalId, batch } of run.account.records)
          if (taken.filter((id) => id === externalId).length > 1)
            expect(run.account.batches[(batch ?? 0) - 1]?.maybeTwice, `${where}: ${externalId}`).toBe(true);
        rig.close();
      }
    begin();
  });
});

/** Searches in a process that dies at a step, or lives to the end. */
async function searchMortally(bad: readonly string[], death?: Death): Promise<MortalStore> {
  judgeBy(refusing(...bad));
  const whole = await rig.prepare(csv);
  const refusedRun = await rig.during(startRun(rig.context, whole, yes(whole.file), { follows: false }));
  // Nothing else is left of it
  await rig.during(refusedRun.ended);
  const mortal = new MortalStore(rig.openStore(), death);
  const context = rig.contextOf(mortal.store);
  const prepared = await rig.during(prepareSearch(context, requestFor(refusedRun.id)));
  if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
  const work = async (): Promise<void> => {
    await (
      await startRun(context, prepared, yes(prepared.file), { follows: false })
    ).ended;
  };
  await rig.during(Promise.race([work(), mortal.dead]));
  return mortal;
}

/** The lines of the journal of a search that lives. */
async function rehearsed(bad: readonly string[]): Promise<MortalStore['steps']> {
  begin({}, extract(1, 4));
  const { steps } = await searchMortally(bad);
  rig.close();
  return steps;
}

describe('a search that is refused', () => {
  it('is for requests that were refused for what is in them', async () => {
    begin();
    judgeBy((ids) => (ids.includes('77') ? refused(403, 'Forbidden', 'Not you.') : undefined));
    const prepared = await rig.prepare(csv);
    const active = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
    await rig.during(paused(active));
    active.stop();
    await rig.during(active.ended);
    expect(active.status.searchable).toBeUndefined();
    await expect(planned(active.id)).rejects.toMatchObject({ reason: 'complete', run: active.id });
  });

  it('leaves out whom a newer run has, and has nothing to do where these are all', async () => {
    begin();
    const id = await stopped(refusing('77'));
    judgeBy(() => undefined);
    const prepared = await rig.prepare(csv);
    const newer = await rig.during(startRun(rig.context, prepared, yes(prepared.file), { follows: false }));
    await rig.during(newer.ended);
    const before = asked.length;
    await expect(planned(id)).rejects.toMatchObject({
      reason: 'complete',
      message: 'Everybody in the refused request was sent by a newer run.',
    });
    expect(asked).toHaveLength(before);
  });

  it.each([
    ['source', () => ({ planner: rig.planner(csv.replace('Person 7,', 'Person 70,')) })],
    ['mapping', () => ({ planner: rig.planner(csv, `${MAPPING}\n# Another line\n`) })],
    ['target', () => ({ opened: rig.open({ jobId: 'API2AAD.other' }) })],
  ] as const)('where another %s would be searched', async (reason, change) => {
    begin();
    const id = await stopped(refusing('77'));
    await expect(planned(id, change())).rejects.toMatchObject({ reason });
    expect(asked).toEqual([]);
  });
});

it('asks where the requests of the day are not enough for one at fault', async () => {
  begin({ callsPerDay: 12 });
  const enough = await planned(await stopped(refusing('77')));
  const found = enough.findings.find(({ id }) => id === 'G12');
  expect([found?.decision, found?.value, found?.limit]).toEqual(['ask', 13, 12]);
});
