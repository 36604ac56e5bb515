import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalEvent } from '../src/core/journal/journalEvent';
import { openRunStore } from '../src/runs/openRunStore';
import type { OpenRun, RunStore } from '../src/runs/runStore';
import { guidOf } from '../test/support/guidOf';
import { keptPlan, keptRecords } from '../test/support/keptPlan';

/** Requests that are sent one after the other, and answers of the log, which come in pages. */
const REQUESTS = Number(process.argv[2] ?? 2000);
const ANSWERS = Number(process.argv[3] ?? 1_000_000);
const PAGE = 1000;
const RUNS = 1000;
/** Milliseconds from one request to the next, at the rate that is permitted. */
const PACE = 125;
const MIB = 1024 * 1024;

async function made(store: RunStore, batches: number): Promise<OpenRun> {
  const { id } = await store.reserve();
  const plan = keptPlan(batches);
  return store.create(id, plan, keptRecords(plan.counts.records));
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly time: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { time: performance.now() - start, value };
}

function describeTimes(what: string, times: readonly number[]): string {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3);
  return `${what}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`;
}

/** What the disk alone takes for the same number of lines. */
async function benchDisk(path: string): Promise<void> {
  const file = await open(path, 'a');
  const times: number[] = [];
  for (let line = 0; line < REQUESTS * 2; line++)
    times.push(
      (
        await timed(async () => {
          await file.appendFile(`${'x'.repeat(200)}\n`);
          await file.datasync();
        })
      ).time,
    );
  await file.close();
  console.log(describeTimes('The same number of bare appends and flushes', times));
}

async function benchRequests(run: OpenRun): Promise<void> {
  const times: number[] = [];
  for (const { number, hash } of run.plan.batches) {
    const events: readonly JournalEvent[] = [
      { type: 'attempt-start', batch: number, attempt: 1, hash, reason: 'first' },
      { type: 'attempt-end', batch: number, attempt: 1, outcome: 'accepted', status: 202, requestId: guidOf(number) },
    ];
    for (const event of events) times.push((await timed(() => run.journal.append(event))).time);
  }
  const sum = times.reduce((total, each) => total + each, 0);
  console.log(describeTimes(`Append and flush of ${times.length} events, two a request`, times));
  console.log(`  ${((sum / REQUESTS / PACE) * 100).toFixed(2)} % of the time of a request at the permitted rate`);
}

function answer(number: number): JournalEvent {
  return {
    type: 'reconciled',
    record: (number % (REQUESTS * 2)) + 1,
    entry: guidOf(number),
    at: '2026-11-28T21:00:00.1234567Z',
    outcome: 'created',
    changeId: guidOf(-number),
    cycleId: guidOf(0),
  };
}

async function benchAnswers(run: OpenRun): Promise<void> {
  const { time } = await timed(async () => {
    for (let first = 0; first < ANSWERS; first += PAGE) {
      const numbers = Array.from({ length: Math.min(PAGE, ANSWERS - first) }, (_, index) => first + index);
      await Promise.all(numbers.map((number) => run.journal.append(answer(number))));
    }
  });
  console.log(`${ANSWERS} answers of the log, ${PAGE} at a time: ${(time / 1000).toFixed(1)} s`);
}

async function benchReading(store: RunStore, id: string, journal: string): Promise<void> {
  const { size } = await stat(journal);
  const memory = () => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = memory();
  const { time, value } = await timed(() => store.find(id));
  if (value?.plan === undefined || value.state.answers.size !== ANSWERS) throw new Error('not all was read');
  const grown = Math.round((memory() - before) / MIB);
  console.log(
    `Read again, ${(size / MIB).toFixed(0)} MiB: ${(time / 1000).toFixed(1)} s, about ${grown} MiB of memory`,
  );
}

async function benchList(store: RunStore): Promise<void> {
  for (let count = 0; count < RUNS; count++) await (await made(store, 20)).close();
  const { time, value } = await timed(() => store.list());
  console.log(`A list of ${value.length} runs: ${time.toFixed(0)} ms`);
}

async function bench(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'journal-'));
  try {
    await benchDisk(join(home, 'bare'));
    const store = openRunStore(home, { program: 'bench' });
    const run = await made(store, REQUESTS);
    await benchRequests(run);
    await benchAnswers(run);
    await run.close();
    await benchReading(store, run.id, join(home, 'runs', run.id, 'journal.ndjson'));
    await store.remove(run.id);
    await benchList(store);
  } finally {
    await rm(home, { recursive: true, maxRetries: 5 });
  }
}

void bench();
