import type { LogEntry } from '../../src/core/logs/logEntry';
import { parseLogEntry } from '../../src/core/logs/logEntry';

/** The content of an entry; what a test leaves out is that of a person who was created. */
export interface EntryFacts {
  readonly action?: string;
  readonly status?: string;
  readonly time?: string;
  /** The service's code and reason. */
  readonly error?: readonly [code: string, reason: string];
  /** Names of properties that have another value now. */
  readonly changed?: readonly string[];
  readonly changeId?: string;
  readonly cycleId?: string;
  readonly jobId?: string;
}

/** An entry of the provisioning log about a person, as the service writes it. */
export function logEntry(id: string, externalId: string, facts: EntryFacts = {}): LogEntry {
  const { action = 'create', status = 'success', time = '2026-11-30T08:00:10Z', error, changed = [], ...ids } = facts;
  const parsed = parseLogEntry({
    id,
    ...ids,
    activityDateTime: time,
    provisioningAction: action,
    modifiedProperties: changed.map((name) => ({ displayName: name, oldValue: null, newValue: 'new' })),
    sourceIdentity: { id: externalId, displayName: `Person ${externalId}` },
    provisioningStatusInfo: {
      status,
      errorInformation: error === undefined ? null : { errorCode: error[0], reason: error[1] },
    },
  });
  if (parsed === undefined) throw new Error('not an entry');
  return parsed;
}
