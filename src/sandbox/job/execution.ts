import type { JsonObject } from '../../core/json/jsonValue';
import type { Change } from '../../core/provisioning/change';
import type { JobError } from './quarantine';

/** One run of a job. Times in milliseconds since 1970. */
export interface Execution {
  readonly id: string;
  readonly state: 'Succeeded' | 'Failed' | 'EntryLevelErrors';
  readonly began: number;
  readonly ended: number;
  readonly counts: ExecutionCounts;
  readonly error?: JobError;
}

export interface ExecutionCounts {
  readonly imported: number;
  readonly referenceDeltas: number;
  /** Records that were in scope. */
  readonly entitled: number;
  readonly exports: number;
  readonly exported: number;
  readonly escrowed: number;
}

export const noCounts: ExecutionCounts = {
  imported: 0,
  referenceDeltas: 0,
  entitled: 0,
  exports: 0,
  exported: 0,
  escrowed: 0,
};

/** What the changes of a cycle over `imported` records add up to. */
export function countChanges(imported: number, changes: readonly Change[]): ExecutionCounts {
  const isExport = ({ action }: Change): boolean => action !== 'other' && action !== 'stagedDelete';
  const exports = changes.filter(isExport);
  const references = changes.filter((change) => change.steps.some((step) => step.type === 'referenceResolution'));
  return {
    imported,
    referenceDeltas: references.length,
    entitled: changes.filter((change) =>
      change.steps.some((step) => step.type === 'scoping' && step.status === 'success'),
    ).length,
    exports: exports.length,
    exported: exports.filter(({ status }) => status !== 'failure').length,
    escrowed: changes.filter(({ status }) => status === 'failure').length,
  };
}

/** As `synchronizationTaskExecution`. What its counters count exactly is not documented; they are filled by their names. */
export function executionJson({ id, state, began, ended, counts, error }: Execution): JsonObject {
  return {
    activityIdentifier: id,
    state,
    timeBegan: new Date(began).toISOString(),
    timeEnded: new Date(ended).toISOString(),
    countEntitled: counts.entitled,
    countEntitledForProvisioning: counts.entitled,
    countEscrowed: counts.escrowed,
    countEscrowedRaw: counts.escrowed,
    countExported: counts.exported,
    countExports: counts.exports,
    countImported: counts.imported,
    countImportedDeltas: counts.imported,
    countImportedReferenceDeltas: counts.referenceDeltas,
    error: error === undefined ? null : { ...error, tenantActionable: true },
  };
}
