import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenedConnection } from '../../../src/connections/connection';
import type { Run } from '../../../src/core/run/run';
import type { FileLayer } from '../../../src/files/fileLayer';
import { systemFiles } from '../../../src/files/fileLayer';
import { openRunStore } from '../../../src/runs/openRunStore';
import type { RunStore } from '../../../src/runs/runStore';
import type { ActiveRun } from '../../../src/sending/activeRun';
import { openRun } from '../../../src/sending/openRun';
import type { Preparation } from '../../../src/sending/preparation';
import { prepareSending } from '../../../src/sending/prepareSending';
import { prepareResume, resumeRun } from '../../../src/sending/resumeRun';
import { prepareSearch } from '../../../src/sending/search/prepareSearch';
import type { SendingContext } from '../../../src/sending/sendingContext';
import { SendingRefusal } from '../../../src/sending/sendingRefusal';
import { startRun } from '../../../src/sending/startRun';
import { undiciTransport } from '../../../src/transport/undiciTransport';
import { createSeededRandom } from '../seededRandom';
import { PatientClock } from '../sending/patientClock';
import type { Books, RunInBooks } from './books';
import type { CampaignOutcome } from './campaignOutcome';
import { outcomeOf } from './campaignOutcome';
import { confirm, LOOSE } from './consent';
import { crashingFiles } from './crashingFiles';
import type { Demand } from './demands';
import { writtenBefore } from './demands';
import { disturb } from './disturb';
import { faultyConnection, openFaulty } from './faultyConnection';
import type { FaultyTenant } from './faultyTenant';
import { startFaultyTenant } from './faultyTenant';
import { bodiesOf, CANARIES, extractOf, idOf, MOMENT, plannerOf, START } from './people';
import { accountOf, begunIn, filesBelow } from './readBooks';
import { Schedule } from './schedule';

/** Sessions that one plan is given at most. */
const MAX_SESSIONS = 5;
/** Searches of one run at a time. */
const MAX_SEARCHES = 3;

/**
 * Sends two plans to a job, and searches the requests that the service refuses of them, over faults, kills and pauses that follow from
 * the seed, and compares the books in the end.
 */
export async function runCampaign(seed: number): Promise<CampaignOutcome> {
  const rig = await CampaignRig.start(seed);
  try {
    return await rig.run();
  } finally {
    await rig.close();
  }
}

/** A plan that is sent, and how its process came to it. */
interface Sent {
  readonly csv: string;
  readonly preparation: Preparation;
  /** The store that has reserved its place, and that writes it. */
  readonly store: RunStore;
  readonly searches?: NonNullable<RunInBooks['searches']>;
}

class CampaignRig {
  readonly #seed: number;
  readonly #random: () => number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  readonly #tenant: FaultyTenant;
  readonly #clock: PatientClock;
  readonly #line = undiciTransport({ proxies: NO_PROXIES });
  readonly #faults: Schedule;
  readonly #atFault: Set<string>;
  readonly #hosts: string[] = [];
  /** As far as the client has heard: an answer that comes after a timeout asks nobody for anything. */
  #demanded: readonly Demand[] = [];
  readonly #runs: RunInBooks[] = [];
  readonly #busy: { count: number };
  /** What the store that planned last is kept in. */
  #files: FileLayer = systemFiles;
  #kills = 0;
  #resumptions = 0;

  private constructor(seed: number, parts: RigParts) {
    this.#seed = seed;
    this.#random = parts.random;
    this.#tenant = parts.tenant;
    this.#clock = parts.clock;
    this.#faults = parts.faults;
    this.#busy = parts.busy;
    this.#atFault = parts.atFault;
  }

  static async start(seed: number): Promise<CampaignRig> {
    const random = createSeededRandom(seed);
    const busy = { count: 0 };
    const clock = new PatientClock(START, () => busy.count > 0);
    const faults = new Schedule(random);
    const atFault = new Set<string>();
    const tenant = await startFaultyTenant({
      nextFault: () => faults.next(),
      isAtFault: (id) => atFault.has(id),
      now: () => clock.now(),
    });
    return new CampaignRig(seed, { random, tenant, clock, faults, busy, atFault });
  }

  async run(): Promise<CampaignOutcome> {
    const size = 3 + Math.floor(this.#random() ** 3 * 38);
    const isRefusedOften = this.#random() < 0.2;
    const batches = isRefusedOften ? Math.min(size, 8) : size;
    const first = this.#extract(batches, 1, isRefusedOften);
    const older = await this.#sendAll(first);
    if (this.#random() < 0.7) await this.#searchAll(older, first);
    // A newer extract of mostly the same people, some of whom are corrected
    const second = this.#extract(Math.min(batches, 6), 2, this.#random() < 0.15);
    const newer = await this.#sendAll(second);
    await this.#searchAll(newer, second);
    await this.#searchAll(older, first);
    return outcomeOf(this.#books(), {
      seed: this.#seed,
      met: this.#tenant.met,
      kills: this.#kills,
      resumptions: this.#resumptions,
    });
  }

  async close(): Promise<void> {
    await this.#line.close();
    await this.#tenant.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @param isRefused whether some of the people are at fault, so that the service refuses each request that holds one */
  #extract(batches: number, edition: number, isRefused: boolean): string {
    const people = (batches - 1) * 50 + 1 + Math.floor(this.#random() * 50);
    this.#atFault.clear();
    const bad = isRefused ? 1 + Math.floor(this.#random() * 4) : 0;
    for (let count = 0; count < bad; count++) this.#atFault.add(idOf(Math.floor(this.#random() * people)));
    return extractOf(people + 4, edition);
  }

  /** Gives the id of the run, where it was sent. */
  async #sendAll(csv: string): Promise<string | undefined> {
    return this.#toItsEnd(await this.#prepare(csv));
  }

  /** Searches refused requests of a run one after the other, while there are any. */
  async #searchAll(run: string | undefined, csv: string): Promise<void> {
    for (let count = 0; run !== undefined && count < MAX_SEARCHES; count++) {
      const kept = await this.#reader().find(run);
      if (kept?.plan === undefined || kept.state.searchable === undefined) return;
      const sent = await this.#prepareSearch(run, csv);
      if (sent === undefined) return;
      await this.#toItsEnd(sent);
    }
  }

  /** Sessions over faults, kills and pauses, the last of them without any. Gives the id of the run. */
  async #toItsEnd(sent: Sent): Promise<string> {
    const { run: id } = sent.preparation;
    let last: Run | undefined;
    let isCalmAtLast = false;
    for (let session = 1; session <= MAX_SESSIONS; session++) {
      const isCalm = session === MAX_SESSIONS;
      if (isCalm) this.#faults.calm();
      const end = await this.#session(session === 1 ? sent : undefined, id, sent.csv, isCalm);
      if (end === 'refused') break;
      isCalmAtLast = isCalm;
      last = end.run;
      if (end.isOver) break;
      // Somebody looks for who is at fault before the rest is sent
      if (sent.searches === undefined && this.#random() < 0.2) await this.#searchAll(id, sent.csv);
    }
    this.#faults.stir();
    await this.#note(sent, last, isCalmAtLast);
    return id;
  }

  /** A plan of everybody. */
  async #prepare(csv: string): Promise<Sent> {
    return this.#prepared(csv, (context, opened) =>
      prepareSending(context, {
        planner: plannerOf(csv),
        connection: faultyConnection(),
        opened,
        moment: MOMENT,
        pilot: { first: 0 },
        predicts: false,
      }),
    );
  }

  /** `undefined` where there is nothing to search. */
  async #prepareSearch(run: string, csv: string): Promise<Sent | undefined> {
    try {
      const sent = await this.#prepared(csv, (context, opened) =>
        prepareSearch(context, {
          run,
          planner: plannerOf(csv),
          connection: faultyConnection(),
          opened,
          predicts: false,
        }),
      );
      const { batches } = (await this.#reader().find(run))?.plan ?? { batches: [] };
      const record = sent.preparation.file.batches[0]?.first ?? 0;
      const request = batches.find(({ first, last }) => first <= record && record <= last)?.number ?? 0;
      return { ...sent, searches: { run, request } };
    } catch (error) {
      if (error instanceof SendingRefusal && NOTHING_TO_SEARCH.has(error.reason)) return undefined;
      throw error;
    }
  }

  /** Its files are those of nobody who dies, until it sends. */
  async #prepared(
    csv: string,
    prepare: (context: SendingContext, opened: OpenedConnection) => ReturnType<typeof prepareSending>,
  ): Promise<Sent> {
    this.#files = systemFiles;
    const layer = new Proxy(systemFiles, { get: (_, name) => Reflect.get(this.#files, name) as unknown });
    const store = this.#storeOver(layer);
    let id = '';
    const preparation = await this.#during(
      prepare(
        this.#context(store),
        this.#open(() => id),
      ),
    );
    if (preparation.kind !== 'prepared') throw new Error(JSON.stringify(preparation));
    id = preparation.run;
    return { csv, preparation, store };
  }

  /** From starting or resuming to its end, a kill, or somebody who leaves it. */
  async #session(
    sent: Sent | undefined,
    id: string,
    csv: string,
    isCalm: boolean,
  ): Promise<'refused' | { readonly run: Run | undefined; readonly isOver: boolean }> {
    let active: ActiveRun | undefined;
    const writes = !isCalm && this.#random() < 0.4 ? Math.floor(this.#random() * 60) : Infinity;
    const crash = crashingFiles(writes, this.#random(), () => active?.stopAtOnce(), this.#busy);
    // What was reserved for a plan is written by who has reserved it
    const context = this.#context(sent?.store ?? this.#storeOver(crash.files));
    this.#files = crash.files;
    try {
      active = await this.#during(
        sent === undefined
          ? this.#resume(context, id, csv)
          : startRun(context, sent.preparation, confirm(sent.preparation), FOLLOW),
      );
    } catch (error) {
      if (crash.isKilled()) return { run: undefined, isOver: false };
      if (error instanceof SendingRefusal) return 'refused';
      throw error;
    }
    const started = active;
    const { run } = started;
    disturb(active, this.#random, this.#clock, isCalm);
    // It died before anybody could hold on to it
    if (crash.isKilled()) active.stopAtOnce();
    const status = await this.#during(active.ended).catch((error: unknown) => {
      throw new Error(`It does not move: ${JSON.stringify(started.status)}`, { cause: error });
    });
    if (crash.isKilled()) {
      this.#demanded = writtenBefore(this.#clock.now(), this.#demanded);
      this.#kills++;
      return { run: undefined, isOver: false };
    }
    return { run, isOver: status.phase !== 'paused' };
  }

  async #resume(context: SendingContext, id: string, csv: string): Promise<ActiveRun> {
    const opened = this.#open(() => id);
    const request = { run: id, planner: plannerOf(csv), connection: faultyConnection(), opened };
    const resumption = await prepareResume(context, { ...request, predicts: false });
    this.#resumptions++;
    return resumeRun(context, resumption, confirm(resumption), FOLLOW);
  }

  /** What is said of a run in the end, from memory and from the disk. */
  async #note({ preparation, csv, searches }: Sent, last: Run | undefined, isCalmAtLast: boolean): Promise<void> {
    const { run: id, file } = preparation;
    const shown = await this.#during(openRun(this.#reader(), id, plannerOf(csv)));
    if (shown === undefined) return;
    if (!('run' in shown)) throw new Error(`The run ${id} cannot be read.`);
    const reread = accountOf(shown.run);
    const bodies = await this.#during(bodiesOf(csv, searches !== undefined));
    this.#runs.push({
      id,
      ...(searches && { searches }),
      isCalmAtLast,
      records: shown.run.account.records.length,
      batches: file.batches.map(({ number, hash }) => ({ number, hash, ids: bodies.get(hash) ?? [] })),
      shown: new Set(bodies.keys()),
      account: last === undefined ? reread : accountOf(last),
      reread,
      begun: begunIn(readFileSync(join(this.#folder, 'runs', id, 'journal.ndjson'), 'utf8')),
    });
  }

  #books(): Books {
    const { received, staged, refused, calls, port } = this.#tenant;
    return {
      // As they were confirmed: a search of a run may have come to its end before the run has
      runs: this.#runs.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      received,
      staged,
      refused,
      calls,
      demanded: this.#demanded,
      connections: [...new Set(this.#hosts)],
      allowed: new Set([`127.0.0.1:${port}`]),
      written: filesBelow(this.#folder),
      canaries: CANARIES,
    };
  }

  #reader(): RunStore {
    return openRunStore(this.#folder, { program: 'reader', wallClock: () => this.#clock.now() });
  }

  #storeOver(files: FileLayer): RunStore {
    return openRunStore(this.#folder, { program: 'campaign', files, wallClock: () => this.#clock.now() });
  }

  #context(store: RunStore) {
    return {
      store,
      limits: LOOSE,
      program: 'campaign',
      wallClock: () => Math.floor(this.#clock.now()),
      random: this.#random,
    };
  }

  #open(sender: () => string): OpenedConnection {
    const line = {
      tenant: this.#tenant,
      transport: this.#line.transport,
      clock: this.#clock,
      random: this.#random,
      busy: this.#busy,
      onCall: (host: string) => this.#hosts.push(host),
      onDemand: (demand: Demand) => (this.#demanded = [...this.#demanded, demand]),
    };
    return openFaulty(line, sender);
  }

  #during<T>(work: Promise<T>): Promise<T> {
    return this.#clock.during(work);
  }
}

interface RigParts {
  readonly random: () => number;
  readonly tenant: FaultyTenant;
  readonly clock: PatientClock;
  readonly faults: Schedule;
  readonly busy: { count: number };
  /** The people for whom the service refuses a request, by their ids. */
  readonly atFault: Set<string>;
}

/** It was searched already, somebody newer has its people, it was never begun, or the service asked everybody to wait for years. */
const NOTHING_TO_SEARCH: ReadonlySet<SendingRefusal['reason']> = new Set(['complete', 'missing', 'changed']);
const NO_PROXIES = { https: undefined, noProxy: '', choose: () => ({ kind: 'direct' }) as const };
const FOLLOW = { follows: false };
