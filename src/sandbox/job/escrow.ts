import type { JsonObject } from '../../core/json/jsonValue';
import type { JobRules } from './jobRules';

/** A failed record that will be retried. Times in milliseconds since 1970. */
export interface Escrow {
  readonly resource: JsonObject;
  readonly firstFailed: number;
  readonly attempts: number;
  readonly due: number;
}

/** The record after it failed at `now`; `undefined` if it has failed for too long to be retried again. */
export function escrowed(
  resource: JsonObject,
  before: Escrow | undefined,
  now: number,
  rules: JobRules,
): Escrow | undefined {
  const firstFailed = before?.firstFailed ?? now;
  const attempts = (before?.attempts ?? 0) + 1;
  const delay = rules.retryDelays[Math.min(attempts, rules.retryDelays.length) - 1] ?? rules.retryFor;
  const due = now + delay;
  return due > firstFailed + rules.retryFor ? undefined : { resource, firstFailed, attempts, due };
}
