/** Why the service does not provision a record, in the terms of its log. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
  readonly recommendedAction: string;
}

/** Source: Entra, inbound provisioning troubleshooting; provisioning log error codes. */
export const importSkipped: Refusal = {
  code: 'ImportSkipped',
  reason: 'The record has no value for the matching attribute externalId.',
  recommendedAction: 'Send externalId with every record.',
};

export function duplicateTargetEntries(count: number): Refusal {
  return {
    code: 'DuplicateTargetEntries',
    reason: `${count} users in the target system have this employeeId.`,
    recommendedAction: 'Make employeeId unique in the target system.',
  };
}

export function mandatoryFieldsMissing(attributes: readonly string[]): Refusal {
  return {
    code: 'MandatoryFieldsMissing',
    reason: `Required attributes have no value: ${attributes.join(', ')}.`,
    recommendedAction: 'Send a value for each of them, or map another source attribute to them.',
  };
}

/**
 * The code covers an illegal name as well as one that is taken: the documented remedy for it is to append random digits.
 */
export function invalidUserPrincipalName(reason: string): Refusal {
  return {
    code: 'AzureActiveDirectoryInvalidUserPrincipalName',
    reason,
    recommendedAction: 'Change userName, or the mapping of userPrincipalName.',
  };
}

export function invalidDomain(domain: string): Refusal {
  return {
    code: 'InvalidDomain',
    reason: `The domain "${domain}" does not exist in the tenant.`,
    recommendedAction: 'Use a verified domain of the tenant.',
  };
}

/**
 * The code that the service gives for a value over the directory's length is not documented. This one stands for
 * "the target rejected the request" and is documented.
 */
export function valueTooLong(attribute: string, length: number, limit: number): Refusal {
  return {
    code: 'UnprocessableEntity',
    reason: `The value of ${attribute} has ${length} characters; the directory holds at most ${limit}.`,
    recommendedAction: `Shorten the value that is mapped to ${attribute}.`,
  };
}
