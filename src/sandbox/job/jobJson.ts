import type { JsonObject } from '../../core/json/jsonValue';
import type { Execution } from './execution';
import { executionJson } from './execution';
import type { Quarantine } from './quarantine';

/** Graph's "never". */
const NEVER = '0001-01-01T00:00:00Z';

/** The facts that a job's JSON shows. Times in milliseconds since 1970. */
export interface JobFacts {
  readonly id: string;
  readonly templateId: string;
  readonly schedule: 'Active' | 'Paused' | 'Disabled';
  /** Milliseconds between cycles, or from staging to the cycle. */
  readonly interval: number;
  readonly quarantine: Quarantine | undefined;
  readonly lastExecution: Execution | undefined;
  readonly lastSuccessful: Execution | undefined;
  readonly lastSuccessfulWithExports: Execution | undefined;
  readonly successiveFailures: number;
  readonly escrowsPruned: boolean;
  readonly staged: number;
  /** Number of people that the job has processed. */
  readonly linked: number;
  readonly steadySince: number | undefined;
  readonly deletesThreshold: number | undefined;
}

export type JobCode = 'NotRun' | 'Active' | 'Paused' | 'Quarantine';

/** The job's status code. Source: Microsoft Graph, resource type synchronizationStatus. */
export function jobCode({ schedule, quarantine, lastExecution }: JobFacts): JobCode {
  if (quarantine !== undefined) return 'Quarantine';
  if (schedule !== 'Active') return 'Paused';
  return lastExecution === undefined ? 'NotRun' : 'Active';
}

/**
 * The JSON of a `synchronizationJob`. The content of `progress`, and the key under which people are counted, are not
 * documented for these jobs.
 */
export function jobJson(facts: JobFacts, now: number): JsonObject {
  const { lastExecution, lastSuccessful, lastSuccessfulWithExports, steadySince, deletesThreshold } = facts;
  return {
    id: facts.id,
    templateId: facts.templateId,
    schedule: { expiration: null, interval: isoDuration(facts.interval), state: facts.schedule },
    status: {
      code: jobCode(facts),
      countSuccessiveCompleteFailures: facts.successiveFailures,
      escrowsPruned: facts.escrowsPruned,
      lastExecution: lastExecution === undefined ? null : executionJson(lastExecution),
      lastSuccessfulExecution: lastSuccessful === undefined ? null : executionJson(lastSuccessful),
      lastSuccessfulExecutionWithExports:
        lastSuccessfulWithExports === undefined ? null : executionJson(lastSuccessfulWithExports),
      progress: facts.staged === 0 ? [] : [progressJson(facts.staged, now)],
      quarantine: facts.quarantine === undefined ? null : quarantineJson(facts.quarantine),
      steadyStateFirstAchievedTime: steadySince === undefined ? NEVER : new Date(steadySince).toISOString(),
      steadyStateLastAchievedTime: lastSuccessful === undefined ? NEVER : new Date(lastSuccessful.ended).toISOString(),
      synchronizedEntryCountByType: facts.linked === 0 ? [] : [{ key: 'User', value: facts.linked }],
      troubleshootingUrl: null,
    },
    synchronizationJobSettings:
      deletesThreshold === undefined
        ? []
        : [{ name: 'QuarantineTooManyDeletesThreshold', value: String(deletesThreshold) }],
  };
}

function progressJson(staged: number, now: number): JsonObject {
  return {
    completedUnits: 0,
    totalUnits: staged,
    progressObservationDateTime: new Date(now).toISOString(),
    units: 'Users',
  };
}

function quarantineJson({ reason, error, began, nextAttempt, attempts }: Quarantine): JsonObject {
  return {
    currentBegan: new Date(began).toISOString(),
    nextAttempt: new Date(nextAttempt).toISOString(),
    reason,
    seriesBegan: new Date(began).toISOString(),
    seriesCount: attempts,
    error: { ...error, tenantActionable: true },
  };
}

/** Formats a duration as `PT40M`, or as `PT2S` if it is not a whole number of minutes. */
function isoDuration(ms: number): string {
  return ms % 60_000 === 0 && ms > 0 ? `PT${ms / 60_000}M` : `PT${ms / 1000}S`;
}
