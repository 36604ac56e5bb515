import type { JsonObject } from '../../core/json/jsonValue';
import type { Cycle } from '../../core/provisioning/cycle/cycle';
import type { Escrow } from './escrow';
import { escrowed } from './escrow';
import type { Execution } from './execution';
import { noCounts } from './execution';
import type { JobRecord } from './jobRecord';
import { resourceExternalId } from './jobRecord';
import type { JobRules } from './jobRules';
import type { JobError, QuarantineReason } from './quarantine';
import { quarantined, quarantineReason } from './quarantine';

export interface Settlement {
  readonly now: number;
  /** The id of the run. */
  readonly id: string;
  readonly rules: JobRules;
  /** Number of people that the job has processed. */
  readonly linked: number;
}

/** The job after a cycle over these records. */
export function settleCycle(
  record: JobRecord,
  resources: readonly JsonObject[],
  cycle: Cycle,
  { now, id, rules, linked }: Settlement,
): JobRecord {
  const failed = cycle.escrowed.map(({ resource }) => resource);
  const held = cycle.stagedDeletes.map(({ resource }) => resource);
  const { escrows, escrowsPruned } = settleEscrows(record, resources, failed, now, rules);
  const counts = cycle.counters;
  const state = failed.length > 0 ? 'EntryLevelErrors' : 'Succeeded';
  const execution: Execution = { id, state, began: now, ended: now, counts };
  const failures = {
    records: Math.max(linked, resources.length),
    failures: escrows.size,
    referenceFailures: cycle.waiting.length,
  };
  const found: QuarantineReason | undefined =
    held.length > 0 ? 'TooManyDeletes' : quarantineReason(failures, rules.quarantine);
  // A job in quarantine stays there until it is started or restarted
  const reason = found ?? record.quarantine?.reason;
  return {
    ...record,
    escrows: record.clearsEscrows ? new Map() : escrows,
    escrowsPruned,
    clearsEscrows: false,
    held: [...record.held, ...held],
    lastExecution: execution,
    lastSuccessful: execution,
    ...(counts.countExported > 0 && { lastSuccessfulWithExports: execution }),
    successiveFailures: 0,
    steadySince: record.steadySince ?? now,
    ...(reason !== undefined && {
      quarantine: quarantined(record.quarantine, reason, now, rules.quarantine, record.quarantine?.error),
    }),
  };
}

/** The job after a cycle that failed as a whole. */
export function settleFailure(
  record: JobRecord,
  error: JobError,
  { now, id, rules }: Omit<Settlement, 'linked'>,
): JobRecord {
  return {
    ...record,
    successiveFailures: record.successiveFailures + 1,
    quarantine: quarantined(record.quarantine, 'EncounteredQuarantineException', now, rules.quarantine, error),
    isImposed: true,
    lastExecution: { id, state: 'Failed', began: now, ended: now, counts: noCounts, error },
  };
}

function settleEscrows(
  record: JobRecord,
  resources: readonly JsonObject[],
  failed: readonly JsonObject[],
  now: number,
  rules: JobRules,
): Pick<JobRecord, 'escrows' | 'escrowsPruned'> {
  const escrows = new Map<string, Escrow>(record.escrows);
  let { escrowsPruned } = record;
  for (const resource of resources) escrows.delete(resourceExternalId(resource));
  for (const resource of failed) {
    const id = resourceExternalId(resource);
    const escrow = escrowed(resource, record.escrows.get(id), now, rules);
    if (escrow === undefined) escrowsPruned = true;
    else escrows.set(id, escrow);
  }
  return { escrows, escrowsPruned };
}
