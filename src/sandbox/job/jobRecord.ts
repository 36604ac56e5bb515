import type { JsonObject } from '../../core/json/jsonValue';
import { stringMember } from '../../core/json/jsonValue';
import type { Escrow } from './escrow';
import type { Execution } from './execution';
import type { JobError, Quarantine, QuarantineReason } from './quarantine';

/** What a scenario brings a job into. */
export type JobCondition =
  | { readonly kind: 'paused' }
  | { readonly kind: 'quarantined'; readonly reason: QuarantineReason; readonly error: JobError };

/** All that a job is besides its engine, as it is saved. Times in milliseconds since 1970. */
export interface JobRecord {
  readonly schedule: 'Active' | 'Paused' | 'Disabled';
  readonly quarantine: Quarantine | undefined;
  readonly staged: readonly JsonObject[];
  /** When the oldest of the staged operations came. */
  readonly stagedSince: number | undefined;
  /** The last record of each person, to be looked at again when the schema changes. By externalId. */
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
  /** The escrows are cleared after the next cycle: a running job was restarted. */
  readonly clearsEscrows: boolean;
  /** Every person that the job knows is looked at again in the next cycle: its schema was changed. */
  readonly reevaluates: boolean;
  /** The present schedule or quarantine is a scenario's doing. */
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
