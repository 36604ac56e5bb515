import type { ChangeStep, DeferredReference } from './change';
import type { JobFlavour } from '../job/compiledJob';
import type { Refusal } from '../directory/refusal';

/**
 * The steps of the log in the order of processing. Names and types are as in Graph's samples; the portal shows them as
 * "Import from API", "Match user", "Determine if User is in scope" and "Provision User".
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

export function matchStep(targetId: string | undefined, flavour: JobFlavour): ChangeStep {
  const matched = targetId !== undefined;
  const target = targetName(flavour);
  return {
    name: matched ? 'EntrySynchronizationUpdate' : 'EntrySynchronizationAdd',
    type: 'matching',
    status: 'success',
    description: matched ? `Found the user in ${target}` : `Found no matching user in ${target}`,
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

export function scopeStep(passed = true): ChangeStep {
  return {
    name: 'EntrySynchronizationScoping',
    type: 'scoping',
    status: passed ? 'success' : 'skipped',
    description: 'Determine if User in scope by evaluating against each scoping filter',
    details: { 'Scoping filter evaluation passed': passed ? 'True' : 'False' },
  };
}

export function provisionStep(
  kind: 'Add' | 'Update',
  userPrincipalName: string,
  flavour: JobFlavour,
  refusal?: Refusal,
): ChangeStep {
  const verb = kind === 'Add' ? 'created' : 'updated';
  return {
    name: `EntryExport${kind}`,
    type: 'export',
    status: refusal === undefined ? 'success' : 'failure',
    description: refusal?.reason ?? `User '${userPrincipalName}' was ${verb} in ${targetName(flavour)}`,
    details: refusal === undefined ? {} : { ErrorCode: refusal.code },
  };
}

export function skippedStep(refusal: Refusal): ChangeStep {
  return {
    name: 'EntrySynchronizationSkip',
    type: 'export',
    status: 'skipped',
    description: refusal.reason,
    details: { SkipReason: refusal.code },
  };
}

/** Source: Entra, accidental deletions. The wording and the status are ours. */
export function heldStep(threshold: number): ChangeStep {
  return {
    name: 'EntryExportUpdate',
    type: 'export',
    status: 'skipped',
    description: `The user was not disabled: the cycle would disable more than ${threshold} users, the threshold of accidental deletions.`,
    details: {},
  };
}

export function referenceStep({ attribute, externalId }: DeferredReference): ChangeStep {
  return {
    name: 'EntrySynchronizationUpdate',
    type: 'referenceResolution',
    status: 'success',
    description: `Resolved the reference ${attribute} to '${externalId}'`,
    details: { [attribute]: externalId },
  };
}

/** @param waits whether the job keeps looking for the person */
export function unresolvedStep({ attribute, externalId }: DeferredReference, waits: boolean): ChangeStep {
  const why = waits ? 'is not known to the job yet' : 'is out of scope';
  return {
    name: 'EntrySynchronizationUpdate',
    type: 'referenceResolution',
    status: 'warning',
    description: `The reference ${attribute} stays empty: '${externalId}' ${why}`,
    details: { [attribute]: externalId },
  };
}

function targetName(flavour: JobFlavour): string {
  return flavour === 'API2AAD' ? 'Microsoft Entra ID' : 'Active Directory';
}
