import { isEmpty, asText } from '../../expression/value';
import type { JsonObject } from '../../json/jsonValue';
import type { Change, ChangeStep } from './change';
import type { CompiledObjectMapping } from '../job/compiledJob';
import { accountSwitch } from '../job/compiledJob';
import { decideExport } from './decideExport';
import type { DirectoryUser } from '../directory/directory';
import { matchAccount } from './matchAccount';
import type { Decision, RecordFrame, AccountSubject } from './decision';
import { importSkipped, skipped } from '../directory/refusal';
import type { Refusal } from '../directory/refusal';
import {
  importSkippedStep,
  importStep,
  matchFailedStep,
  matchStep,
  provisionStep,
  scopeStep,
  skippedStep,
} from './steps';
import { targetTextOf } from '../directory/targetValue';

/**
 * Decides on one record in the current state: import, matching, scoping and provisioning. Does not change the state.
 */
export function decideRecord(resource: JsonObject, frame: RecordFrame): Decision {
  const { job, state } = frame;
  const mapping = job.mappings.find(({ category }) => category(resource));
  const externalId = sourceText(resource, (mapping ?? job.mappings[0])?.anchor) || sourceId(resource);
  const subject: AccountSubject = {
    externalId,
    displayName: sourceText(resource, mapping?.displayName),
    targetId: '',
    userPrincipalName: '',
  };
  if (externalId === '') return skip(subject, 'skipped', importSkipped(['externalId']), importSkippedStep);
  const imported = importStep(externalId, state.links.has(externalId));
  if (mapping?.input(resource) !== true) return leftOut(subject, [imported]);
  const match = matchAccount(resource, externalId, mapping, frame);
  if (match.kind === 'skipped') return skip(subject, 'skipped', match.refusal, importSkippedStep);
  if (match.kind === 'failed') {
    const steps = [imported, matchFailedStep(match.refusal)];
    return { change: { ...subject, ...failed(match.refusal, steps), action: 'other' } };
  }
  const { account } = match;
  const matched = [imported, matchStep(account?.id, job.flavour)];
  if (!mapping.scope(resource)) {
    const known = account === undefined ? subject : subjectOf(subject, account);
    return leaveScope(known, account, matched, mapping, frame);
  }
  const steps = [...matched, scopeStep()];
  const mayExport = account === undefined ? mapping.adds : mapping.updates;
  if (mayExport) return decideExport({ resource, subject, account, steps, mapping }, frame);
  const kind = account === undefined ? 'create' : 'update';
  const refusal = skipped(`The job does not ${kind} users: the action is not among those of its mapping.`);
  const known = account === undefined ? subject : subjectOf(subject, account);
  return { ...skip(known, 'skipped', refusal, skippedStep, steps), ...(account && { link: account.id }) };
}

function sourceText(resource: JsonObject, attribute: CompiledObjectMapping['anchor'] | undefined): string {
  const value = attribute?.valueOf(resource) ?? null;
  return isEmpty(value) ? '' : (asText(value) ?? '');
}

/** The id of a record even if no mapping for people exists. */
function sourceId({ externalId }: JsonObject): string {
  return typeof externalId === 'string' ? externalId : '';
}

function subjectOf(subject: AccountSubject, { id, values }: DirectoryUser): AccountSubject {
  return {
    ...subject,
    targetId: id,
    displayName: targetTextOf(values, 'displayName') || subject.displayName,
    userPrincipalName: targetTextOf(values, 'userPrincipalName'),
  };
}

function skip(
  subject: AccountSubject,
  outcome: 'skipped' | 'out-of-scope',
  refusal: Refusal,
  lastStep: (refusal: Refusal) => ChangeStep,
  steps: readonly ChangeStep[] = [],
): Decision {
  const result = { outcome, action: 'other', status: 'skipped', refusal } as const;
  return {
    change: { ...subject, ...result, steps: [...steps, lastStep(refusal)], modifiedProperties: [], deferred: [] },
  };
}

function failed(
  refusal: Refusal,
  steps: readonly ChangeStep[],
): Pick<Change, 'outcome' | 'status' | 'refusal' | 'steps' | 'modifiedProperties' | 'deferred'> {
  return { outcome: 'failed', status: 'failure', refusal, steps, modifiedProperties: [], deferred: [] };
}

/**
 * A record that is filtered out, or that no mapping takes. Earlier changes are not undone. Source: Graph, filter
 * (`inputFilterGroups`).
 */
function leftOut(subject: AccountSubject, steps: readonly ChangeStep[]): Decision {
  const refusal = skipped('The user is not in scope: a filter of the mapping leaves the record out.');
  return { ...skip(subject, 'out-of-scope', refusal, skippedStep, [...steps, scopeStep(false)]), leavesScope: false };
}

/**
 * A record out of scope is skipped, or its account is disabled if the job had provisioned it. That this requires the
 * action Delete of the mapping is approximated. Sources: Entra, how provisioning works, skip out-of-scope deletions.
 */
function leaveScope(
  subject: AccountSubject,
  account: DirectoryUser | undefined,
  before: readonly ChangeStep[],
  mapping: CompiledObjectMapping,
  { job, state, context }: RecordFrame,
): Decision {
  const steps = [...before, scopeStep(false)];
  const { attribute, enabled } = accountSwitch(job.flavour);
  const wasInScope = account !== undefined && state.links.get(subject.externalId) === account.id;
  const isDisabled = account?.values.get(attribute) === !enabled;
  if (!wasInScope || isDisabled || !mapping.deletes || context.skipOutOfScopeDeletions === true) {
    const refusal = skipped('The user is not in scope.');
    return { ...skip(subject, 'out-of-scope', refusal, skippedStep, steps), leavesScope: true };
  }
  const oldValue = targetTextOf(account.values, attribute);
  const newValue = enabled ? 'False' : 'True';
  return {
    change: {
      ...subject,
      outcome: 'disabled',
      action: 'disable',
      status: 'success',
      steps: [...steps, provisionStep('Update', subject.userPrincipalName, job.flavour)],
      modifiedProperties: [{ name: attribute, oldValue: oldValue === '' ? null : oldValue, newValue }],
      deferred: [],
    },
    account: { id: account.id, values: new Map([...account.values, [attribute, !enabled]]) },
    leavesScope: true,
  };
}
