import type { JsonObject } from '../../core/json/jsonValue';
import type { CycleCounters } from '../../core/provisioning/cycle/cycle';
import type { JobError } from './quarantine';

/** One run of a job. Times in milliseconds since 1970. */
export interface Execution {
  readonly id: string;
  readonly state: 'Succeeded' | 'Failed' | 'EntryLevelErrors';
  readonly began: number;
  readonly ended: number;
  readonly counts: CycleCounters;
  readonly error?: JobError;
}

export const noCounts: CycleCounters = {
  countEntitled: 0,
  countEntitledForProvisioning: 0,
  countEscrowed: 0,
  countEscrowedRaw: 0,
  countExported: 0,
  countExports: 0,
  countImported: 0,
  countImportedDeltas: 0,
  countImportedReferenceDeltas: 0,
};

/** The JSON of a `synchronizationTaskExecution`. */
export function executionJson({ id, state, began, ended, counts, error }: Execution): JsonObject {
  return {
    activityIdentifier: id,
    state,
    timeBegan: new Date(began).toISOString(),
    timeEnded: new Date(ended).toISOString(),
    ...counts,
    error: error === undefined ? null : { ...error, tenantActionable: true },
  };
}
