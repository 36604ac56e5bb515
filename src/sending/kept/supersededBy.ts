import type { CountedRecords } from '../../core/baseline/survey';
import { RecordCounter } from '../../core/problems/countedRecords';
import { hmacOf } from '../../extract/hmacOf';
import type { Plan } from '../../core/run/plan';
import { batchOf, isSent, sentIn } from '../../core/run/plan';
import { mayBeTaken } from '../../core/run/recordState';
import type { KeptRun, RunStore } from '../../runs/runStore';
import { hasReached } from '../facts/pastRuns';
import { isOver } from '../live/batchStatus';
import { KeyedFinder } from './keyedFinder';
import { planOfKept } from './planOfKept';

/**
 * People of an older run whom the service has accepted, or may have accepted, from a newer run, and the older run's
 * requests that contain them.
 */
export interface Superseded {
  /** The newer run. */
  readonly run: string;
  /** Record numbers in ascending order. */
  readonly records: readonly number[];
  readonly batches: readonly number[];
}

/**
 * The people and requests that a run must no longer send because a newer run sent the same people. A request is sent as
 * planned or not at all, so the other people in it are left out, too.
 */
export async function supersededBy(
  store: RunStore,
  own: KeptRun,
  past: readonly KeptRun[],
): Promise<readonly Superseded[]> {
  const found: Superseded[] = [];
  for await (const { run, plan, indexes } of takenBy(store, own, past)) {
    const open = [...indexes].filter((index) => !isOver(own.state.batch(batchOf(plan, index + 1).number)));
    const numbers = open.sort((a, b) => a - b).map((index) => index + 1);
    const batches = [...new Set(numbers.map((record) => batchOf(plan, record).number))].sort((a, b) => a - b);
    if (numbers.length > 0) found.push({ run, records: numbers, batches });
  }
  return found;
}

/** People of a run whom the service has accepted, or may have accepted, from a newer run. */
interface Taken {
  /** The newer run. */
  readonly run: string;
  /** The plan of the older run, and the indexes of its records. */
  readonly plan: Plan;
  readonly indexes: ReadonlySet<number>;
}

/** Yields these people for each newer run. */
export async function* takenBy(store: RunStore, own: KeptRun, past: readonly KeptRun[]): AsyncGenerator<Taken> {
  const newer = past.filter((other) => other.id > own.id && hasReached(other));
  if (newer.length === 0) return;
  const records = await own.records();
  const plan = planOfKept(own.plan, records);
  const finder = new KeyedFinder(records.ids, hmacOf(await store.key()), (index) => isSent(records.fates[index]));
  for (const other of newer) {
    const theirs = await other.records();
    const theirPlan = planOfKept(other.plan, theirs);
    const indexes = new Set<number>();
    for (const batch of theirPlan.batches.filter(({ number }) => mayBeTaken(other.state.batch(number).state)))
      for (const place of sentIn(theirPlan, batch))
        for (const index of finder.indexesOfHash(theirs.ids, place)) indexes.add(index);
    yield { run: other.id, plan, indexes };
  }
}

/** Counts the records and lists the first ones by number and line. */
export async function countSuperseded(own: KeptRun, superseded: readonly Superseded[]): Promise<CountedRecords> {
  const counter = new RecordCounter();
  const { lines } = await own.records();
  const records = new Set(superseded.flatMap(({ records: numbers }) => numbers));
  for (const record of [...records].sort((a, b) => a - b)) counter.add(record, lines[record - 1] ?? 0);
  return counter.counted;
}
