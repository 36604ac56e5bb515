import type { JsonObject } from '../../core/json/jsonValue';
import { stringMember } from '../../core/json/jsonValue';
import type { Escrow } from './escrow';
import type { Execution } from './execution';
import type { JobError, Quarantine, QuarantineReason } from './quarantine';

/** The state in which a scenario puts a job. */
export type JobCondition =
  | { readonly kind: 'paused' }
  | { readonly kind: 'quarantined'; readonly reason: QuarantineReason; readonly error: JobError };

/** The saved state of a job, without its engine. Times in milliseconds since 1970. */
export interface JobRecord {
  readonly schedule: 'Active' | 'Paused' | 'Disabled';
  readonly quarantine: Quarantine | undefined;
  readonly staged: readonly JsonObject[];
  /** When the oldest staged operation arrived. */
  readonly stagedSince: number | undefined;
  /** The last record of each person, by externalId; processed again when the schema changes. */
  readonly known: ReadonlyMap<string, JsonObject>;
  /** By externalId. */
  readonly escrows: ReadonlyMap<string, Escrow>;
  readonly escrowsPruned: boolean;
  /** Records whose disable or delete was held back. */
  readonly held: readonly JsonObject[];
  readonly lastExecution: Execution | undefined;
  readonly lastSuccessful: Execution | undefined;
  readonly lastSuccessfulWithExports: Execution | undefined;
  readonly successiveFailures: number;
  readonly steadySince: number | undefined;
  /** Whether the next cycle clears the escrows, because a running job was restarted. */
  readonly clearsEscrows: boolean;
  /** Whether the next cycle processes every known person, because the schema was changed. */
  readonly reevaluates: boolean;
  /** Whether a scenario has caused the current schedule or quarantine. */
  readonly isImposed: boolean;
}

export const newJobRecord: JobRecord = {
  schedule: 'Active',
  quarantine: undefined,
  staged: [],
  stagedSince: undefined,
  known: new Map(),
  escrows: new Map(),
  escrowsPruned: false,
  held: [],
  lastExecution: undefined,
  lastSuccessful: undefined,
  lastSuccessfulWithExports: undefined,
  successiveFailures: 0,
  steadySince: undefined,
  clearsEscrows: false,
  reevaluates: false,
  isImposed: false,
};

export function resourceExternalId(resource: JsonObject): string {
  return stringMember(resource, 'externalId') ?? '';
}
