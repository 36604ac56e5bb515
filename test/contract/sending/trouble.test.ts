import { afterEach, describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/journalEvent';
import type { PlanFile } from '../../../src/core/journal/planFile';
import { hashBody } from '../../../src/extract/hashBody';
import { JournalError } from '../../../src/runs/journalError';
import type { OpenRun, RunStore } from '../../../src/runs/runStore';
import type { ActiveRun } from '../../../src/sending/activeRun';
import type { Planner } from '../../../src/sending/planner';
import type { Preparation } from '../../../src/sending/preparation';
import { prepareResume, resumeRun } from '../../../src/sending/resumeRun';
import { SendingRefusal } from '../../../src/sending/sendingRefusal';
import { simulate } from '../../../src/sending/simulate';
import { startRun } from '../../../src/sending/startRun';
import { UnknownOutcomeError } from '../../../src/tenant/errors';
import { MortalStore } from '../../support/sending/mortalStore';
import { countsOf, paused, shownRun, until, yes } from '../../support/sending/runsOf';
import { extract, MAPPING, SendingRig } from '../../support/sending/sendingRig';

let rig: SendingRig;
afterEach(() => rig.close());

const csv = extract(1, 120);
const FOLLOW = { follows: true };

function start(prepared: Preparation, context = rig.context): Promise<ActiveRun> {
  return rig.during(startRun(context, prepared, yes(prepared.file), FOLLOW));
}

/** Everything that the service received is a request of the plan. */
function expectOnlyOf({ batches }: PlanFile): void {
  const planned = new Set(batches.map(({ hash }) => hash));
  expect(rig.received.filter((body) => !planned.has(hashBody(body)))).toEqual([]);
}

function sum(run: ActiveRun['run']): number {
  return Object.values(run.account.counts).reduce((all, count) => all + count, 0);
}

describe('a person who stops it for good', () => {
  it.each([
    ['before anything was sent', () => true, { cancelled: 120 }, 0],
    [
      'when the first request is written down',
      ({ run }: ActiveRun) => run.account.counts.sending > 0,
      { cancelled: 120 },
      0,
    ],
    ['while the first request is under way', () => rig.received.length > 0, { created: 50, cancelled: 70 }, 1],
    ['after the second', ({ status }: ActiveRun) => status.accepted === 2, { created: 100, cancelled: 20 }, 2],
    ['when all is sent', ({ status }: ActiveRun) => status.accepted === 3, { created: 120 }, 3],
  ] as const)('%s has nothing more sent, and an account of everybody', async (_, is, counts, requests) => {
    let look = (): void => undefined;
    rig = new SendingRig({
      upload: (upload) => (body, signal) => {
        const receipt = upload(body, signal);
        look();
        return receipt;
      },
    });
    const prepared = await rig.prepare(csv);
    const active = await rig.during(
      startRun(rig.context, prepared, yes(prepared.file), FOLLOW).then((run) => {
        look = () => {
          if (is(run)) run.cancel();
        };
        run.onDidChange(look);
        look();
        return run;
      }),
    );
    await rig.during(active.ended);
    expect([countsOf(active.run), rig.received.length, sum(active.run)]).toEqual([counts, requests, 120]);
    const { run, status } = await shownRun(rig.store);
    expect(countsOf(run)).toEqual(counts);
    expect(status.phase).toBe(requests === 3 ? 'complete' : 'cancelled');
  });
});

describe('pausing', () => {
  it('begins no new request until it is resumed', async () => {
    rig = new SendingRig();
    const active = await rig.during(
      startRun(rig.context, await rig.prepare(csv), yes((await rig.prepare(csv)).file), FOLLOW).then((run) => {
        run.pause();
        return run;
      }),
    );
    await rig.during(paused(active));
    const received = rig.received.length;
    await rig.during(rig.clock.delay(600_000));
    expect([active.status.phase, active.status.pause?.why, rig.received.length]).toEqual(['paused', 'asked', received]);
    active.resume();
    expect(await rig.during(active.ended)).toMatchObject({ phase: 'complete', accepted: 3 });
  });
});

describe('a journal that cannot be written', () => {
  /** The store of a disk that is full from a step of the journal on. */
  function fullDisk(store: RunStore, from: number): { readonly store: RunStore; readonly repair: () => void } {
    let step = 0;
    let isFull = true;
    const create = async (...args: Parameters<RunStore['create']>): Promise<OpenRun> => {
      const kept = await store.create(...args);
      const append = async (event: JournalEvent): Promise<void> => {
        if (isFull && ++step >= from) throw new JournalError('The disk is full.', 'Make room.');
        await kept.journal.append(event);
      };
      return { ...kept, journal: { append } };
    };
    return { store: Object.assign(new MortalStore(store).store, { create }), repair: () => void (isFull = false) };
  }

  it.each([2, 3, 4, 5, 6])('from step %i on has nothing more sent, and goes on when it can be', async (from) => {
    rig = new SendingRig();
    const prepared = await rig.prepare(csv);
    const { store, repair } = fullDisk(rig.store, from);
    const active = await start(prepared, rig.contextOf(store));
    await rig.during(paused(active));
    expect(active.status.pause?.why).toBe('journal');
    const sent = Math.floor((from - 2) / 2);
    // A request leaves only when it is written down
    expect(rig.received).toHaveLength(sent);
    active.resume();
    await rig.during(rig.clock.delay(60_000));
    expect([active.status.phase, rig.received.length]).toEqual(['paused', sent]);
    repair();
    active.resume();
    expect(await rig.during(active.ended)).toMatchObject({ phase: 'complete', accepted: 3 });
    expect(rig.received).toHaveLength(3);
    expect(countsOf((await shownRun(rig.store)).run)).toEqual({ created: 120 });
  });

  it('at the confirmation has nothing sent at all', async () => {
    rig = new SendingRig();
    const prepared = await rig.prepare(csv);
    const { store } = fullDisk(rig.store, 1);
    await expect(start(prepared, rig.contextOf(store))).rejects.toThrow('The disk is full.');
    expect(rig.received).toEqual([]);
  });
});

describe('what changes after somebody has said yes', () => {
  /** A planner whose source is another one from when it was planned on, or from one of its bodies on. */
  function changing(after: string, at: 'planned' | number): Planner {
    const [before, later] = [rig.planner(csv), rig.planner(after)];
    return {
      ...(before.mapping && { mapping: before.mapping }),
      plan: (options) => before.plan(options),
      async *bodies(planned, options) {
        let number = 0;
        for await (const body of before.bodies(planned, options)) {
          if (at === 'planned' || ++number > at) break;
          yield body;
        }
        number = 0;
        for await (const body of later.bodies(planned, options)) if (at === 'planned' || ++number > at) yield body;
      },
      close: () => Promise.resolve(),
    };
  }

  it.each([
    ['planned', csv.replace('Person 7,', 'Person 70,'), 0],
    ['planned', extract(1, 60), 1],
    ['planned', '', 0],
    [1, csv.replace('Person 77,', 'Person 70,'), 1],
    [2, extract(1, 100), 2],
  ] as const)('in the extract (from %s) has only requests of the plan sent', async (at, after, requests) => {
    rig = new SendingRig();
    const prepared = await rig.prepare(csv, { planner: changing(after, at) });
    const active = await start(prepared);
    await rig.during(paused(active));
    expect([active.status.pause?.why, rig.received.length]).toEqual(['source', requests]);
    expectOnlyOf(prepared.file);
    active.stop();
    await rig.during(active.ended);
    expect(sum(active.run)).toBe(120);
  });

  it.each([
    [
      'the confirmation',
      (prepared: Preparation) =>
        startRun(rig.context, prepared, { plan: `${prepared.file.plan}0`, by: '--confirm' }, FOLLOW),
      'changed',
    ],
    [
      'the limits',
      (prepared: Preparation) =>
        startRun(
          { ...rig.context, limits: { ...rig.context.limits, callsPerDay: 1 } },
          prepared,
          { plan: prepared.file.plan, by: 'nothing-asked' },
          FOLLOW,
        ),
      'changed',
    ],
    [
      'the tenant',
      (prepared: Preparation) =>
        startRun(
          rig.context,
          elsewhere(prepared, { tenantId: '00000000-0000-4000-8000-000000000000' }),
          yes(prepared.file),
          FOLLOW,
        ),
      'tenant',
    ],
    [
      'the job',
      (prepared: Preparation) =>
        startRun(rig.context, elsewhere(prepared, { jobId: 'API2AAD.0' }), yes(prepared.file), FOLLOW),
      'target',
    ],
  ] as const)('in %s is refused', async (_, send, reason) => {
    rig = new SendingRig();
    const prepared = await rig.prepare(csv);
    await expect(rig.during(send(prepared))).rejects.toMatchObject({ reason });
    expect(rig.received).toEqual([]);
    expect(await rig.store.list()).toEqual([]);
    // Nobody holds the job
    expect(await rig.during((await start(prepared)).ended)).toMatchObject({ phase: 'complete' });
  });

  function elsewhere(prepared: Preparation, target: Parameters<SendingRig['open']>[0]): Preparation {
    return { ...prepared, request: { ...prepared.request, opened: rig.open(target) } };
  }

  it.each([3_600_000, -3_600_000, 86_400_000, -86_400_000])(
    'in the clock of the machine, by %i ms, changes nothing',
    async (shift) => {
      rig = new SendingRig();
      const active = await rig.during(
        startRun(rig.context, await rig.prepare(csv), yes((await rig.prepare(csv)).file), FOLLOW).then((run) => {
          run.onDidChange(() => void (rig.shift = run.status.accepted > 0 ? shift : 0));
          return run;
        }),
      );
      expect(await rig.during(active.ended)).toMatchObject({ phase: 'complete', accepted: 3 });
      expect(rig.received).toHaveLength(3);
      expect(countsOf(active.run)).toEqual({ created: 120 });
    },
  );
});

it('a request that may have been taken long ago is looked for in the log before it is sent again', async () => {
  let isDeaf = true;
  rig = new SendingRig({
    upload: (upload) => async (body, signal) => {
      const receipt = await upload(body, signal);
      if (!isDeaf) return receipt;
      return new Promise((_, reject) => {
        const lost = new UnknownOutcomeError('Nobody knows.', { remedy: 'Look.', ownWords: 'Nobody knows.' });
        signal?.addEventListener('abort', () => reject(lost));
      });
    },
  });
  const active = await start(await rig.prepare(csv));
  await rig.during(until(active, ({ run }) => run.account.counts.sending > 0 && rig.received.length > 0));
  active.stopAtOnce();
  await rig.during(active.ended);
  isDeaf = false;
  await rig.during(rig.clock.delay(2 * 3_600_000));
  const over = { planner: rig.planner(csv), connection: rig.connection(), opened: rig.open(), predicts: false };
  const resumption = await rig.during(prepareResume(rig.context, { run: active.id, ...over }));
  const resumed = await rig.during(resumeRun(rig.context, resumption, yes(resumption.file), FOLLOW));
  expect(await rig.during(resumed.ended)).toMatchObject({ phase: 'complete', accepted: 3 });
  // The first was taken, and is not sent twice
  expect(rig.received).toHaveLength(3);
  expect(countsOf(resumed.run)).toEqual({ created: 120 });
  expect(resumed.run.account.batches.map(({ maybeTwice }) => maybeTwice)).toEqual([false, false, false]);
});

it('a trial on a sandbox sends the same bytes there, and stays with the plan', async () => {
  rig = new SendingRig({ kind: 'real' });
  const trial = new SendingRig();
  try {
    const prepared = await rig.prepare(extract(1, 60));
    expect(prepared.findings.find(({ id }) => id === 'G17')?.decision).toBe('pass');
    const work = simulate(rig.context, prepared, { connection: trial.connection(), opened: trial.open() });
    const simulated = await rig.during(trial.during(work));
    expect(trial.received.map(hashBody)).toEqual(prepared.file.batches.map(({ hash }) => hash));
    expect(simulated.facts.simulated).toMatchObject({ failed: 0 });
    expect([rig.received, simulated.file.plan]).toEqual([[], prepared.file.plan]);
    expect(
      await rig.during(
        (await rig.during(startRun(rig.context, simulated, yes(simulated.file), { ...FOLLOW, passesPilot: true })))
          .ended,
      ),
    ).toMatchObject({ phase: 'complete' });
  } finally {
    trial.close();
  }
});

it('a plan that a guard stops is not sent, whoever says yes', async () => {
  rig = new SendingRig({ kind: 'real' });
  const twice = `${extract(1, 30)}7,user7,Person 7,A\n`;
  const prepared = await rig.prepare(twice);
  expect(prepared.decision).toBe('stop');
  await expect(start(prepared)).rejects.toThrow(SendingRefusal);
  expect(rig.received).toEqual([]);
  const typed = await rig.prepare(extract(1, 30));
  expect(typed.decision).toBe('type');
  const { plan } = typed.file;
  for (const by of ['nothing-asked', '--yes', 'dialog'] as const)
    await expect(rig.during(startRun(rig.context, typed, { plan, by }, FOLLOW))).rejects.toMatchObject({
      reason: 'guarded',
    });
  const wrong = { plan, by: 'typed', typed: ['Fabrikam'] } as const;
  await expect(rig.during(startRun(rig.context, typed, wrong, FOLLOW))).rejects.toMatchObject({ reason: 'guarded' });
  const right = { plan, by: 'typed', typed: ['Contoso'] } as const;
  const active = await rig.during(startRun(rig.context, typed, right, { ...FOLLOW, passesPilot: true }));
  expect(await rig.during(active.ended)).toMatchObject({ phase: 'complete' });
  expect(rig.received.length).toBeGreaterThan(0);
  expect(MAPPING).toContain('externalId');
});
