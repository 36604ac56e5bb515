import type { SelectionReason } from '../core/journal/planFile';
import type { BatchState, RecordState } from '../core/run/recordState';
import type { Run } from '../core/run/run';
import { jobKey } from '../core/run/target';
import type { RunStore } from '../runs/runStore';
import { isNone, KeyedFinder } from './kept/keyedFinder';
import { momentOf } from './kept/planAgain';
import type { RecordSelection, ShownRun } from './keptRuns';
import type { Planner } from './planner';
import { hmacOf } from '../extract/hmacOf';

/**
 * States of people whom the run did not bring to the desired state, and whom another run may. Unknown outcomes must be
 * settled first.
 */
const FAILURES: ReadonlySet<RecordState> = new Set<RecordState>([
  'failed',
  'refused',
  'rejected',
  'given-up',
  'not-sent',
  'cancelled',
  'no-entry',
]);

/** States of requests that a run has not sent, or not known to be successful. */
const REST: ReadonlySet<BatchState> = new Set<BatchState>([
  'planned',
  'sending',
  'rejected',
  'not-sent',
  'unknown',
  'given-up',
  'cancelled',
]);

/**
 * The people in the current source whom a run did not bring to the desired state. They are matched by id; people
 * without an id are matched by position while the source is unchanged. `undefined` if the source cannot be read.
 */
export function failuresOf(store: RunStore, shown: ShownRun, planner: Planner, signal?: AbortSignal) {
  return select(store, shown, planner, { kind: 'failures', run: shown.kept.id }, failed(shown.run), signal);
}

/** The people in the current source whom neither the run nor a newer one has sent, for a plan that replaces the run. */
export function restOf(store: RunStore, shown: ShownRun, planner: Planner, signal?: AbortSignal) {
  return select(store, shown, planner, { kind: 'rest', run: shown.kept.id }, left(shown), signal);
}

/** The person with this record number in the run. */
export function personOf(store: RunStore, shown: ShownRun, planner: Planner, record: number, signal?: AbortSignal) {
  return select(store, shown, planner, { kind: 'person', run: shown.kept.id }, [record - 1], signal);
}

function* failed(run: Run): Generator<number> {
  for (const { record, state } of run.account.records.states()) if (FAILURES.has(state)) yield record - 1;
}

function* left({ run, kept }: ShownRun): Generator<number> {
  for (const { record, state } of run.account.records.states()) {
    const isSent = state !== 'excluded' && state !== 'refused';
    if (isSent && !kept.state.superseded.has(record) && REST.has(run.stateOf(run.batchOf(record)))) yield record - 1;
  }
}

async function select(
  store: RunStore,
  { kept }: ShownRun,
  planner: Planner,
  reason: SelectionReason,
  wanted: Iterable<number>,
  signal: AbortSignal | undefined,
): Promise<RecordSelection | undefined> {
  const [records, key] = await Promise.all([kept.records(), store.key()]);
  const indexes = new Set(wanted);
  const reserved = await store.reserve();
  try {
    const planned = await planner.plan({
      moment: momentOf(kept.plan),
      selection: { kind: 'all' },
      pilot: { first: 0 },
      keeping: { key, baseline: store.baselinePath(jobKey(kept.plan.target)), digests: reserved.digests },
      ...(signal && { signal }),
    });
    if ('problems' in planned) return undefined;
    const isSame = planned.source.sha256 === kept.plan.source.sha256;
    const finder = new KeyedFinder(records.ids, hmacOf(key));
    const isWanted = (place: number): boolean => {
      for (const index of finder.indexesOfHash(planned.ids, place)) if (indexes.has(index)) return true;
      return isSame && indexes.has(place) && isNone(records.ids, place);
    };
    return { ...chosen(planned.plan.records.count, isWanted), reason };
  } finally {
    await reserved.discard();
  }
}

function chosen(records: number, isWanted: (index: number) => boolean): Pick<RecordSelection, 'bits' | 'count'> {
  const bits = new Uint8Array(Math.ceil(records / 8));
  let count = 0;
  for (let index = 0; index < records; index++) {
    if (!isWanted(index)) continue;
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
    count++;
  }
  return { bits, count };
}
