import type { JsonObject } from '../../core/json/jsonValue';
import type { JobRecord } from './jobRecord';
import { resourceExternalId } from './jobRecord';
import type { JobRules } from './jobRules';

/** When the next cycle is due, in milliseconds since 1970; `undefined` if nothing waits for one. */
export function nextCycle(record: JobRecord, { cycleDelay, cycleInterval }: JobRules, now: number): number | undefined {
  const { schedule, quarantine, stagedSince, escrows, reevaluates } = record;
  if (schedule !== 'Active') return undefined;
  if (quarantine !== undefined) return quarantine.nextAttempt;
  const again = Math.min(...[...escrows.values()].map(({ due }) => due), reevaluates ? now : Infinity);
  if (cycleDelay !== undefined) {
    const due = Math.min(again, (stagedSince ?? Infinity) + cycleDelay);
    return due === Infinity ? undefined : due;
  }
  const wanted = Math.min(again, stagedSince ?? Infinity);
  // Cycles run at multiples of the interval
  return wanted === Infinity ? undefined : (Math.floor(Math.max(wanted, now) / cycleInterval) + 1) * cycleInterval;
}

/**
 * Takes the records that the next cycle processes: retries, everybody if the schema has changed, and staged operations.
 * A newer record of a person replaces an older one.
 */
export function takeStaged(
  record: JobRecord,
  now: number,
): { readonly resources: readonly JsonObject[]; readonly rest: JobRecord } {
  const { staged, escrows, known, reevaluates } = record;
  const isNew = new Set(staged.map(resourceExternalId));
  const again = [...escrows].filter(([id, { due }]) => (due <= now || reevaluates) && !isNew.has(id));
  const isAgain = new Set(again.map(([id]) => id));
  const others = reevaluates ? [...known].filter(([id]) => !isNew.has(id) && !isAgain.has(id)) : [];
  return {
    resources: [...again.map(([, { resource }]) => resource), ...others.map(([, resource]) => resource), ...staged],
    rest: {
      ...record,
      staged: [],
      stagedSince: undefined,
      reevaluates: false,
      known:
        staged.length === 0
          ? known
          : new Map([...known, ...staged.map((resource) => [resourceExternalId(resource), resource] as const)]),
    },
  };
}
