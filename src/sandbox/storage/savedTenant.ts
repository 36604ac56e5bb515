import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { stringMember } from '../../core/json/jsonValue';
import type { DeferredReference } from '../../core/provisioning/cycle/change';
import type { DirectoryUser } from '../../core/provisioning/directory/directory';
import { createDirectory } from '../../core/provisioning/directory/directory';
import type { JobState } from '../../core/provisioning/cycle/jobState';
import { createJobState } from '../../core/provisioning/cycle/jobState';
import type { TargetValue } from '../../core/provisioning/directory/targetValue';
import type { SandboxIdentity } from '../gate/identity';
import type { Escrow } from '../job/escrow';
import type { JobRecord } from '../job/jobRecord';
import { newJobRecord } from '../job/jobRecord';
import type { StoredEntry } from '../provisioningLog';

// The types of a saved tenant, as JSON values. It is not validated when read, because its checksum proves that we wrote
// it.

/** An account. Whole numbers, which JSON cannot represent exactly, are `{ "integer": "…" }`. */
interface SavedUser {
  readonly id: string;
  readonly values: readonly (readonly [string, JsonValue])[];
}

export interface SavedJob {
  readonly users: readonly SavedUser[];
  readonly links: readonly (readonly [string, string])[];
  readonly unresolved: readonly (readonly [string, readonly DeferredReference[]])[];
  readonly outOfScope: readonly string[];
  /** Absent while the schema is the default. */
  readonly schema?: JsonObject;
  readonly record: SavedRecord;
}

type SavedRecord = Partial<Omit<JobRecord, 'known' | 'escrows'>> & {
  readonly known: readonly (readonly [string, JsonObject])[];
  readonly escrows: readonly (readonly [string, Escrow])[];
};

export interface SavedTenant {
  readonly identity: SandboxIdentity;
  /** How often it was reset; absent if never. */
  readonly resets?: number;
  /** Its clock when it was saved, in milliseconds since 1970; absent in files of earlier versions. */
  readonly clock?: number;
  readonly jobs: Readonly<Record<JobFlavour, SavedJob>>;
  readonly log: readonly StoredEntry[];
}

/** Sets the flavours of the applications, which an earlier version saved under another name, from their keys. */
export function loadIdentity({ applications, ...rest }: SandboxIdentity): SandboxIdentity {
  const { API2AAD, API2AD } = applications;
  return {
    ...rest,
    applications: { API2AAD: { ...API2AAD, flavour: 'API2AAD' }, API2AD: { ...API2AD, flavour: 'API2AD' } },
  };
}

export function saveJob(state: JobState, record: JobRecord, schema: JsonObject | undefined): SavedJob {
  return {
    users: [...state.directory.users()].map(({ id, values }) => ({
      id,
      values: [...values].map(([name, value]) => [name, saveValue(value)] as const),
    })),
    links: [...state.links.entries()],
    unresolved: [...state.unresolved.entries()],
    outOfScope: [...state.outOfScope.entries()].map(([externalId]) => externalId),
    ...(schema && { schema }),
    record: { ...record, known: [...record.known], escrows: [...record.escrows] },
  };
}

export function loadState({ users, links, unresolved, outOfScope }: SavedJob): JobState {
  const state = createJobState(createDirectory(users.map(loadUser)));
  for (const [externalId, id] of links) state.links.set(externalId, id);
  for (const [externalId, references] of unresolved) state.unresolved.set(externalId, references);
  for (const externalId of outOfScope) state.outOfScope.set(externalId, true);
  return state;
}

export function loadRecord({ record }: SavedJob): JobRecord {
  return { ...newJobRecord, ...record, known: new Map(record.known), escrows: new Map(record.escrows) };
}

function loadUser({ id, values }: SavedUser): DirectoryUser {
  return { id, values: new Map(values.map(([name, value]) => [name, loadValue(value)])) };
}

function saveValue(value: TargetValue): JsonValue {
  return typeof value === 'bigint' ? { integer: value.toString() } : value;
}

function loadValue(value: JsonValue): TargetValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(String);
  return BigInt(stringMember(value, 'integer') ?? '');
}
