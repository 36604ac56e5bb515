import type { JsonObject } from '../../json/jsonValue';
import { isJsonObject, member, readJson } from '../../json/jsonValue';
import type { CompiledJob } from '../../provisioning/job/compiledJob';
import type { CycleContext } from '../../provisioning/cycle/cycleContext';
import type { JobState } from '../../provisioning/cycle/jobState';
import type { Prediction } from '../../provisioning/cycle/whatIf';
import { whatIf } from '../../provisioning/cycle/whatIf';
import type { Plan } from '../plan';
import { sentIn } from '../plan';
import type { PlannedBody } from '../plannedBody';

/** The predicted outcome of one record of an extract. */
export interface PredictedRecord {
  /** The record's number, from 1, and the physical line on which it begins. */
  readonly record: number;
  readonly line: number;
  readonly prediction: Prediction;
}

/**
 * Predicts the outcome for everybody in a plan, in sending order, as if one cycle of the job processed them all.
 * Changes nothing. A real job may spread them over several cycles: a manager may then arrive later and be set by a
 * second change.
 * @param resources the users in the plan's bodies: {@link resourcesOf}
 */
export function predictPlan(
  plan: Plan,
  resources: readonly JsonObject[],
  job: CompiledJob,
  state: JobState,
  context: CycleContext,
): readonly PredictedRecord[] {
  const people = plan.batches.flatMap((batch) => [...sentIn(plan, batch)]);
  if (people.length !== resources.length) throw new Error(`${people.length} operations have ${resources.length} users`);
  return whatIf(resources, job, state, context).map((prediction, place) => {
    const index = people[place] ?? 0;
    return { record: index + 1, line: plan.records.lines[index] ?? 0, prediction };
  });
}

/**
 * The users in a body.
 * @throws Error if the body has another form, which is a bug
 */
export function resourcesOf({ number, body, operations }: PlannedBody): readonly JsonObject[] {
  const json = readJson(body);
  const list = 'value' in json ? member(json.value, 'Operations') : undefined;
  const found = (Array.isArray(list) ? list : []).map((operation: unknown) => member(operation, 'data'));
  const resources = found.filter((data): data is JsonObject => isJsonObject(data));
  if (resources.length !== operations) throw new Error(`batch ${number} does not hold its ${operations} users`);
  return resources;
}
