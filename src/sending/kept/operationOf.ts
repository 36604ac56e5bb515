import { isJsonObject, member, readJson } from '../../core/json/jsonValue';
import type { JsonObject } from '../../core/json/jsonValue';
import { batchOf, sentIn } from '../../core/run/plan';
import { externalIdOf } from '../../core/run/recordTexts';
import type { KeptRun, RunStore } from '../../runs/runStore';
import type { Planner } from '../planner';
import type { ChangedPart } from './planAgain';
import { planAgain } from './planAgain';

/** A bulk request with one operation, or what has changed so that it cannot be rebuilt. */
export type OperationAgain = { readonly request: JsonObject } | { readonly changed: ChangedPart };

/**
 * What a run sent, or will send, for one record: a bulk request with only that operation, rebuilt from the source and
 * compared with the plan. It is not stored on disk.
 *
 * @param record the number of an operation of the plan, from 1
 */
export async function operationOf(
  store: RunStore,
  kept: KeptRun,
  planner: Planner,
  record: number,
  signal?: AbortSignal,
): Promise<OperationAgain> {
  const again = await planAgain(store, kept, planner, signal);
  if ('changed' in again) return again;
  const { planned, options } = again;
  const batch = batchOf(planned.plan, record);
  for await (const made of planner.bodies(planned, options)) {
    if (made.kind === 'lost') return { changed: 'source' };
    if (made.number !== batch.number) continue;
    const place = [...sentIn(planned.plan, batch)].indexOf(record - 1);
    return { request: requestAt(made.body, place, externalIdOf(planned.plan.records.texts, record - 1)) };
  }
  throw new Error(`request ${batch.number} was not made again`);
}

function requestAt(body: string, place: number, externalId: string | undefined): JsonObject {
  const reading = readJson(body);
  const request = 'value' in reading ? reading.value : undefined;
  const operations = member(request, 'Operations');
  const operation = Array.isArray(operations) ? (operations as readonly unknown[])[place] : undefined;
  if (!isJsonObject(request) || !isJsonObject(operation))
    throw new Error(`operation ${place + 1} is not in its request`);
  if (member(operation.data, 'externalId') !== externalId) throw new Error('an operation is of somebody else');
  return { ...request, Operations: [operation] };
}
