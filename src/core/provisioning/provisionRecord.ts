import type { JsonObject } from '../json/jsonValue';
import type { ModifiedProperty } from '../logs/logEntry';
import { REDUNDANT_EXPORT } from '../logs/outcome';
import type { Change, ChangeStep } from './change';
import type { AttributeFlow } from './defaultMapping';
import { MATCHING_SOURCE } from './defaultMapping';
import type { Directory, DirectoryUser } from './directory';
import { refuseMissing, refuseValues } from './directoryRules';
import type { Refusal } from './refusal';
import { duplicateTargetEntries, importSkipped, invalidUserPrincipalName } from './refusal';
import { sourceValue } from './sourceValue';
import {
  importSkippedStep,
  importStep,
  matchFailedStep,
  matchStep,
  provisionStep,
  redundantStep,
  scopeStep,
} from './steps';
import { managerOf, targetValues } from './targetValues';

/** A job's configuration, as far as it decides over a record. */
export interface JobSettings {
  readonly mapping: readonly AttributeFlow[];
  readonly defaultDomain: string;
  /** The domains that sign-in names may have; the default domain is always one of them. */
  readonly verifiedDomains: readonly string[];
}

/** What a job works on: the tenant's accounts, and which of them it provisioned, by externalId. */
export interface JobState {
  readonly directory: Directory;
  /** externalId to account id. */
  readonly links: Map<string, string>;
  /** externalId to the manager's externalId, where the manager is not known yet. */
  readonly unresolved: Map<string, string>;
}

/** What is to happen to one record. Deciding changes nothing: the account is written by whoever takes the decision. */
export interface Decision {
  readonly change: Change;
  /** The account as it will be; `id` is `''` when it has to be created. Absent when nothing is written. */
  readonly account?: DirectoryUser;
  /** The manager that the record names, by externalId; not `known` when the job has yet to meet that person. */
  readonly manager?: { readonly externalId: string; readonly known: boolean };
}

/** Takes one record through import, matching, scoping and provisioning against the state as it is now. */
export function decideRecord(resource: JsonObject, state: JobState, settings: JobSettings): Decision {
  const externalId = sourceValue(resource, MATCHING_SOURCE) ?? '';
  const displayName = sourceValue(resource, 'displayName') ?? '';
  const subject = { externalId, displayName, targetId: '', userPrincipalName: '', modifiedProperties: [] };
  if (externalId === '') {
    const steps = [importSkippedStep(importSkipped)];
    return { change: { ...subject, action: 'other', status: 'skipped', refusal: importSkipped, steps } };
  }
  const imported = importStep(externalId, state.links.has(externalId));
  const matches = state.directory.withEmployeeId(externalId);
  if (matches.length > 1) {
    const refusal = duplicateTargetEntries(matches.length);
    const steps = [imported, matchFailedStep(refusal)];
    return { change: { ...subject, action: 'other', status: 'failure', refusal, steps } };
  }
  const [current] = matches;
  const steps = [imported, matchStep(current?.id), scopeStep()];
  return decideExport({ resource, externalId, displayName, current, steps }, state, settings);
}

interface Matched {
  readonly resource: JsonObject;
  readonly externalId: string;
  readonly displayName: string;
  readonly current: DirectoryUser | undefined;
  readonly steps: readonly ChangeStep[];
}

function decideExport(matched: Matched, state: JobState, settings: JobSettings): Decision {
  const { resource, externalId, current } = matched;
  const wanted = new Map(targetValues(resource, settings.mapping, settings.defaultDomain));
  const managerExternalId = managerOf(resource, settings.mapping);
  const manager = managerExternalId === undefined ? undefined : state.links.get(managerExternalId);
  if (manager !== undefined) wanted.set('manager', manager);

  const before = current?.values ?? new Map<string, string>();
  const written = new Map([...wanted].filter(([name, value]) => value !== (before.get(name) ?? '')));
  const after = withValues(before, written);
  const subject = {
    externalId,
    displayName: after.get('displayName') ?? matched.displayName,
    targetId: current?.id ?? '',
    userPrincipalName: after.get('userPrincipalName') ?? '',
  };
  const rest =
    managerExternalId === undefined ? {} : { manager: { externalId: managerExternalId, known: manager !== undefined } };
  if (current !== undefined && written.size === 0)
    return { change: { ...subject, ...unchanged(matched.steps) }, ...rest };

  const kind = current === undefined ? 'Add' : 'Update';
  const refusal = refuse(after, written, current, state.directory, settings);
  const steps = [...matched.steps, provisionStep(kind, subject.userPrincipalName, refusal)];
  const action = kind === 'Add' ? 'create' : disables(before, after) ? 'disable' : 'update';
  if (refusal !== undefined) {
    return { change: { ...subject, action, status: 'failure', refusal, steps, modifiedProperties: [] } };
  }
  const modifiedProperties = modified(before, written);
  return {
    change: { ...subject, action, status: 'success', steps, modifiedProperties },
    account: { id: subject.targetId, values: after },
    ...rest,
  };
}

/** The entry of a record that already is what it should be: the log gives its action as "other". */
function unchanged(
  steps: readonly ChangeStep[],
): Pick<Change, 'action' | 'status' | 'refusal' | 'steps' | 'modifiedProperties'> {
  const step = redundantStep();
  const refusal = { code: REDUNDANT_EXPORT, reason: step.description, recommendedAction: '' };
  return { action: 'other', status: 'skipped', refusal, steps: [...steps, step], modifiedProperties: [] };
}

function refuse(
  after: ReadonlyMap<string, string>,
  written: ReadonlyMap<string, string>,
  current: DirectoryUser | undefined,
  directory: Directory,
  settings: JobSettings,
): Refusal | undefined {
  const refusal = refuseMissing(after) ?? refuseValues(written, [settings.defaultDomain, ...settings.verifiedDomains]);
  if (refusal !== undefined) return refusal;
  const name = written.get('userPrincipalName');
  const holder = name === undefined ? undefined : directory.withUserPrincipalName(name);
  return holder === undefined || holder.id === current?.id
    ? undefined
    : invalidUserPrincipalName('Another user has this userPrincipalName already.');
}

function disables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.get('accountEnabled') === 'True' && after.get('accountEnabled') === 'False';
}

/** An empty text leaves no value behind. */
function withValues(
  before: ReadonlyMap<string, string>,
  written: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...before, ...written].filter(([name]) => (written.get(name) ?? before.get(name)) !== ''));
}

function modified(before: ReadonlyMap<string, string>, written: ReadonlyMap<string, string>): ModifiedProperty[] {
  return [...written].map(([name, newValue]) => ({ name, oldValue: before.get(name) ?? null, newValue }));
}
