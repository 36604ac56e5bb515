import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordAnswer } from '../../../src/core/logs/entryMatcher';
import { EntryMatcher } from '../../../src/core/logs/entryMatcher';
import { loggedEntry } from '../../../src/core/logs/list/loggedEntry';
import { tieEntries } from '../../../src/core/logs/list/tieEntries';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import { batchOf } from '../../../src/core/run/plan';
import { PlanBuilder } from '../../../src/core/run/planBuilder';
import { Run } from '../../../src/core/run/run';
import { hashBody } from '../../../src/extract/hashBody';
import type { EntryFacts } from '../../support/logEntries';
import { logEntry } from '../../support/logEntries';
import { addTo, compiled, planWriter, record } from '../../support/planText';
import { workedCyclesOf } from '../../support/workedCyclesOf';
import { sweepOf } from '../../support/sweep';

/** All times are seconds by the tenant's clock after eight, and all people have one name. */
const EIGHT = Date.UTC(2026, 10, 30, 8);
const MINUTE = 60;
const CYCLE = 40 * MINUTE;
/** The log is read so often, waits so long for late entries, and these come so late at most. */
const [LOOK, RIPE, LATEST] = [10 * MINUTE, 20 * MINUTE, 15 * MINUTE];
/** Ids that differ by case, zeros and accents alone are different people. */
const PEOPLE = ['p1', 'P1', 'p01', 'ana', 'Ana', '7', '07', 'Núñez', 'Nunez'];
const JOB = 'API2AAD.x';
const OPERATIONS = 3;

interface Sending {
  readonly people: readonly string[];
  /** Seconds after the run before it. */
  readonly after: number;
}

interface Case {
  readonly runs: readonly Sending[];
  /** When the job runs first. */
  readonly firstCycle: number;
  readonly clock: { readonly rate: number; readonly ahead: number };
  /** Numbers that decide, one after the other, what is late, lost, failed or from somebody else. */
  readonly dice: readonly number[];
}

const sendings = fc.record({
  people: fc.array(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 7 }),
  after: fc.oneof(
    fc.integer({ min: 30, max: 90 }),
    fc.integer({ min: 1, max: 200 }).map((minutes) => minutes * MINUTE),
  ),
});

const cases: fc.Arbitrary<Case> = fc.record({
  runs: fc.array(sendings, { minLength: 1, maxLength: 4 }),
  firstCycle: fc.integer({ min: 1, max: CYCLE }),
  clock: fc.constantFrom(
    { rate: 1, ahead: 0 },
    { rate: 1, ahead: 3600 },
    { rate: 1, ahead: -3600 },
    { rate: 60, ahead: 0 },
    { rate: 60, ahead: -3600 },
  ),
  dice: fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 40, maxLength: 40 }),
});

/** What was sent: a record of a run. */
interface Sent {
  readonly run: number;
  readonly index: number;
  readonly id: string;
  readonly acceptedAt: number;
}

/** An entry, since when it can be read, and whose it is; `undefined` where it is from elsewhere. */
interface Told {
  readonly entry: LogEntry;
  readonly readableAt: number;
  readonly owner: Sent | undefined;
}

const iso = (at: number): string => new Date(EIGHT + at * 1000).toISOString();
/** As a server writes its `Date`. */
const inSeconds = (at: number): string => iso(Math.floor(at));

function runOf({ people }: Sending, number: number, startedAt: string): Run {
  const builder = new PlanBuilder(compiled(), hashBody);
  const writer = planWriter(OPERATIONS);
  for (const [index, id] of people.entries()) {
    const { cells, ...rest } = record(index + 1, 'sent', id);
    // No two runs send the same bytes
    addTo(writer, { ...rest, cells: [cells[0] ?? '', `Ana Núñez ${number}`, ...cells.slice(2)] }, 'sent');
  }
  writer.end();
  for (const event of writer.takeEvents()) builder.add(event);
  builder.addRequests(writer.takeRequests());
  return new Run(builder.finish(writer.counts), startedAt);
}

/** A service that works through what it has taken every 40 minutes, in the order in which it came, and what its log says of it. */
class Service {
  readonly told: Told[] = [];
  readonly #case: Case;
  readonly #sent: readonly Sent[];
  #rolls = 0;

  constructor(each: Case, sent: readonly Sent[]) {
    this.#case = each;
    this.#sent = sent;
    const cycles = [...new Set(sent.map((one) => this.#cycleOf(one)))].sort((left, right) => left - right);
    for (const cycle of cycles) this.#work(cycle);
    this.#strangers();
  }

  #roll(sides: number): number {
    const { dice } = this.#case;
    return ((dice[this.#rolls++ % dice.length] ?? 0) + this.#rolls * 7) % sides;
  }

  /** The first cycle after a record was accepted; its beginning. */
  #cycleOf({ acceptedAt }: Sent): number {
    const { firstCycle } = this.#case;
    return firstCycle + Math.max(0, Math.ceil((acceptedAt + 1 - firstCycle) / CYCLE)) * CYCLE;
  }

  #work(cycle: number): void {
    const own = this.#sent.filter((one) => this.#cycleOf(one) === cycle);
    const managers: [Sent, number][] = [];
    for (const [place, sent] of own.entries()) {
      if (this.#mayBeLost(sent) && this.#roll(5) === 0) continue;
      const hasFailed = this.#roll(4) === 0;
      const at = cycle + place * 2;
      this.#tell(sent, at, cycle, hasFailed ? { status: 'failure', error: ['Some', 'reason'] } : {});
      // The service tries the newest record again
      const newest = this.#sent.findLast(({ id }) => id === sent.id);
      if (hasFailed && newest === sent) this.#tell(sent, at + CYCLE, cycle + CYCLE, {});
      // A cycle sets a manager once
      const isLast = own.findLast(({ id }) => id === sent.id) === sent;
      if (!hasFailed && isLast && this.#roll(4) === 0) managers.push([sent, cycle + own.length * 2 + place]);
    }
    for (const [sent, at] of managers) this.#tell(sent, at, cycle, { action: 'update', changed: ['manager'] });
  }

  /**
   * Nobody can say whose one of two entries of a person is where the other is missing, unless it is seen that another cycle has worked on
   * its request: by somebody whom nothing else has sent.
   */
  #mayBeLost(sent: Sent): boolean {
    const others = this.#sent.filter((one) => one !== sent && one.id === sent.id);
    const mates = this.#sent.filter(
      ({ run, index, id }) =>
        run === sent.run &&
        Math.floor(index / OPERATIONS) === Math.floor(sent.index / OPERATIONS) &&
        this.#sent.filter((one) => one.id === id).length === 1,
    );
    const isSeen = mates.some((mate) => this.told.some(({ owner }) => owner === mate));
    return others.every((one) => isSeen && one.acceptedAt > sent.acceptedAt + CYCLE * 2);
  }

  #tell(owner: Sent | undefined, at: number, cycle: number, facts: EntryFacts & { readonly id?: string }): void {
    const { id = owner?.id ?? '', ...rest } = facts;
    const number = this.told.length;
    const ids = { time: iso(at), cycleId: `cycle ${cycle}`, changeId: `change ${number}`, jobId: JOB };
    const readableAt = at + (this.#roll(3) === 0 ? this.#roll(LATEST) : 0);
    this.told.push({ entry: logEntry(`entry ${number}`, id, { ...ids, ...rest }), readableAt, owner });
  }

  /** Whom somebody else sends: people of their own, ours before we did, and to another job. */
  #strangers(): void {
    const [first] = this.#sent;
    if (first === undefined) return;
    for (const id of ['p1 ', 'ＡＮＡ', 'p2', '', '__proto__']) this.#tell(undefined, this.#roll(20_000), -1, { id });
    for (const id of PEOPLE.slice(0, 3)) {
      const sent = this.#sent.find((one) => one.id === id);
      const before = (sent ?? first).acceptedAt - 5 * MINUTE;
      this.#tell(undefined, before - this.#roll(3000), -2, { id });
      this.#tell(undefined, before + this.#roll(9000), -3, { id, jobId: 'API2AAD.another' });
    }
  }
}

/** Sends all runs, and reads the log for each as is done for runs that are followed at the same time. */
class Machine {
  readonly runs: Run[] = [];
  readonly sent: Sent[] = [];
  readonly #startedAt: number[] = [];

  constructor({ runs, clock }: Case) {
    let at = 0;
    for (const [number, sending] of runs.entries()) {
      at += sending.after;
      this.#startedAt.push(at);
      const machine = EIGHT + (at / clock.rate + clock.ahead) * 1000;
      const run = runOf(sending, number, new Date(machine).toISOString());
      this.runs.push(run);
      run.noteTenantClock(inSeconds(at));
      for (const batch of run.plan.batches) {
        run.noteBatch(batch.number, 'sending');
        at += 2;
        run.noteTenantTime(inSeconds(at));
        run.noteBatch(batch.number, 'accepted');
        for (const [index, id] of sending.people.entries())
          if (batchOf(run.plan, index + 1).number === batch.number)
            this.sent.push({ run: number, index, id, acceptedAt: at });
      }
    }
  }

  /** Each run knows of the others that were sent by then, and what their journals say. */
  read(told: readonly Told[]): void {
    const matchers = this.runs.map((run) => new EntryMatcher(run, { jobId: JOB }));
    const end = Math.max(...told.map(({ readableAt }) => readableAt)) + 3 * RIPE;
    for (let [at, look] = [0, 0]; at <= end; at += LOOK, look++)
      for (const [number, matcher] of matchers.entries()) {
        const startedAt = this.#startedAt[number] ?? 0;
        if (startedAt > at || (look + number) % 2 === 0) continue;
        const isThere = (other: number): boolean => (this.#startedAt[other] ?? 0) <= at;
        const earlier = this.runs.filter((_, other) => other < number && isThere(other));
        const later = this.runs.filter((_, other) => other > number && isThere(other));
        matcher.know({ earlier, later });
        const readable = told.filter(({ readableAt }) => readableAt <= at).map(({ entry }) => entry);
        this.#note(number, [...matcher.take(readable.toReversed(), at), ...matcher.endLook(at - RIPE)]);
      }
    for (const [number, matcher] of matchers.entries()) this.#note(number, matcher.endLook());
  }

  #note(number: number, answers: readonly RecordAnswer[]): void {
    this.runs[number]?.noteAnswers(answers);
  }
}

/** `entry=run/record`, of what journals hold. */
function kept(runs: readonly Run[]): readonly string[] {
  return runs.flatMap((run, number) =>
    Array.from(run.account.records, ({ record: of, answers }) =>
      answers.map(({ entry }) => `${entry}=${number}/${of}`),
    ).flat(),
  );
}

function expected(told: readonly Told[]): readonly string[] {
  return told.flatMap(({ entry, owner }) =>
    owner === undefined ? [] : [`${entry.id}=${owner.run}/${owner.index + 1}`],
  );
}

/** As the view of the log ties them. */
function tied(runs: readonly Run[], told: readonly Told[]): readonly string[] {
  const entries = told.map(({ entry }) => entry).filter(({ jobId }) => jobId === JOB);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const logged = entries.map(loggedEntry);
  const all = runs.map((run, number) => ({ id: String(number), run }));
  const ties = tieEntries(logged, all, (id) => byId.get(id), workedCyclesOf(logged, all));
  return [...ties].map(([entry, { run, record: of }]) => `${entry}=${run}/${of}`);
}

it('every entry lands on its record or is from elsewhere, none on another record', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const machine = new Machine(each);
      const { told } = new Service(each, machine.sent);
      const wanted = expected(told).toSorted();
      // The view alone, of a log that was read whole before any run has read it
      expect(tied(machine.runs, told).toSorted()).toEqual(wanted);
      machine.read(told);
      expect(kept(machine.runs).toSorted()).toEqual(wanted);
      expect(tied(machine.runs, told).toSorted()).toEqual(wanted);
    }),
    sweepOf(2000, 2),
  );
});
