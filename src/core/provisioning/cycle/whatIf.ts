import type { JsonObject } from '../../json/jsonValue';
import type { Change, ChangeOutcome, DeferredReference } from './change';
import type { CompiledJob } from '../job/compiledJob';
import type { CycleContext } from './cycleContext';
import type { JobState } from './jobState';
import { overlayState } from './jobState';
import type { InSteps } from './inSteps';
import { drained } from './inSteps';
import { cycleInSteps } from './runCycle';

/** What would happen to one record. */
export interface Prediction {
  readonly externalId: string;
  readonly outcome: ChangeOutcome;
  /** What happens when the record's turn comes. */
  readonly change: Change;
  /** What happens at the end of the cycle, when somebody whom the account refers to has been found. With a person's last record. */
  readonly settled?: Change;
  /** References that wait beyond the cycle. */
  readonly waiting: readonly DeferredReference[];
}

/**
 * What a cycle over these records would do: a prediction for each, in their order. Nothing is changed, and nothing is copied. For one
 * person alone, hand in that one record; for a whole plan all of them, since one may need another.
 */
export function whatIf(
  resources: readonly JsonObject[],
  job: CompiledJob,
  state: JobState,
  context: CycleContext,
): readonly Prediction[] {
  return drained(whatIfInSteps(resources, job, state, context));
}

/** The same in steps of a record each. It holds for a `state` that nobody changes meanwhile. */
export function* whatIfInSteps(
  resources: readonly JsonObject[],
  job: CompiledJob,
  state: JobState,
  context: CycleContext,
): InSteps<readonly Prediction[]> {
  const tried = overlayState(state);
  const { changes } = yield* cycleInSteps({ resources, job, state: tried, context });
  const settled = new Map(changes.filter(({ record }) => record === undefined).map((each) => [each.externalId, each]));
  const own = changes.filter(({ record }) => record !== undefined);
  const last = new Map(own.map((change) => [change.externalId, change]));
  return own.map((change) => {
    const later = last.get(change.externalId) === change ? settled.get(change.externalId) : undefined;
    const open = tried.unresolved.get(change.externalId) ?? [];
    const waiting = change.deferred.filter((reference) => open.some((each) => isSameReference(each, reference)));
    const { externalId } = change;
    return { externalId, outcome: outcomeOf(change, later), change, ...(later && { settled: later }), waiting };
  });
}

function isSameReference(a: DeferredReference, b: DeferredReference): boolean {
  return a.attribute === b.attribute && a.externalId === b.externalId;
}

/** A record that needs nothing but what comes at the end is updated by that. */
function outcomeOf({ outcome }: Change, later: Change | undefined): ChangeOutcome {
  return later !== undefined && (outcome === 'deferred' || outcome === 'unchanged') ? 'updated' : outcome;
}
