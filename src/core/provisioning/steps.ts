import type { ChangeStep } from './change';
import type { Refusal } from './refusal';
import { REDUNDANT_EXPORT } from '../logs/outcome';

/**
 * The steps of the log, in the order in which a record takes them. Names and types as in Graph's samples; an
 * administrator reads them as "Import from API", "Match user", "Determine if User is in scope" and "Provision User".
 */
export function importStep(externalId: string, seenBefore: boolean): ChangeStep {
  const kind = seenBefore ? 'Update' : 'Add';
  return {
    name: `EntryImport${kind}`,
    type: 'import',
    status: 'success',
    description: `Received User '${externalId}' change of type (${kind}) from API`,
    details: { externalId },
  };
}

export function importSkippedStep(refusal: Refusal): ChangeStep {
  return {
    name: 'EntryImportAdd',
    type: 'import',
    status: 'skipped',
    description: refusal.reason,
    details: { SkipReason: refusal.code },
  };
}

export function matchStep(targetId: string | undefined): ChangeStep {
  const matched = targetId !== undefined;
  return {
    name: matched ? 'EntrySynchronizationUpdate' : 'EntrySynchronizationAdd',
    type: 'matching',
    status: 'success',
    description: matched ? 'Found the user in Microsoft Entra ID' : 'Found no matching user in Microsoft Entra ID',
    details: matched ? { objectId: targetId } : {},
  };
}

export function matchFailedStep(refusal: Refusal): ChangeStep {
  return {
    name: 'EntrySynchronizationUpdate',
    type: 'matching',
    status: 'failure',
    description: refusal.reason,
    details: { ErrorCode: refusal.code },
  };
}

export function scopeStep(): ChangeStep {
  return {
    name: 'EntrySynchronizationScoping',
    type: 'scoping',
    status: 'success',
    description: 'Determine if User in scope by evaluating against each scoping filter',
    details: { 'Scoping filter evaluation passed': 'True' },
  };
}

export function provisionStep(kind: 'Add' | 'Update', userPrincipalName: string, refusal?: Refusal): ChangeStep {
  const verb = kind === 'Add' ? 'created' : 'updated';
  return {
    name: `EntryExport${kind}`,
    type: 'export',
    status: refusal === undefined ? 'success' : 'failure',
    description: refusal?.reason ?? `User '${userPrincipalName}' was ${verb} in Microsoft Entra ID`,
    details: refusal === undefined ? {} : { ErrorCode: refusal.code },
  };
}

export function redundantStep(): ChangeStep {
  return {
    name: 'EntrySynchronizationSkip',
    type: 'export',
    status: 'skipped',
    description: 'The source and the target system already agree on this user: nothing has to change.',
    details: { SkipReason: REDUNDANT_EXPORT },
  };
}

export function referenceStep(managerExternalId: string): ChangeStep {
  return {
    name: 'EntrySynchronizationUpdate',
    type: 'referenceResolution',
    status: 'success',
    description: `Resolved the reference manager to '${managerExternalId}'`,
    details: { manager: managerExternalId },
  };
}
