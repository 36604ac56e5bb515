import type { JsonObject } from '../core/json/jsonValue';
import type { ModifiedProperty } from '../core/logs/logEntry';
import type { ChangeOutcome } from '../core/provisioning/cycle/change';
import type { JobFlavour } from '../core/provisioning/job/compiledJob';
import { accountSwitch } from '../core/provisioning/job/compiledJob';
import type { DirectoryUser } from '../core/provisioning/directory/directory';
import { targetText, targetTextOf } from '../core/provisioning/directory/targetValue';
import type { JobCode } from './job/jobJson';
import { jobCode } from './job/jobJson';
import type { ProvisioningJob } from './job/provisioningJob';
import type { Quarantine } from './job/quarantine';
import { sortNameOf } from './nameOrder';
import type { StoredEntry } from './provisioningLog';

/** A change as shown in a list. */
export interface ChangeView {
  /** Its number in the log; never reused. */
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly jobId: string;
  readonly externalId: string;
  readonly displayName: string;
  /** `''` if there is no account. */
  readonly userId: string;
  readonly outcome: ChangeOutcome;
  readonly action: string;
  readonly status: string;
  readonly errorCode?: string;
  readonly modifiedProperties: readonly ModifiedProperty[];
  /** As in the log, even if it is not readable there yet. */
  readonly entry: JsonObject;
}

/** An account, with its last change in the log. */
export interface UserView {
  readonly id: string;
  /** The directory of the account: Entra ID or Active Directory. */
  readonly flavour: JobFlavour;
  /** The name in lists: the displayName, else the sign-in name, else the id. */
  readonly name: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly isEnabled: boolean;
  /** Attribute values as text. */
  readonly values: ReadonlyMap<string, string>;
  readonly lastChange?: ChangeView;
}

export interface JobView {
  readonly id: string;
  readonly flavour: JobFlavour;
  readonly name: string;
  readonly servicePrincipalId: string;
  readonly code: JobCode;
  readonly schedule: 'Active' | 'Paused' | 'Disabled';
  readonly quarantine?: Quarantine;
  /** Operations that wait for the next cycle. */
  readonly staged: number;
  /** Failed records that will be retried. */
  readonly escrowed: number;
  /** Held disables and deletes. */
  readonly held: number;
  /** Milliseconds since 1970. */
  readonly lastCycle?: number;
}

export function viewChange({ number, at, change, json }: StoredEntry): ChangeView {
  return {
    number,
    at,
    jobId: typeof json.jobId === 'string' ? json.jobId : '',
    externalId: change.externalId,
    displayName: change.displayName,
    userId: change.targetId,
    outcome: change.outcome,
    action: change.action,
    status: change.status,
    ...(change.refusal && { errorCode: change.refusal.code }),
    modifiedProperties: change.modifiedProperties,
    entry: json,
  };
}

export function viewJob({ application, facts, record }: ProvisioningJob): JobView {
  return {
    id: application.jobId,
    flavour: application.flavour,
    name: application.displayName,
    servicePrincipalId: application.servicePrincipalId,
    code: jobCode(facts),
    schedule: facts.schedule,
    ...(facts.quarantine && { quarantine: facts.quarantine }),
    staged: facts.staged,
    escrowed: record.escrows.size,
    held: record.held.length,
    ...(facts.lastExecution && { lastCycle: facts.lastExecution.ended }),
  };
}

export function viewUser(user: DirectoryUser, flavour: JobFlavour, last: StoredEntry | undefined): UserView {
  const { id, values } = user;
  const isEnabled = accountSwitch(flavour);
  return {
    id,
    flavour,
    name: sortNameOf(user),
    displayName: targetTextOf(values, 'displayName'),
    userPrincipalName: targetTextOf(values, 'userPrincipalName'),
    isEnabled: values.get(isEnabled.attribute) === isEnabled.enabled,
    values: new Map([...values].map(([name, value]) => [name, targetText(value)])),
    ...(last && { lastChange: viewChange(last) }),
  };
}
