import type { JsonObject } from '../json/jsonValue';
import type { Change } from './change';
import type { DirectoryUser } from './directory';
import type { Decision, JobSettings, JobState } from './provisionRecord';
import { decideRecord } from './provisionRecord';
import { importStep, matchStep, provisionStep, referenceStep, scopeStep } from './steps';

/**
 * Runs one cycle of a job over the resources that were staged, in the order of their staging, and says what became of
 * each. `state` is changed. At the end the managers who were not known when their people came by are looked up again, those
 * of earlier cycles too, for an upload may be spread over several; each one found is a change of its own, each one
 * still unknown stays empty and is looked for at the end of the next cycle.
 *
 * `newId` makes the id of a new account.
 */
export function runCycle(
  resources: Iterable<JsonObject>,
  state: JobState,
  settings: JobSettings,
  newId: () => string,
): readonly Change[] {
  const changes: Change[] = [];
  for (const resource of resources) {
    const decision = decideRecord(resource, state, settings);
    const change = takeDecision(decision, state, newId);
    changes.push(change);
    // Of several records of one person the last that names a manager decides
    if (decision.manager?.known === true) state.unresolved.delete(change.externalId);
    else if (decision.manager !== undefined) state.unresolved.set(change.externalId, decision.manager.externalId);
  }
  for (const [externalId, managerExternalId] of [...state.unresolved]) {
    if (!state.links.has(managerExternalId)) continue;
    state.unresolved.delete(externalId);
    const change = settleManager(externalId, managerExternalId, state);
    if (change !== undefined) changes.push(change);
  }
  return changes;
}

function takeDecision(decision: Decision, state: JobState, newId: () => string): Change {
  const { change, account } = decision;
  if (account === undefined) {
    if (change.targetId !== '') state.links.set(change.externalId, change.targetId);
    return change;
  }
  const id = account.id || newId();
  state.directory.put({ id, values: account.values });
  state.links.set(change.externalId, id);
  return { ...change, targetId: id };
}

function settleManager(externalId: string, managerExternalId: string, state: JobState): Change | undefined {
  const user = state.directory.user(state.links.get(externalId) ?? '');
  const managerId = state.links.get(managerExternalId);
  if (user === undefined || managerId === undefined || user.values.get('manager') === managerId) return undefined;
  state.directory.put({ id: user.id, values: new Map([...user.values, ['manager', managerId]]) });
  return managerChange(externalId, managerExternalId, user, managerId);
}

function managerChange(externalId: string, managerExternalId: string, user: DirectoryUser, managerId: string): Change {
  const userPrincipalName = user.values.get('userPrincipalName') ?? '';
  return {
    externalId,
    displayName: user.values.get('displayName') ?? '',
    targetId: user.id,
    userPrincipalName,
    action: 'update',
    status: 'success',
    steps: [
      importStep(externalId, true),
      matchStep(user.id),
      scopeStep(),
      referenceStep(managerExternalId),
      provisionStep('Update', userPrincipalName),
    ],
    modifiedProperties: [{ name: 'manager', oldValue: user.values.get('manager') ?? null, newValue: managerId }],
  };
}
