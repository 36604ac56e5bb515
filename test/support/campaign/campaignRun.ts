import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection, OpenedConnection } from '../../../src/connections/connection';
import { fromUnixMilliseconds } from '../../../src/core/expression/dotnet/dates/instant';
import { guardLimits } from '../../../src/core/guards/limitTable';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';
import type { Run } from '../../../src/core/run/run';
import type { FileLayer } from '../../../src/files/fileLayer';
import { systemFiles } from '../../../src/files/fileLayer';
import { openRunStore } from '../../../src/runs/openRunStore';
import type { RunStore } from '../../../src/runs/runStore';
import type { ActiveRun } from '../../../src/sending/activeRun';
import { extractPlanner } from '../../../src/sending/extractPlanner';
import { openRun } from '../../../src/sending/openRun';
import type { Planner } from '../../../src/sending/planner';
import type { Preparation } from '../../../src/sending/preparation';
import { prepareSending } from '../../../src/sending/prepareSending';
import { prepareResume, resumeRun } from '../../../src/sending/resumeRun';
import type { SendingContext } from '../../../src/sending/sendingContext';
import { SendingRefusal } from '../../../src/sending/sendingRefusal';
import { startRun } from '../../../src/sending/startRun';
import { createHttpTenant } from '../../../src/tenant/httpTenant';
import type { Tenant } from '../../../src/tenant/tenant';
import type { Transport } from '../../../src/tenant/transport';
import { undiciTransport } from '../../../src/transport/undiciTransport';
import { logEntry } from '../logEntries';
import { createSeededRandom } from '../seededRandom';
import { PatientClock } from '../sending/patientClock';
import type { AccountInBooks, Books, RunInBooks } from './books';
import { crashingFiles } from './crashingFiles';
import type { Demand } from './demands';
import { demandOf, writtenBefore } from './demands';
import type { Fault } from './faults';
import { harmlessFaults, NO_FAULT, passingFaults, stoppingFaults } from './faults';
import type { FaultyTenant } from './faultyTenant';
import { startFaultyTenant } from './faultyTenant';
import type { Violation } from './oracle';
import { violationsOf } from './oracle';

/** What one run of the campaign came to. */
export interface CampaignOutcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** The faults that were met, by name, and how often. */
  readonly met: ReadonlyMap<string, number>;
  readonly kills: number;
  readonly resumptions: number;
  readonly plans: number;
  readonly requests: number;
  /** Records by the state in which they ended. */
  readonly states: ReadonlyMap<string, number>;
}

const MAPPING = `externalId  = [Id]
userName    = Join("@", [User], "contoso.com")
displayName = [Name]
active      = Switch([Status], , "A", "True", "T", "False")
where IsPresent([Name])
`;

const START = Date.UTC(2026, 10, 30, 8);
const ORIGIN = 'https://graph.microsoft.com';
const APPLICATION = '11111111-2222-4333-8444-555555555555';
const TENANT = '99999999-2222-4333-8444-555555555555';
const JOB = 'API2AAD.0123456789abcdef0123456789abcdef.99999999-2222-4333-8444-555555555555';
/** Real milliseconds: what stalls, stalls for so long and no longer. */
const TIMEOUTS = { headers: 60, body: 30, attempt: 120 };
/** Milliseconds that an answer is on its way at most, by the client's clock. */
const MAX_WAY = 400;
/** Sessions that one plan is given at most. */
const MAX_SESSIONS = 5;

/** Sends two plans to a job over faults, kills and pauses that follow from the seed, and compares the books in the end. */
export async function runCampaign(seed: number): Promise<CampaignOutcome> {
  const rig = await CampaignRig.start(seed);
  try {
    return await rig.run();
  } finally {
    await rig.close();
  }
}

class CampaignRig {
  readonly #seed: number;
  readonly #random: () => number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'campaign-'));
  readonly #tenant: FaultyTenant;
  readonly #clock: PatientClock;
  readonly #line = undiciTransport({ proxies: NO_PROXIES });
  readonly #faults: Schedule;
  readonly #hosts: string[] = [];
  /** As far as the client has heard: an answer that comes after a timeout asks nobody for anything. */
  #demanded: readonly Demand[] = [];
  readonly #runs: RunInBooks[] = [];
  readonly #busy: { count: number };
  /** What the store that planned last is kept in. */
  #files: FileLayer = systemFiles;
  #store: RunStore | undefined;
  #kills = 0;
  #resumptions = 0;

  private constructor(seed: number, parts: RigParts) {
    this.#seed = seed;
    this.#random = parts.random;
    this.#tenant = parts.tenant;
    this.#clock = parts.clock;
    this.#faults = parts.faults;
    this.#busy = parts.busy;
  }

  static async start(seed: number): Promise<CampaignRig> {
    const random = createSeededRandom(seed);
    const busy = { count: 0 };
    const clock = new PatientClock(START, () => busy.count > 0);
    const faults = new Schedule(random);
    const tenant = await startFaultyTenant({ nextFault: () => faults.next(), now: () => clock.now() });
    return new CampaignRig(seed, { random, tenant, clock, faults, busy });
  }

  async run(): Promise<CampaignOutcome> {
    const batches = 3 + Math.floor(this.#random() ** 3 * 38);
    const first = this.#extract(batches, 1);
    await this.#sendAll(first);
    // A newer extract of mostly the same people
    const second = this.#extract(Math.min(batches, 6), 2);
    await this.#sendAll(second);
    const books = this.#books();
    const states = new Map<string, number>();
    for (const { account } of books.runs)
      for (const [state, count] of Object.entries(account.counts))
        if (count > 0) states.set(state, (states.get(state) ?? 0) + count);
    return {
      seed: this.#seed,
      violations: violationsOf(books),
      met: this.#tenant.met,
      kills: this.#kills,
      resumptions: this.#resumptions,
      plans: books.runs.length,
      requests: this.#tenant.calls.length,
      states,
    };
  }

  async close(): Promise<void> {
    await this.#line.close();
    await this.#tenant.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** People of whom a few are refused and a few are left out. */
  #extract(batches: number, edition: number): string {
    const people = (batches - 1) * 50 + 1 + Math.floor(this.#random() * 50);
    const rows = Array.from({ length: people + 4 }, (_, index) => {
      const status = index % 97 === 96 ? '?' : index % 61 === 60 ? 'T' : 'A';
      const name = index % 89 === 88 ? '' : `Canaria Zoë ${index}`;
      return `canary-${index},canary.user${index}.${edition},${name},${status}\n`;
    });
    return `Id,User,Name,Status\n${rows.join('')}`;
  }

  async #sendAll(csv: string): Promise<void> {
    const prepared = await this.#during(this.#prepare(csv));
    if (prepared === undefined) return;
    const { file, run: id } = prepared;
    let last: Run | undefined;
    for (let session = 1; session <= MAX_SESSIONS; session++) {
      const isCalm = session === MAX_SESSIONS;
      if (isCalm) this.#faults.calm();
      const end = await this.#session(session === 1 ? prepared : undefined, id, csv, isCalm);
      if (end === 'refused') break;
      last = end.run;
      if (end.isOver) break;
    }
    this.#faults.stir();
    await this.#note(id, csv, file.batches, last);
  }

  /** A plan of everybody; `undefined` where the one before is not settled and nobody may overtake it. */
  async #prepare(csv: string): Promise<Preparation | undefined> {
    const answer = await prepareSending(this.#context(this.#firstStore()), {
      planner: plannerOf(csv),
      connection: this.#connection(),
      opened: this.#open(),
      moment: MOMENT,
      pilot: { first: 0 },
      predicts: false,
    });
    if (answer.kind !== 'prepared') throw new Error(JSON.stringify(answer));
    return answer;
  }

  /** From starting or resuming to its end, a kill, or somebody who leaves it. */
  async #session(
    prepared: Preparation | undefined,
    id: string,
    csv: string,
    isCalm: boolean,
  ): Promise<'refused' | { readonly run: Run | undefined; readonly isOver: boolean }> {
    let active: ActiveRun | undefined;
    const writes = !isCalm && this.#random() < 0.4 ? Math.floor(this.#random() * 60) : Infinity;
    const crash = crashingFiles(writes, this.#random(), () => active?.stopAtOnce(), this.#busy);
    // What was reserved for a plan is written by who has reserved it
    const store = (prepared && this.#store) ?? this.#storeOver(crash.files);
    this.#files = crash.files;
    const context = this.#context(store);
    try {
      active = await this.#during(
        prepared === undefined
          ? this.#resume(context, id, csv)
          : startRun(context, prepared, confirm(prepared), FOLLOW),
      );
    } catch (error) {
      if (crash.isKilled()) return { run: undefined, isOver: false };
      if (error instanceof SendingRefusal) return 'refused';
      throw error;
    }
    const started = active;
    const { run } = started;
    this.#disturb(active, isCalm);
    // It died before anybody could hold on to it
    if (crash.isKilled()) active.stopAtOnce();
    const status = await this.#during(active.ended).catch((error: unknown) => {
      throw new Error(`It stands still: ${JSON.stringify(started.status)}`, { cause: error });
    });
    if (crash.isKilled()) {
      this.#demanded = writtenBefore(this.#clock.now(), this.#demanded);
      this.#kills++;
      return { run: undefined, isOver: false };
    }
    return { run, isOver: status.phase !== 'paused' };
  }

  async #resume(context: SendingContext, id: string, csv: string): Promise<ActiveRun> {
    const request = { run: id, planner: plannerOf(csv), connection: this.#connection(), opened: this.#open() };
    const resumption = await prepareResume(context, { ...request, predicts: false });
    this.#resumptions++;
    return resumeRun(context, resumption, confirm(resumption), FOLLOW);
  }

  /** Somebody who pauses, goes on, cancels and leaves as the dice fall. */
  #disturb(active: ActiveRun, isCalm: boolean): void {
    let isDecided = false;
    const whim = isCalm ? 1 : this.#random();
    const at = Math.floor(this.#random() * 20);
    let changes = 0;
    active.onDidChange(() => {
      changes++;
      const { phase, pause } = active.status;
      if (changes === at) {
        if (whim < 0.1) active.pause();
        else if (whim < 0.15) active.cancel();
        else if (whim < 0.25) active.stop();
        else if (whim < 0.3) active.stopAtOnce();
      }
      if (phase !== 'paused' || isDecided) return;
      isDecided = true;
      const wait = pause?.until === undefined ? 0 : Date.parse(pause.until) - this.#clock.now();
      const goesOn = isCalm ? changes < 200 : this.#random() < 0.5;
      // After the events of this moment
      this.#clock.after(Math.max(1, wait + 1), () => {
        isDecided = false;
        if (goesOn) active.resume();
        else active.stop();
      });
    });
  }

  /** What is said of a run in the end, from memory and from the disk. */
  async #note(id: string, csv: string, batches: Preparation['file']['batches'], last: Run | undefined): Promise<void> {
    const store = openRunStore(this.#folder, { program: 'reader', wallClock: () => this.#clock.now() });
    const shown = await this.#during(openRun(store, id, plannerOf(csv)));
    if (shown === undefined) return;
    if (!('run' in shown)) throw new Error(`The run ${id} cannot be read.`);
    const reread = accountOf(shown.run);
    const bodies = await this.#during(bodiesOf(csv));
    this.#runs.push({
      id,
      records: shown.run.account.records.length,
      batches: batches.map(({ number, hash }) => ({ number, hash, ids: bodies.get(hash) ?? [] })),
      shown: new Set(bodies.keys()),
      account: last === undefined ? reread : accountOf(last),
      reread,
      begun: begunIn(readFileSync(join(this.#folder, 'runs', id, 'journal.ndjson'), 'utf8')),
    });
  }

  #books(): Books {
    const { received, calls, port } = this.#tenant;
    return {
      runs: this.#runs,
      received,
      calls,
      demanded: this.#demanded,
      connections: [...new Set(this.#hosts)],
      allowed: new Set([`127.0.0.1:${port}`]),
      written: filesBelow(this.#folder),
      canaries: ['canary', 'Canaria', 'Zoë'],
    };
  }

  /** The store of the process that plans and begins to send: its files are those of nobody who dies, until it sends. */
  #firstStore(): RunStore {
    this.#files = systemFiles;
    const layer = new Proxy(systemFiles, { get: (_, name) => Reflect.get(this.#files, name) as unknown });
    const store = this.#storeOver(layer);
    this.#store = store;
    return store;
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

  #connection(): Connection {
    const refuse = (): Promise<never> => Promise.reject(new Error('Nobody opens it otherwise.'));
    return { kind: 'tenant', name: 'Contoso', endpoint: undefined, open: refuse, reach: refuse };
  }

  #open(): OpenedConnection {
    const endpoint = {
      kind: 'real',
      origin: ORIGIN,
      version: 'v1.0',
      servicePrincipalId: APPLICATION,
      jobId: JOB,
    } as const;
    const transport: Transport = async (url, request) => {
      const there = url.replace(ORIGIN, `http://127.0.0.1:${this.#tenant.port}`);
      this.#hosts.push(new URL(there).host);
      this.#busy.count++;
      let wait = 0;
      try {
        const answer = await this.#line.transport(there, request);
        wait = demandOf(answer);
        return answer;
      } finally {
        this.#busy.count--;
        const until = this.#clock.now() + wait;
        await this.#clock.delay(1 + this.#random() * (MAX_WAY - 1));
        if (wait > 0) this.#demanded = [...this.#demanded, { from: this.#clock.now(), until }];
      }
    };
    const made = createHttpTenant({
      endpoint,
      name: 'Contoso',
      transport,
      tokens: { token: () => Promise.resolve('token') },
      wallClock: () => Math.floor(this.#clock.now()),
      timeouts: TIMEOUTS,
    });
    const tenant: Tenant = {
      ...made,
      readLog: () => this.#log(),
      readTime: () => Promise.resolve(new Date(this.#clock.now()).toISOString()),
    };
    return {
      tenant,
      target: () =>
        Promise.resolve({
          kind: 'tenant',
          cloud: 'global',
          graph: ORIGIN,
          tenantId: TENANT,
          servicePrincipalId: APPLICATION,
          jobId: JOB,
        }),
      clock: this.#clock,
      logPace: () => ({ interval: 3000, longestInterval: 3000, deadline: 120_000, doubtDeadline: 15_000, outage: 0 }),
      close: () => Promise.resolve(),
    };
  }

  /** An entry for each operation that was kept, ten minutes later. */
  async *#log() {
    await Promise.resolve();
    yield this.#tenant.staged.flatMap(({ hash, ids, at }) =>
      ids.map((id, place) =>
        logEntry(`${hash}-${place}-${at}`, id, { jobId: JOB, time: new Date(at + 600_000).toISOString() }),
      ),
    );
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
}

/** Faults one after another: quiet times, single faults and storms. */
class Schedule {
  readonly #random: () => number;
  #isCalm = false;
  #storm: { readonly fault: Fault; left: number } | undefined;

  constructor(random: () => number) {
    this.#random = random;
  }

  calm(): void {
    this.#isCalm = true;
    this.#storm = undefined;
  }

  stir(): void {
    this.#isCalm = false;
  }

  next(): Fault {
    if (this.#isCalm) return NO_FAULT;
    if (this.#storm !== undefined && this.#storm.left-- > 0) return this.#storm.fault;
    this.#storm = undefined;
    const dice = this.#random();
    if (dice < 0.7) return NO_FAULT;
    if (dice < 0.78) return this.#one(harmlessFaults);
    if (dice < 0.94) return this.#one(passingFaults);
    if (dice < 0.97) return this.#one(stoppingFaults);
    this.#storm = { fault: this.#one(passingFaults), left: 1 + Math.floor(this.#random() * 8) };
    return this.#storm.fault;
  }

  #one(faults: readonly Fault[]): Fault {
    return faults[Math.floor(this.#random() * faults.length)] ?? NO_FAULT;
  }
}

const NO_PROXIES = { https: undefined, noProxy: '', choose: () => ({ kind: 'direct' }) as const };
const FOLLOW = { follows: false };
/** Guards are proven elsewhere; here every plan is to be sent. */
const LOOSE = guardLimits({
  'disable.stop.count': 1_000_000,
  'disable.stop.percent': 100,
  'shrink.stop': 100,
  'change.stopIdentity': 100,
  'empty.stop': 100,
  'refuse.stop': 100,
});
const NOW = fromUnixMilliseconds(START);
if (NOW === undefined) throw new Error('The clock is outside of the years 1 to 9999.');
const MOMENT = { now: NOW, seed: 7 };

function confirm({ file, findings }: Preparation) {
  const typed = findings.flatMap(({ typed: text }) => (text === undefined ? [] : [text]));
  return { plan: file.plan, by: '--confirm', typed } as const;
}

function plannerOf(csv: string): Planner {
  const loaded = loadMapping(MAPPING);
  if (!isUsable(loaded)) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return extractPlanner({ name: 'people.csv', read: () => blocks(csv) }, { name: 'people.scimmap', loaded });
}

async function* blocks(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

/** The bodies that a conversion by itself gives, by their hashes, with the ids in them. */
async function bodiesOf(csv: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const loaded = loadMapping(MAPPING);
  const { convertToRequests } = await import('../../../src/extract/convertToRequests');
  for await (const events of convertToRequests(blocks(csv), loaded, { moment: MOMENT })) {
    for (const event of events) {
      if (event.kind !== 'requests') continue;
      let start = 0;
      for (const end of event.requests.ends) {
        const body = event.requests.bytes.slice(start, end);
        const text = Buffer.from(body).toString('utf8');
        const { Operations } = JSON.parse(text) as { Operations: { data: { externalId: string } }[] };
        const hash = createHash('sha256').update(body).digest('hex');
        found.set(
          hash,
          Operations.map(({ data }) => data.externalId),
        );
        start = end + 1;
      }
    }
  }
  return found;
}

function accountOf(run: Run): AccountInBooks {
  const { counts, records, batches } = run.account;
  return {
    counts: { ...counts },
    batches: [...batches].map(({ number, operations, state, attempts, maybeTwice }) => ({
      number,
      operations,
      state,
      attempts,
      maybeTwice,
    })),
    records: [...records].map(({ record, state, batch }) => ({
      record,
      state,
      ...(batch === undefined ? {} : { batch }),
    })),
  };
}

/** Read by itself, without the product's own reader: what a line says that is there as a whole. */
function begunIn(journal: string): ReadonlyMap<number, number> {
  const begun = new Map<number, number>();
  for (const line of journal.split('\n').slice(0, -1)) {
    const [, batch = ''] = /"type":"attempt-start","batch":(\d+)/.exec(line) ?? [];
    if (batch !== '') begun.set(Number(batch), (begun.get(Number(batch)) ?? 0) + 1);
  }
  return begun;
}

function filesBelow(folder: string): Books['written'] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, path: join(folder, name) }))
    .filter(({ path }) => statSync(path).isFile())
    .map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
}
