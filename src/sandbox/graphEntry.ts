import type { JsonObject } from '../core/json/jsonValue';
import type { Change } from '../core/provisioning/cycle/change';
import type { Application } from './gate/identity';

/** The parts of an entry other than its change. */
export interface EntryContext {
  readonly id: string;
  readonly activityDateTime: string;
  readonly cycleId: string;
  readonly changeId: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly application: Application;
}

/** An entry in the format of v1.0. Source: Microsoft Graph, resource type provisioningObjectSummary and its samples. */
export function graphEntry(change: Change, context: EntryContext): JsonObject {
  const { application, tenantId, tenantName } = context;
  return {
    id: context.id,
    activityDateTime: context.activityDateTime,
    tenantId,
    jobId: application.jobId,
    cycleId: context.cycleId,
    changeId: context.changeId,
    provisioningAction: change.action,
    durationInMilliseconds: 0,
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    servicePrincipal: { id: application.servicePrincipalId, displayName: application.displayName },
    sourceSystem: { id: application.servicePrincipalId, displayName: 'API', details: {} },
    targetSystem: {
      id: tenantId,
      displayName: application.flavour === 'API2AAD' ? tenantName : 'Active Directory',
      details: {},
    },
    sourceIdentity: {
      id: change.externalId,
      displayName: change.displayName,
      identityType: 'User',
      details: { externalId: change.externalId },
    },
    targetIdentity: {
      id: change.targetId,
      displayName: change.targetId === '' ? '' : change.displayName,
      identityType: 'User',
      details: change.targetId === '' ? {} : { UPN: change.userPrincipalName },
    },
    provisioningStatusInfo: { status: change.status, errorInformation: errorInformation(change) },
    provisioningSteps: change.steps.map((step) => ({
      name: step.name,
      provisioningStepType: step.type,
      status: step.status,
      description: step.description,
      details: step.details,
    })),
    modifiedProperties: change.modifiedProperties.map((property) => ({
      displayName: property.name,
      oldValue: property.oldValue,
      newValue: property.newValue,
    })),
  };
}

/** Adds the members that beta has under a second name. Source: beta page of the same resource type. */
export function betaEntry(entry: JsonObject): JsonObject {
  return { ...entry, action: entry.provisioningAction ?? null, statusInfo: entry.provisioningStatusInfo ?? null };
}

function errorInformation({ refusal }: Change): JsonObject | null {
  if (refusal === undefined) return null;
  return {
    errorCode: refusal.code,
    reason: refusal.reason,
    additionalDetails: null,
    errorCategory: refusal.category,
    recommendedAction: refusal.recommendedAction || null,
  };
}
