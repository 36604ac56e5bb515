import { parseInstant } from '../core/logs/instant';
import type { JsonValue } from '../core/json/jsonValue';
import { isJsonObject, member, readJson, stringMember } from '../core/json/jsonValue';

/**
 * The facts of a provisioning job. Values of the service are only kept if they consist of letters and digits, otherwise
 * they are `''`. Times are milliseconds since 1970. Source: Microsoft Graph, resource type synchronizationJob.
 */
export interface JobState {
  readonly id: string;
  /** The template; jobs of the API-driven applications have `API2AAD` or `API2AD`. */
  readonly templateId: string;
  /** `Active`, `Paused`, `Disabled`. */
  readonly schedule: string;
  /** `NotConfigured`, `NotRun`, `Active`, `Paused`, `Quarantine`. */
  readonly code: string;
  readonly quarantine: JobQuarantine | undefined;
  readonly lastExecution: JobExecution | undefined;
  /** Whether the job has an accidental-deletions threshold; absent if the service does not return its settings. */
  readonly preventsDeletions?: boolean;
}

export interface JobQuarantine {
  readonly reason: string;
  /** The code of its error, such as `HybridIdentityServiceNoActiveAgents`. */
  readonly error: string;
  readonly began: number | undefined;
  readonly nextAttempt: number | undefined;
}

interface JobExecution {
  /** `Succeeded`, `Failed`, `EntryLevelErrors`. */
  readonly state: string;
  readonly ended: number;
}

/** Parses an answer to `GET …/synchronization/jobs/{id}`, or returns one sentence on why it is not one. */
export function parseJob(text: string): JobState | { readonly refusal: string } {
  const json = readJson(text);
  const job = 'value' in json ? json.value : undefined;
  const [schedule, status] = [member(job, 'schedule'), member(job, 'status')];
  if (!isJsonObject(schedule) || !isJsonObject(status))
    return { refusal: 'The answer is not a job: it has no "schedule" or no "status".' };
  return {
    id: stringMember(job, 'id') ?? '',
    templateId: wordOf(job, 'templateId'),
    schedule: wordOf(schedule, 'state', ['Active', 'Paused', 'Disabled']),
    code: wordOf(status, 'code', ['NotConfigured', 'NotRun', 'Active', 'Paused', 'Quarantine']),
    quarantine: parseQuarantine(member(status, 'quarantine')),
    lastExecution: parseExecution(member(status, 'lastExecution')),
    ...preventionIn(member(job, 'synchronizationJobSettings')),
  };
}

/**
 * The name of the accidental-deletions threshold in the settings of a job. Source: Microsoft Learn, accidental
 * deletions prevention.
 */
const THRESHOLD = 'QuarantineTooManyDeletesThreshold';

function preventionIn(settings: JsonValue | undefined): Pick<JobState, 'preventsDeletions'> {
  if (!Array.isArray(settings)) return {};
  const setting = (settings as readonly JsonValue[]).find((each) => stringMember(each, 'name') === THRESHOLD);
  if (setting === undefined) return { preventsDeletions: false };
  // A value that is not a number says nothing about the threshold
  return /^[0-9]*[1-9][0-9]*$/.test(stringMember(setting, 'value') ?? '') ? { preventsDeletions: true } : {};
}

function parseQuarantine(json: JsonValue | undefined): JobQuarantine | undefined {
  if (!isJsonObject(json)) return undefined;
  return {
    reason: wordOf(json, 'reason'),
    error: wordOf(member(json, 'error'), 'code'),
    began: timeOf(json, 'currentBegan'),
    nextAttempt: timeOf(json, 'nextAttempt'),
  };
}

/**
 * Graph gives a job that has never run a failed execution in the year 1. Source: Entra, cross-tenant synchronization by
 * Graph.
 */
function parseExecution(json: JsonValue | undefined): JobExecution | undefined {
  const ended = timeOf(json, 'timeEnded');
  if (ended === undefined) return undefined;
  return { state: wordOf(json, 'state', ['Succeeded', 'Failed', 'EntryLevelErrors']), ended };
}

/** Reads an enumerated value, ignoring case; a value in `known` is returned with that spelling. */
function wordOf(json: JsonValue | undefined, name: string, known: readonly string[] = []): string {
  const word = stringMember(json, name) ?? '';
  if (!/^[A-Za-z0-9]{1,80}$/.test(word)) return '';
  return known.find((each) => each.toLowerCase() === word.toLowerCase()) ?? word;
}

/** `undefined` for Graph's "never", a time in the year 1. */
function timeOf(json: JsonValue | undefined, name: string): number | undefined {
  const time = parseInstant(stringMember(json, name) ?? '');
  return time === undefined || time < 0 ? undefined : time;
}
