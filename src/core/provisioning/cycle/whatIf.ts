import type { JsonObject } from '../../json/jsonValue';
import type { Change, ChangeOutcome, DeferredReference } from './change';
import type { CompiledJob } from '../job/compiledJob';
import type { CycleContext } from './cycleContext';
import type { JobState } from './jobState';
import { overlayState } from './jobState';
import type { InSteps } from './inSteps';
import { drained } from './inSteps';
import { cycleInSteps } from './runCycle';

/** The predicted result of one record. */
export interface Prediction {
  readonly externalId: string;
  readonly outcome: ChangeOutcome;
  /** The change when the record is processed. */
  readonly change: Change;
  /**
   * The change at the end of the cycle, once a person that the account refers to was found. Only on a person's last
   * record.
   */
  readonly settled?: Change;
  /** References that are still unresolved after the cycle. */
  readonly waiting: readonly DeferredReference[];
}

/**
 * Predicts the results of a cycle over these records, in their order. Changes and copies nothing. For a single person,
 * pass only that record; for a whole plan, pass all records, since one may need another.
 */
export function whatIf(
  resources: readonly JsonObject[],
  job: CompiledJob,
  state: JobState,
  context: CycleContext,
): readonly Prediction[] {
  return drained(whatIfInSteps(resources, job, state, context));
}

/** The same, one record in each step. The state must not change in the meantime. */
export function* whatIfInSteps(
  resources: readonly JsonObject[],
  job: CompiledJob,
  state: JobState,
  context: CycleContext,
): InSteps<readonly Prediction[]> {
  const trial = overlayState(state);
  const { changes } = yield* cycleInSteps({ resources, job, state: trial, context });
  const settled = new Map(changes.filter(({ record }) => record === undefined).map((each) => [each.externalId, each]));
  const own = changes.filter(({ record }) => record !== undefined);
  const last = new Map(own.map((change) => [change.externalId, change]));
  return own.map((change) => {
    const later = last.get(change.externalId) === change ? settled.get(change.externalId) : undefined;
    const open = trial.unresolved.get(change.externalId) ?? [];
    const waiting = change.deferred.filter((reference) => open.some((each) => isSameReference(each, reference)));
    const { externalId } = change;
    return { externalId, outcome: outcomeOf(change, later), change, ...(later && { settled: later }), waiting };
  });
}

function isSameReference(a: DeferredReference, b: DeferredReference): boolean {
  return a.attribute === b.attribute && a.externalId === b.externalId;
}

/** If only the references change at the end, the record counts as updated. */
function outcomeOf({ outcome }: Change, later: Change | undefined): ChangeOutcome {
  return later !== undefined && (outcome === 'deferred' || outcome === 'unchanged') ? 'updated' : outcome;
}
