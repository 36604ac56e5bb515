import type { JsonObject, JsonValue } from '../json/jsonValue';
import { isJsonObject, member, stringMember } from '../json/jsonValue';

/** The values that the service writes today; any other value is kept unchanged. */
export type KnownStatus = 'success' | 'warning' | 'failure' | 'skipped';
export type KnownAction = 'create' | 'update' | 'delete' | 'stagedDelete' | 'disable' | 'other';
export type KnownStepType = 'import' | 'scoping' | 'matching' | 'processing' | 'referenceResolution' | 'export';

/** An enumeration with some known values. */
type Open<Known extends string> = Known | (string & {});

/** What the service says about a record that it did not provision. */
interface LogError {
  readonly code: string;
  readonly reason: string;
  readonly category: string;
  readonly recommendedAction: string;
  readonly additionalDetails: string;
}

interface LogIdentity {
  readonly id: string;
  readonly displayName: string;
}

export interface LogStep {
  readonly name: string;
  readonly type: Open<KnownStepType>;
  readonly status: Open<KnownStatus>;
  readonly description: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface ModifiedProperty {
  readonly name: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/**
 * One entry of the provisioning log: Graph's provisioningObjectSummary in our words. Omitted texts are `''`.
 * `sourceIdentity.id` is the externalId of the record that was sent.
 */
export interface LogEntry {
  readonly id: string;
  /** ISO 8601, as received; compare with `parseInstant`. */
  readonly activityDateTime: string;
  readonly jobId: string;
  readonly cycleId: string;
  readonly changeId: string;
  readonly action: Open<KnownAction>;
  readonly status: Open<KnownStatus>;
  readonly error?: LogError;
  readonly sourceIdentity: LogIdentity;
  readonly targetIdentity: LogIdentity;
  readonly servicePrincipal: LogIdentity;
  readonly durationInMilliseconds?: number;
  readonly steps: readonly LogStep[];
  readonly modifiedProperties: readonly ModifiedProperty[];
  /** The full JSON from the service, for the read-only document of an entry. */
  readonly raw: JsonObject;
}

/** In the order in which CSV2SCIM prints them. */
export const LOG_STATUSES = ['success', 'failure', 'skipped', 'warning'] as const satisfies readonly KnownStatus[];
export const LOG_ACTIONS = [
  'create',
  'update',
  'delete',
  'disable',
  'stagedDelete',
  'other',
] as const satisfies readonly KnownAction[];
const STEP_TYPES: readonly KnownStepType[] = [
  'import',
  'scoping',
  'matching',
  'processing',
  'referenceResolution',
  'export',
];

/**
 * Reads one entry, v1.0 or beta. Only an object with an `id` is an entry; every other member may be absent, differ in
 * case (enumerations do) or be unknown. Source: Microsoft Graph, resource type provisioningObjectSummary, v1.0 and beta
 * pages and samples, which disagree on `errorInfo`/`errorInformation`, `provisioningAction`/`action` and whether
 * `servicePrincipal` is a list.
 */
export function parseLogEntry(value: unknown): LogEntry | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = stringMember(value, 'id');
  if (id === undefined || id === '') return undefined;
  const info = member(value, 'provisioningStatusInfo') ?? member(value, 'statusInfo');
  const error = parseError(info);
  const duration = member(value, 'durationInMilliseconds');
  return {
    id,
    activityDateTime: textMember(value, 'activityDateTime'),
    jobId: textMember(value, 'jobId'),
    cycleId: textMember(value, 'cycleId'),
    changeId: textMember(value, 'changeId'),
    action: known<KnownAction>(LOG_ACTIONS, stringMember(value, 'provisioningAction') ?? textMember(value, 'action')),
    status: known<KnownStatus>(LOG_STATUSES, textMember(info, 'status')),
    ...(error && { error }),
    sourceIdentity: parseIdentity(member(value, 'sourceIdentity')),
    targetIdentity: parseIdentity(member(value, 'targetIdentity')),
    servicePrincipal: parseIdentity(firstOf(member(value, 'servicePrincipal'))),
    ...(typeof duration === 'number' && { durationInMilliseconds: duration }),
    steps: listMember(value, 'provisioningSteps').filter(isJsonObject).map(parseStep),
    modifiedProperties: listMember(value, 'modifiedProperties').filter(isJsonObject).map(parseModifiedProperty),
    raw: value,
  };
}

function parseError(info: JsonValue | undefined): LogError | undefined {
  // Beta's statusInfo carries the members of the error itself
  const error = [member(info, 'errorInformation'), member(info, 'errorInfo'), info].find(isJsonObject);
  const code = textMember(error, 'errorCode');
  const reason = textMember(error, 'reason');
  if (code === '' && reason === '') return undefined;
  return {
    code,
    reason,
    category: textMember(error, 'errorCategory'),
    recommendedAction: textMember(error, 'recommendedAction'),
    additionalDetails: textMember(error, 'additionalDetails'),
  };
}

function parseIdentity(value: JsonValue | undefined): LogIdentity {
  return { id: textMember(value, 'id'), displayName: textMember(value, 'displayName') };
}

function parseStep(value: JsonObject): LogStep {
  const details = member(value, 'details');
  return {
    name: textMember(value, 'name'),
    type: known(STEP_TYPES, stringMember(value, 'provisioningStepType') ?? textMember(value, 'type')),
    status: known<KnownStatus>(LOG_STATUSES, textMember(value, 'status')),
    description: textMember(value, 'description'),
    details: Object.fromEntries(
      Object.entries(isJsonObject(details) ? details : {})
        .filter(([, detail]) => detail !== null)
        .map(([name, detail]) => [name, typeof detail === 'string' ? detail : JSON.stringify(detail)]),
    ),
  };
}

function parseModifiedProperty(value: JsonObject): ModifiedProperty {
  return {
    name: textMember(value, 'displayName'),
    oldValue: stringMember(value, 'oldValue') ?? null,
    newValue: stringMember(value, 'newValue') ?? null,
  };
}

function known<Known extends string>(values: readonly Known[], text: string): Open<Known> {
  return values.find((value) => value.toLowerCase() === text.toLowerCase()) ?? text;
}

function textMember(object: unknown, name: string): string {
  return stringMember(object, name) ?? '';
}

function listMember(object: unknown, name: string): readonly JsonValue[] {
  const value = member(object, name);
  return isList(value) ? value : [];
}

function firstOf(value: JsonValue | undefined): JsonValue | undefined {
  return isList(value) ? value[0] : value;
}

/** `Array.isArray` does not narrow read-only lists. */
function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
