import type { JsonObject } from '../../json/jsonValue';
import type { Change, DeferredReference } from './change';
import type { Refusal } from '../directory/refusal';

/** The result of a cycle. */
export interface Cycle {
  /**
   * In the order of events: one change for each record, then one for each person whose references were resolved at the
   * end.
   */
  readonly changes: readonly Change[];
  /**
   * Records that were held because too many accounts would be disabled; they run again when an administrator allows it.
   */
  readonly stagedDeletes: readonly CycleRecord[];
  /** Records that failed and will be retried. */
  readonly escrowed: readonly EscrowedRecord[];
  /** People with unresolved references, which do not count as failures. Source: Entra, quarantine status. */
  readonly waiting: readonly WaitingPerson[];
  readonly counters: CycleCounters;
}

export interface CycleRecord {
  readonly externalId: string;
  readonly resource: JsonObject;
}

export interface EscrowedRecord extends CycleRecord {
  readonly refusal: Refusal;
}

interface WaitingPerson {
  readonly externalId: string;
  readonly references: readonly DeferredReference[];
}

/** Source: Graph, synchronizationTaskExecution. The exact meaning of each counter is approximated. */
export interface CycleCounters {
  readonly countEntitled: number;
  readonly countEntitledForProvisioning: number;
  readonly countEscrowed: number;
  readonly countEscrowedRaw: number;
  readonly countExported: number;
  readonly countExports: number;
  readonly countImported: number;
  readonly countImportedDeltas: number;
  readonly countImportedReferenceDeltas: number;
}

const EXPORTED = new Set(['created', 'updated', 'enabled', 'disabled']);

export function countCycle(records: number, changes: readonly Change[], waiting: number): CycleCounters {
  const exported = changes.filter(({ outcome }) => EXPORTED.has(outcome)).length;
  const failed = changes.filter(({ outcome }) => outcome === 'failed').length;
  const entitled = changes.filter(
    ({ outcome, record }) => record !== undefined && outcome !== 'out-of-scope' && outcome !== 'skipped',
  ).length;
  return {
    countEntitled: entitled,
    countEntitledForProvisioning: entitled,
    countEscrowed: failed,
    countEscrowedRaw: failed + waiting,
    countExported: exported,
    countExports: exported + failed,
    countImported: records,
    countImportedDeltas: records,
    countImportedReferenceDeltas: changes.filter(({ deferred }) => deferred.length > 0).length,
  };
}
