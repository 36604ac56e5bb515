import type { RunState } from '../../core/journal/runState';
import type { Group } from '../../core/journal/search';
import { nextGroup } from '../../core/journal/search';
import { bodyOf, partsOfBody } from '../../core/run/bodyParts';
import type { LostBody, PlannedBodies, PlannedBody } from '../../core/run/plannedBody';
import { hashBody } from '../../extract/hashBody';
import { isOver } from '../live/batchStatus';

/**
 * The requests of a search. Each is made after the previous one has ended, because its contents depend on that result.
 * Holds at most the operations of one request in memory.
 */
export async function* searchBodies(
  bodies: PlannedBodies,
  state: RunState,
): AsyncGenerator<PlannedBody | LostBody, void, undefined> {
  const singles: PlannedBody[] = [];
  for await (const body of bodies) {
    if (body.kind === 'lost') {
      yield body;
      return;
    }
    singles.push(body);
  }
  const next = (): Group | undefined =>
    nextGroup({ batches: state.batches, isRefused: (first, last) => state.isRefused(first, last), isOver });
  for (let group = next(); group !== undefined; group = next()) yield bodyFor(group, singles);
}

function bodyFor({ first, last }: Group, singles: readonly PlannedBody[]): PlannedBody {
  const own = singles.slice(first - 1, last);
  const [single] = own;
  if (single === undefined) throw new Error(`batch ${first} is not in the plan`);
  if (own.length === 1) return single;
  const operations = own.flatMap(({ body }) => partsOfBody(body).operations);
  const body = bodyOf(partsOfBody(single.body), operations);
  return { ...single, operations: own.length, body, group: { through: last, hash: hashBody(body) } };
}
