import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json/jsonValue';
import { stringMember } from '../../src/core/json/jsonValue';
import type { Run } from '../../src/core/run/run';
import { refused } from '../../src/sandbox/message';
import { healthy } from '../../src/sandbox/scenarios/healthy';
import type { Effects } from '../../src/sandbox/scenarios/scenario';
import { tenantSchedule } from '../../src/tenant/reconciling/logSchedule';
import type { ReconcileEvent } from '../../src/tenant/reconciling/reconcile';
import { clockBefore } from '../../src/tenant/sending/tenantClock';
import { objectWith, textWith } from '../support/matchers';
import { person, reportingTo } from '../support/people';
import type { ReconcileRig } from '../support/reconcileRig';
import { countsOf, createReconcileRig } from '../support/reconcileRig';

const DAY = 24 * 3_600_000;
const onSchedule = { schedule: tenantSchedule };

const renamed = (id: string) => person(id, { displayName: `${id} the Second` });

function entriesOf(run: Run): readonly string[] {
  return [...run.account.records].flatMap(({ answers }) => answers.map(({ entry }) => entry));
}

function silences(events: readonly ReconcileEvent[]) {
  return events.filter((event) => event.type === 'silent');
}

function troubled(rig: ReconcileRig, effects: Effects): void {
  rig.sandbox.setScenario({ ...healthy, name: 'trouble', effects });
}

describe.each([
  [1, 0],
  [60, 0],
  [3600, 0],
  [1, DAY],
  [1, -DAY],
  [60, -DAY],
])('a tenant whose clock runs %d times as fast and is %d ms ahead', (rate, ahead) => {
  it('has entries of an earlier run, and they answer no later one', async () => {
    const rig = createReconcileRig({ rate, ahead });
    const first = rig.newRun(3);
    await rig.send(first);
    expect((await rig.follow(first)).at(-1)).toEqual({ type: 'ended', why: 'settled' });
    const second = rig.newRun(3);
    await rig.send(second, renamed);
    await rig.follow(second);
    expect([countsOf(first), countsOf(second)]).toEqual([{ created: 3 }, { updated: 3 }]);
    expect(new Set([...entriesOf(first), ...entriesOf(second)]).size).toBe(6);
    expect([first.account.elsewhere, second.account.elsewhere]).toEqual([0, 0]);
  });

  it('gives an earlier run that still waits its own entries, whichever run is looked after first', async () => {
    const rig = createReconcileRig({ rate, ahead });
    const first = rig.newRun(3);
    await rig.send(first);
    const second = rig.newRun(3);
    await rig.send(second, renamed);
    await rig.follow(second, { others: () => ({ earlier: [first] }) });
    await rig.follow(first, { others: () => ({ later: [second] }) });
    expect([countsOf(first), countsOf(second)]).toEqual([{ created: 3 }, { updated: 3 }]);
  });
});

describe('without a tenant that tells its time', () => {
  it('what the first answer says is taken, less the time of its attempt', () => {
    expect(clockBefore('2026-11-30T08:00:10.000Z', 2345)).toBe('2026-11-30T08:00:06.655Z');
    expect(clockBefore('yesterday', 1)).toBeUndefined();
  });
});

describe('an entry that comes late', () => {
  it('is found at the look after it, ten minutes later', async () => {
    const rig = createReconcileRig();
    rig.enter('slow-log');
    const run = rig.newRun(2);
    await rig.send(run);
    const events = await rig.follow(run, onSchedule);
    expect(events.filter(({ type }) => type === 'log-read')).toHaveLength(3);
    expect([countsOf(run), silences(events)]).toEqual([{ created: 2 }, []]);
  });

  it('is missed after a day, and found when the log is read once more', async () => {
    const rig = createReconcileRig();
    rig.enter('late-log');
    const run = rig.newRun(2);
    await rig.send(run);
    const events = await rig.follow(run, onSchedule);
    // At 5, 10, 20 and 40 minutes, then hourly, and at 24 hours
    expect(events.filter(({ type }) => type === 'log-read')).toHaveLength(28);
    expect(events.at(-1)).toEqual({ type: 'ended', why: 'over' });
    expect(countsOf(run)).toEqual({ 'no-entry': 2 });
    expect(run.account.records.at(0)?.cause).toContain('The log has no entry for 2 accepted records after 24 hours.');
    rig.clock.advance(60_000);
    expect((await rig.follow(run, { ...onSchedule, isOnce: true })).at(-1)).toEqual({ type: 'ended', why: 'settled' });
    expect(countsOf(run)).toEqual({ created: 2 });
  });

  it('goes to the run that was sent before, when all come at once the next day', async () => {
    const rig = createReconcileRig();
    rig.enter('late-log');
    const runs = [rig.newRun(2), rig.newRun(2), rig.newRun(2)] as const;
    for (const [place, run] of runs.entries()) {
      await rig.send(run, (id) => person(id, { displayName: `${id} ${place}` }));
      rig.clock.advance(60_000);
    }
    rig.clock.advance(DAY);
    const [first, second, third] = runs;
    await rig.follow(third, { others: () => ({ earlier: [first, second] }) });
    await rig.follow(second, { others: () => ({ earlier: [first], later: [third] }) });
    await rig.follow(first, { others: () => ({ later: [second, third] }) });
    expect(runs.map(countsOf)).toEqual([{ created: 2 }, { updated: 2 }, { updated: 2 }]);
  });
});

describe('a log that never answers', () => {
  it('is explained after 40 minutes by the job, and given up after a day', async () => {
    const rig = createReconcileRig();
    rig.enter('restarted-job');
    const run = rig.newRun(2);
    await rig.send(run);
    const events = await rig.follow(run, onSchedule);
    const [early, last, ...others] = silences(events);
    expect(others).toEqual([]);
    expect(early).toMatchObject({ isFinal: false, cause: textWith('after 40 minutes. The job has run since') });
    expect(early?.cause).toContain('restarted');
    expect(last).toMatchObject({ isFinal: true, remedy: textWith('Send these people again') });
    expect(countsOf(run)).toEqual({ 'no-entry': 2 });
  });

  it.each([
    ['paused-job', 'The job is paused'],
    ['quarantined-job', 'The job is in quarantine'],
  ])('is explained in the scenario %s, and goes on when that ends', async (scenario, cause) => {
    const rig = createReconcileRig();
    rig.enter(scenario);
    const run = rig.newRun(2);
    await rig.send(run);
    const events = await rig.follow(run, { ...onSchedule, deadline: 3 * 3_600_000 });
    expect(silences(events)).toEqual([objectWith({ isFinal: false, cause: textWith(cause) })]);
    expect(events.at(-1)).toEqual({ type: 'ended', why: 'deadline' });
    expect(run.account.records.at(0)).toMatchObject({ state: 'waiting', cause: textWith(cause) });
    rig.enter('healthy');
    rig.clock.advance(60_000);
    await rig.follow(run, onSchedule);
    expect(countsOf(run)).toEqual({ created: 2 });
    expect(run.account.records.at(0)).not.toHaveProperty('cause');
  });

  it('is explained before the log is read first where the job is paused, and again when it goes on', async () => {
    const rig = createReconcileRig();
    rig.enter('paused-job');
    const run = rig.newRun(2);
    await rig.send(run);
    const early = await rig.follow(run, { ...onSchedule, deadline: 60_000 });
    expect(early.map(({ type }) => type)).toEqual(['silent', 'waiting', 'ended']);
    const cause = () => run.account.records.at(0)?.cause;
    expect(cause()).toMatch(/^The job is paused/);
    const read: (string | undefined)[] = [];
    const untouched = { ...rig.tenant };
    Object.assign(rig.tenant, {
      readJob: async () => {
        const job = await untouched.readJob();
        read.push(job.schedule);
        // Somebody starts it after the first look
        if (read.length === 1) rig.enter('slow-log');
        return job;
      },
    });
    const events = await rig.follow(run, { ...onSchedule, deadline: 8 * 60_000 });
    expect(silences(events).map((each) => each.cause)).toEqual([
      textWith('The job is paused'),
      textWith('The job runs again'),
    ]);
    expect(read.length).toBeGreaterThanOrEqual(2);
  });

  it('is distinguished from a job that was restarted in mid-upload', async () => {
    const rig = createReconcileRig();
    rig.enter('paused-job');
    const run = rig.newRun(4, 2);
    await rig.send(run, undefined, [1]);
    await control(rig, '/restart');
    await rig.send(run, undefined, [2]);
    const events = await rig.follow(run, onSchedule);
    expect(countsOf(run)).toEqual({ created: 2, 'no-entry': 2 });
    expect(silences(events).at(-1)).toMatchObject({ cause: textWith('staged uploads were deleted') });
  });

  it('is distinguished from a job that was deleted in mid-upload', async () => {
    const rig = createReconcileRig();
    const run = rig.newRun(4, 2);
    await rig.send(run, undefined, [1]);
    rig.enter('deleted-job');
    await rig.send(run, undefined, [2]);
    const events = await rig.follow(run, onSchedule);
    expect(countsOf(run)).toEqual({ rejected: 2, 'no-entry': 2 });
    expect(silences(events).at(-1)).toMatchObject({ cause: textWith('The job no longer exists') });
  });

  it('may not be read: that is said, and what was sent stays sent', async () => {
    const rig = createReconcileRig();
    rig.enter('unreadable-log');
    const run = rig.newRun(2);
    await rig.send(run);
    const events = await rig.follow(run, onSchedule);
    expect(events.at(-1)).toMatchObject({ type: 'ended', why: 'unreadable', error: { status: 403 } });
    expect(silences(events)).toEqual([objectWith({ isFinal: false, remedy: textWith('ProvisioningLog.Read.All') })]);
    expect(countsOf(run)).toEqual({ waiting: 2 });
  });
});

/** One more look every three seconds shows the next of somebody's entries: their own, which failed, and two about the manager alone. */
function revealing(rig: ReconcileRig, order: readonly number[]) {
  let first: number | undefined;
  return (page: readonly JsonObject[]): readonly JsonObject[] => {
    const isTheirs = (entry: JsonObject) => stringMember(entry.sourceIdentity, 'id') === 'p1';
    const [own, manager] = [...page.filter(isTheirs)].sort((a, b) => (isCreation(b) ? 1 : 0) - (isCreation(a) ? 1 : 0));
    if (own === undefined || manager === undefined) return page.filter((entry) => !isTheirs(entry));
    first ??= rig.clock.now();
    const failed = {
      ...own,
      provisioningAction: 'update',
      provisioningStatusInfo: {
        status: 'failure',
        errorInformation: { errorCode: 'SystemForCrossDomain', reason: 'No.' },
      },
    };
    const again = { ...manager, id: '00000000-0000-4000-8000-00000000ab12' };
    const shown = Math.floor((rig.clock.now() - first) / 3000) + 1;
    const entries: readonly JsonObject[] = [failed, manager, again];
    return [
      ...page.filter((entry) => !isTheirs(entry)),
      ...order.slice(0, shown).flatMap((place) => entries.slice(place, place + 1)),
    ];
  };
}

function isCreation({ provisioningAction }: JsonObject): boolean {
  return provisioningAction === 'create';
}

describe('a failure that is readable later than a manager who was set', () => {
  it.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'is found in the order %j',
    async (order) => {
      const rig = createReconcileRig();
      troubled(rig, { rewriteLog: revealing(rig, order) });
      const run = rig.newRun(2);
      await rig.send(run, (id) => person(id, id === 'p1' ? reportingTo('p2') : {}));
      const events = await rig.follow(run);
      expect(events.at(-1)).toEqual({ type: 'ended', why: 'settled' });
      expect(countsOf(run)).toEqual({ failed: 1, created: 1 });
    },
  );

  it('is not awaited for ever: where only the manager was set, that is all', async () => {
    const rig = createReconcileRig();
    troubled(rig, { rewriteLog: revealing(rig, [1, 2]) });
    const run = rig.newRun(2);
    await rig.send(run, (id) => person(id, id === 'p1' ? reportingTo('p2') : {}));
    const events = await rig.follow(run);
    expect(events.at(-1)).toEqual({ type: 'ended', why: 'settled' });
    expect(events.filter(({ type }) => type === 'silent')).toEqual([]);
    expect(countsOf(run)).toEqual({ updated: 1, created: 1 });
  });

  it('is awaited twenty minutes in a tenant, not until the next hourly look', async () => {
    const rig = createReconcileRig();
    troubled(rig, { rewriteLog: revealing(rig, [1, 2]) });
    const run = rig.newRun(2);
    await rig.send(run, (id) => person(id, id === 'p1' ? reportingTo('p2') : {}));
    const before = rig.clock.now();
    await rig.follow(run, onSchedule);
    // The first look is after 5 minutes
    expect(Math.round((rig.clock.now() - before) / 60_000)).toBe(25);
  });
});

describe('a log that is not tidy', () => {
  it('repeats lines, has those of others and breaks off: the counts are right', async () => {
    const rig = createReconcileRig({ logPageSize: 2 });
    rig.enter('messy-log');
    const run = rig.newRun(5, 2);
    await rig.send(run, (id) => person(id, id === 'p1' ? reportingTo('p2') : {}));
    expect((await rig.follow(run)).at(-1)).toEqual({ type: 'ended', why: 'settled' });
    expect(countsOf(run)).toEqual({ created: 5 });
    const [first] = run.account.records;
    expect(first?.answers.map(({ outcome, isReference }) => [outcome, isReference])).toEqual([
      ['created', undefined],
      ['updated', true],
    ]);
    expect(run.account.elsewhere).toBe(6);
  });

  it('fails in the middle of its pages and throttles: each entry counts once', async () => {
    const rig = createReconcileRig({ logPageSize: 2 });
    const run = rig.newRun(7);
    await rig.send(run);
    troubled(rig, {
      fault: ({ operation, ordinal }) => {
        if (operation !== 'log') return undefined;
        if (ordinal === 2) return { isAnswerLost: true };
        if (ordinal === 4) return { answer: refused(429, 'TooManyRequests', 'Too many.', { 'Retry-After': '12' }) };
        return ordinal === 5 ? { answer: refused(503, 'ServiceNotAvailable', 'Later.') } : undefined;
      },
    });
    expect((await rig.follow(run)).at(-1)).toEqual({ type: 'ended', why: 'settled' });
    expect([countsOf(run), run.account.elsewhere]).toEqual([{ created: 7 }, 0]);
    expect(new Set(entriesOf(run)).size).toBe(7);
  });

  it('is out of reach for hours: a tenant’s is read again at the next look, a sandbox’s is not', async () => {
    const rig = createReconcileRig();
    const run = rig.newRun(2);
    await rig.send(run);
    const until = rig.clock.now() + 2 * 3_600_000;
    troubled(rig, {
      fault: ({ operation }) =>
        operation === 'log' && rig.clock.now() < until
          ? { answer: refused(500, 'generalException', 'Unspecified.') }
          : undefined,
    });
    expect((await rig.follow(run)).at(-1)).toMatchObject({ why: 'unreadable', error: { status: 500 } });
    expect((await rig.follow(run, onSchedule)).at(-1)).toEqual({ type: 'ended', why: 'settled' });
    expect(countsOf(run)).toEqual({ created: 2 });
  });

  it('asks for a wait that no program sits out', async () => {
    const rig = createReconcileRig();
    const run = rig.newRun(1);
    await rig.send(run);
    const answer = refused(429, 'TooManyRequests', 'Too many.', { 'Retry-After': '7200' });
    troubled(rig, { fault: ({ operation }) => (operation === 'log' ? { answer } : undefined) });
    const end = (await rig.follow(run)).at(-1);
    expect(end).toMatchObject({ type: 'ended', why: 'paused' });
    expect(countsOf(run)).toEqual({ waiting: 1 });
  });
});

describe('what became of people', () => {
  it('is a failure of some of them', async () => {
    const rig = createReconcileRig();
    rig.enter('taken-names');
    const run = rig.newRun(7);
    await rig.send(run);
    await rig.follow(run);
    expect(countsOf(run)).toEqual({ failed: 3, created: 4 });
    expect([...run.account.records.inState('failed')].map(({ externalId }) => externalId)).toEqual(['p1', 'p4', 'p7']);
  });

  it('stays a failure though their manager was set', async () => {
    const rig = createReconcileRig();
    const [first, second] = [rig.newRun(1), rig.newRun(2)];
    await rig.send(first);
    await rig.follow(first);
    // p1 cannot be updated, and the manager comes with the same record
    await rig.send(second, (id) => person(id, id === 'p1' ? { userName: 'ö', ...reportingTo('p2') } : {}));
    await rig.follow(second);
    expect(countsOf(second)).toEqual({ failed: 1, created: 1 });
    const answers = second.account.records.at(0)?.answers ?? [];
    expect(answers.map(({ outcome, isReference }) => [outcome, isReference])).toEqual([
      ['failed', undefined],
      ['updated', true],
    ]);
  });

  it('is that they are held as accidental deletions', async () => {
    const rig = createReconcileRig();
    rig.enter('accidental-deletions');
    const [first, second] = [rig.newRun(3), rig.newRun(3)];
    await rig.send(first);
    await rig.follow(first);
    await rig.send(second, (id) => person(id, { active: false }));
    await rig.follow(second);
    expect([countsOf(first), countsOf(second)]).toEqual([{ created: 3 }, { held: 3 }]);
  });
});

describe('a request whose answer was lost', () => {
  it('was taken, when the log has entries of its people', async () => {
    const rig = createReconcileRig();
    rig.enter('lost-answers');
    const run = rig.newRun(4, 2);
    await rig.send(run);
    expect(countsOf(run)).toEqual({ waiting: 2, unknown: 2 });
    const events = await rig.follow(run);
    expect(events.filter(({ type }) => type === 'found-taken')).toEqual([{ type: 'found-taken', batch: 2 }]);
    expect([countsOf(run), run.stateOf(2)]).toEqual([{ created: 4 }, 'accepted']);
  });

  it('stays unknown, when the log has none for a while', async () => {
    const rig = createReconcileRig();
    const run = rig.newRun(4, 2);
    troubled(rig, {
      fault: ({ operation, ordinal }) =>
        operation === 'upload' && ordinal === 2
          ? { answer: refused(500, 'generalException', 'Unspecified.') }
          : undefined,
    });
    await rig.send(run);
    const events = await rig.follow(run, onSchedule);
    expect(events.at(-1)).toEqual({ type: 'ended', why: 'settled' });
    expect(countsOf(run)).toEqual({ created: 2, unknown: 2 });
  });
});

it('a run is not read from the beginning of one that has all its entries', async () => {
  const rig = createReconcileRig();
  const [first, second] = [rig.newRun(1), rig.newRun(1)];
  await rig.send(first);
  await rig.follow(first);
  rig.clock.advance(DAY);
  await rig.send(second);
  const asked: (string | undefined)[] = [];
  const untouched = { ...rig.tenant };
  Object.assign(rig.tenant, {
    readLog: (...[query, ...rest]: Parameters<typeof untouched.readLog>) => {
      asked.push(query.since);
      return untouched.readLog(query, ...rest);
    },
  });
  await rig.follow(second, { others: () => ({ earlier: [first] }) });
  expect(new Set(asked)).toEqual(new Set([new Date(second.since).toISOString()]));
  expect([first.awaitedSince, second.awaitedSince]).toEqual([Infinity, Infinity]);
  expect(countsOf(second)).toEqual({ unchanged: 1 });
});

describe('after a restart', () => {
  it('goes on from what is kept, tells nothing twice, and has the entries again', async () => {
    const rig = createReconcileRig({ logPageSize: 3 });
    const before = rig.newRun(5, 3);
    await rig.send(before, undefined, [1]);
    await rig.follow(before);
    await rig.send(before, undefined, [2]);
    const after = rig.newRun(5, 3);
    after.noteTenantClock(new Date(before.since).toISOString());
    for (const batch of [1, 2]) after.noteBatch(batch, 'accepted');
    for (const { record, answers } of before.account.records)
      for (const { log: _, ...answer } of answers) after.noteAnswers([{ record, answer }]);
    expect(countsOf(after)).toEqual({ created: 3, waiting: 2 });
    const events = await rig.follow(after);
    const told = events.flatMap((event) => (event.type === 'answers' ? event.answers : []));
    expect(told.map(({ record }) => record).sort()).toEqual([4, 5]);
    expect(countsOf(after)).toEqual({ created: 5 });
    expect(Array.from(after.account.records, ({ entries }) => entries.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('looks at once where the time of a look has passed, and waits for the next where not', async () => {
    const rig = createReconcileRig();
    rig.enter('paused-job');
    const run = rig.newRun(1);
    await rig.send(run);
    const sentAt = rig.clock.now();
    const first = async (age: number): Promise<ReconcileEvent | undefined> =>
      (await rig.follow(run, { ...onSchedule, sentAt: sentAt - age, deadline: 1000 })).find(
        ({ type }) => type === 'waiting' || type === 'log-read',
      );
    expect(await first(60_000)).toMatchObject({ type: 'waiting', missing: 1 });
    expect(await first(6 * 60_000)).toMatchObject({ type: 'log-read' });
    // A clock that was set back does not make it wait for longer
    const events = await rig.follow(run, { ...onSchedule, sentAt: rig.clock.now() + DAY, deadline: 301_000 });
    expect(events.map(({ type }) => type)).toContain('log-read');
  });

  it('ends at once when it is stopped, and has nothing to do for nobody', async () => {
    const rig = createReconcileRig();
    const run = rig.newRun(1);
    expect(await rig.follow(run)).toEqual([{ type: 'ended', why: 'settled' }]);
    await rig.send(run);
    const stopped = await rig.follow(run, { signal: AbortSignal.abort() });
    expect(stopped).toEqual([{ type: 'ended', why: 'aborted' }]);
    const stop = new AbortController();
    rig.clock.after(1000, () => stop.abort());
    const inWait = await rig.follow(run, { signal: stop.signal });
    expect(inWait.map((event) => (event.type === 'ended' ? event.why : event.type))).toEqual(['waiting', 'aborted']);
  });
});

async function control(rig: ReconcileRig, below: string): Promise<void> {
  const { servicePrincipalId, jobId } = rig.sandbox.application;
  const answer = await rig.sandbox.handle({
    method: 'POST',
    target: `/v1.0/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}${below}`,
    headers: new Map([
      ['host', '127.0.0.1:40400'],
      ['authorization', `Bearer ${rig.sandbox.issueToken()}`],
    ]),
    body: nothing(),
    authority: '127.0.0.1:40400',
  });
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.body}`);
}

// eslint-disable-next-line @typescript-eslint/no-empty-function -- a request without a body
async function* nothing(): AsyncGenerator<Uint8Array> {}
