import type { Batch } from '../convert/batch';
import type { JsonObject } from '../json/jsonValue';
import { isJsonObject, member, readJson } from '../json/jsonValue';
import type { CompiledJob } from '../provisioning/job/compiledJob';
import type { CycleContext } from '../provisioning/cycle/cycleContext';
import type { JobState } from '../provisioning/cycle/jobState';
import type { Prediction } from '../provisioning/cycle/whatIf';
import { whatIf } from '../provisioning/cycle/whatIf';

/** What would become of one record of an extract. */
export interface PredictedRecord {
  /** The record's number, from 1, and the physical line on which it begins. */
  readonly record: number;
  readonly line: number;
  readonly prediction: Prediction;
}

/**
 * What would become of everybody in a plan, in the order of sending, as if one cycle of the job took them all. Nothing is changed. A real
 * job may spread them over several cycles: a manager then comes later, and a second change sets it.
 */
export function predictPlan(
  { batches }: { readonly batches: readonly Batch[] },
  job: CompiledJob,
  state: JobState,
  context: CycleContext,
): readonly PredictedRecord[] {
  const people = batches.flatMap(({ members }) => members);
  const predictions = whatIf(batches.flatMap(resourcesOf), job, state, context);
  return people.map(({ record, line }, index) => {
    const prediction = predictions[index];
    if (prediction === undefined) throw new Error(`record ${record} has no prediction`);
    return { record, line, prediction };
  });
}

/** The users that a batch holds. A body that is none of ours is a mistake of ours. */
export function resourcesOf({ number, body, operations }: Batch): readonly JsonObject[] {
  const json = readJson(body);
  const list = 'value' in json ? member(json.value, 'Operations') : undefined;
  const found = (Array.isArray(list) ? list : []).map((operation: unknown) => member(operation, 'data'));
  const resources = found.filter((data): data is JsonObject => isJsonObject(data));
  if (resources.length !== operations) throw new Error(`batch ${number} does not hold its ${operations} users`);
  return resources;
}
