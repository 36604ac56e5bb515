import type { Explanation } from '../../logs/explanations';

/** Why the service does not provision a record, in the terms of its log. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
  /** `failure` is a fault of the service itself, `nonServiceFailure` is not. Source: Graph, provisioningErrorInfo. */
  readonly category: 'failure' | 'nonServiceFailure';
  readonly recommendedAction: string;
  /** The attribute whose value another account has. */
  readonly taken?: string;
  /** An explanation based on the accounts, if it says more than the code. */
  readonly explanation?: Explanation;
}

// Codes and causes. Source: Entra, inbound provisioning troubleshooting; provisioning log error codes; HR user creation
// and update issues. The code for a named cause is documented unless a comment says "approximated". The wording of the
// reasons is ours.

/**
 * The code for a target that rejects a request, used where the code for the cause is not documented: every use is
 * approximated.
 */
const UNPROCESSABLE = 'UnprocessableEntity';

function refusal(code: string, reason: string, recommendedAction: string): Refusal {
  return { code, reason, category: 'nonServiceFailure', recommendedAction };
}

export function importSkipped(attributes: readonly string[]): Refusal {
  return refusal(
    'ImportSkipped',
    `The record has no value for the matching attribute ${attributes.join(' or ')}.`,
    `Send ${attributes[0] ?? 'it'} with every record.`,
  );
}

/** Documented for records out of scope; approximated for a kind of change that the job does not make. */
export function skipped(reason: string): Refusal {
  return refusal('EntrySynchronizationSkipped', reason, '');
}

export const redundant: Refusal = refusal(
  'RedundantExport',
  'The source and the target system already agree on this user: nothing has to change.',
  '',
);

export function duplicateTargetEntries(count: number, attribute: string): Refusal {
  return refusal(
    'DuplicateTargetEntries',
    `${count} users in the target system have this ${attribute}.`,
    `Make ${attribute} unique in the target system.`,
  );
}

export function duplicateSourceEntries(attribute: string): Refusal {
  return refusal(
    'DuplicateSourceEntries',
    `Another person of this cycle was matched by the same ${attribute}.`,
    'Make the value of the matching attribute unique among the records.',
  );
}

export const invalidAnchor: Refusal = refusal(
  'InvalidAnchor',
  'The user was removed from the target system after it had been matched.',
  'Restart the provisioning job.',
);

/** Documented for creation; approximated for clearing a required value. */
export function mandatoryFieldsMissing(attributes: readonly string[]): Refusal {
  return refusal(
    'MandatoryFieldsMissing',
    `Required attributes have no value: ${attributes.join(', ')}.`,
    'Send a value for each of them, or map another source attribute to them.',
  );
}

/** The code covers an illegal name as well as a taken one: the documented remedy is to append random digits. */
export function invalidUserPrincipalName(reason: string): Refusal {
  return refusal(
    'AzureActiveDirectoryInvalidUserPrincipalName',
    reason,
    'Change userName, or the mapping of userPrincipalName.',
  );
}

/** Another account has the sign-in name. */
export const userPrincipalNameInUse: Refusal = {
  ...invalidUserPrincipalName('Another user has this userPrincipalName already.'),
  recommendedAction: 'Check whose account has this userPrincipalName.',
  taken: 'userPrincipalName',
};

export function invalidDomain(domain: string): Refusal {
  return refusal(
    'InvalidDomain',
    `The domain "${domain}" does not exist in the tenant.`,
    'Use a verified domain of the tenant.',
  );
}

export function valueLengthRefusal(attribute: string, length: number, limit: number): Refusal {
  return refusal(
    UNPROCESSABLE,
    `The value of ${attribute} has ${length} characters; the directory holds at most ${limit}.`,
    `Shorten the value that is mapped to ${attribute}.`,
  );
}

export function valueOfWrongType(attribute: string, type: string): Refusal {
  return refusal(
    UNPROCESSABLE,
    `The value for ${attribute} is not of type ${type}.`,
    `Send another value, or correct the mapping of ${attribute}.`,
  );
}

export function valueNotAllowed(attribute: string, allowed: readonly string[]): Refusal {
  return refusal(
    UNPROCESSABLE,
    `The value of ${attribute} must be one of ${allowed.join(', ')}.`,
    `Correct the mapping of ${attribute}.`,
  );
}

/** The failure of updates is documented; the code is from an entry of the provisioning log. */
export const masteredOnPremises: Refusal = refusal(
  'AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises',
  'The user is mastered in on-premises Active Directory, and cannot be changed here.',
  'Provision the user to on-premises Active Directory.',
);

/** @param message the error of the evaluation, which contains no value of the record */
export function expressionFailed(attribute: string, message: string): Refusal {
  return refusal(
    UNPROCESSABLE,
    `The expression for ${attribute} failed: ${message}`,
    `Correct the value, or the mapping of ${attribute}.`,
  );
}

export function severalValues(attribute: string): Refusal {
  return refusal(
    'SchemaPropertyCanOnlyAcceptValue',
    `Several values were given for ${attribute}, which holds one.`,
    `Correct the mapping of ${attribute} so that it picks one value.`,
  );
}

export function attributeNotFound(attribute: string): Refusal {
  return refusal(
    'SchemaAttributeNotFound',
    `The target has no attribute ${attribute}.`,
    'Correct the attribute mapping of the job.',
  );
}

export function directoryAttributeNotFound(attribute: string): Refusal {
  return refusal(
    'HybridSynchronizationActiveDirectoryCannotFindAttribute',
    `The provisioning agent does not know the attribute ${attribute}.`,
    'Restart the provisioning agent, or add the attribute to the job.',
  );
}

export function emptyText(attribute: string): Refusal {
  return refusal(
    'InvalidAttributeSyntax-LdapErr',
    `The syntax is invalid: an empty text was written to ${attribute}.`,
    'Leave empty values out, or use IgnoreFlowIfNullOrEmpty in the mapping.',
  );
}

/** Documented for a unique value that is in use; that Active Directory uses it, too, is approximated. */
export function valueInUse(attribute: string): Refusal {
  const reason = `Another object of the directory has this ${attribute} already.`;
  return { ...refusal('EntryConflict', reason, `Check whose account has this ${attribute}.`), taken: attribute };
}
