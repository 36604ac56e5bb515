/** An explanation of a log code in plain words. */
export interface Explanation {
  /** What went wrong, in one sentence. */
  readonly cause: string;
  /** What to do about it, in one or two sentences. */
  readonly remedy: string;
}

/** A code of our table, with a short title for lists. */
interface ExplainedCode extends Explanation {
  /** Four or five words in lower case, without a full stop. */
  readonly title: string;
}

const retriedAutomatically =
  'Wait: the service tries again by itself after about 40 minutes. If it fails again, check the state of the job.';
const grantRights = 'Check the permissions of the provisioning service in the target, then send the record again.';

/** Asks first whether the account is the person's own: with another name, such a person would get a second account. */
function remedyForTaken(what: string): string {
  return `Find out whose account has this ${what}. If it is this person's only account, give it the matching value: set its employeeId to the externalId of the record, or add userPrincipalName to the job as a second matching attribute. If this person has two accounts, keep one of them. If it is somebody else's, send another ${what} for this person.`;
}

/**
 * Codes as Microsoft documents them for the provisioning log, keyed in lower case; the texts are ours. Sources: Entra
 * documentation, "Troubleshoot inbound provisioning API issues", "Analyze provisioning logs" (error codes), HR user
 * creation and update issues; Microsoft support, "Issue with conflicting UPN values"; read 2026-11.
 */
const table: Readonly<Record<string, ExplainedCode>> = {
  AzureActiveDirectoryInvalidUserPrincipalName: {
    title: 'sign-in name invalid or taken',
    cause:
      'The sign-in name (userPrincipalName) has characters or a form that Entra does not allow, or another account already has it.',
    remedy: `If the name is not allowed, change userName in the extract or its rule. Otherwise another account has it. ${remedyForTaken('sign-in name')}`,
  },
  HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique: {
    title: 'sign-in name taken in the forest',
    cause: 'Another account of the Active Directory forest already has this sign-in name (userPrincipalName).',
    remedy: remedyForTaken('sign-in name'),
  },
  AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises: {
    title: 'synchronised from on-premises',
    cause: 'The account is synchronised from on-premises Active Directory, so a job to Entra ID cannot change it.',
    remedy:
      'Send this person through an API-driven job to on-premises Active Directory (API2AD), or exclude them here with the filter of the mapping.',
  },
  AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService: {
    title: 'value managed elsewhere',
    cause:
      'A value that the job writes is managed elsewhere, such as mail or an extension attribute in Exchange, so the job cannot change it.',
    remedy:
      'Change the value where it is managed, or remove the attribute from the attribute mapping of the job. Then send the record again.',
  },
  InvalidDomain: {
    title: 'domain not verified',
    cause: 'The domain of the sign-in name is not allowed in this tenant.',
    remedy: 'Use a verified domain of the tenant, or build the name with DefaultDomain() in the job’s mapping.',
  },
  ImportSkipped: {
    title: 'no matching value',
    cause: 'The record has no value in the matching attribute.',
    remedy: 'Send an externalId with every record.',
  },
  EntrySynchronizationSkipped: {
    title: 'out of scope, or nothing to do',
    cause: 'The record is out of the job’s scope, or there was nothing to do.',
    remedy: 'Nothing to do if the person should be left out. Otherwise check the scoping filters of the job.',
  },
  RedundantExport: {
    title: 'already up to date',
    cause: 'The account already has the values of the record.',
    remedy: 'Nothing to do.',
  },
  DuplicateTargetEntries: {
    title: 'several accounts match',
    cause: 'More than one account in the tenant has this matching value.',
    remedy:
      "Find the accounts that share the employeeId, or the job's other matching attribute. Correct it on those that are not this person's, and send the record again.",
  },
  DuplicateSourceEntries: {
    title: 'several records match',
    cause: 'More than one record was sent with this matching value.',
    remedy:
      'If the records are about one person, keep only one in the extract; if they are about several people, give each a unique id. Then send them again.',
  },
  InvalidAnchor: {
    title: 'account removed meanwhile',
    cause: 'The account was removed after it had been matched.',
    remedy:
      'Restart the provisioning job, then send the record again. A restart of a stopped job discards queued people.',
  },
  MandatoryFieldsMissing: {
    title: 'required attribute empty',
    cause: 'An attribute that an account must have has no value.',
    remedy:
      'Send a value for it (userName and displayName are needed to create an account), or give the job’s mapping a default.',
  },
  MissingValues: {
    title: 'required value missing',
    cause: 'A value that the target requires is missing.',
    remedy: 'Send a value for it, or map another attribute to it in the job.',
  },
  SchemaAttributeNotFound: {
    title: 'attribute missing in the target',
    cause: 'The job maps to an attribute that the target does not have.',
    remedy: 'Correct the attribute mapping of the job.',
  },
  SchemaPropertyCanOnlyAcceptValue: {
    title: 'several values where one fits',
    cause: 'Several values arrived for an attribute that holds only one.',
    remedy: 'Correct the attribute mapping of the job so that it picks one value.',
  },
  Conflict: {
    title: 'value already taken',
    cause: 'A value that must be unique is already used by another account.',
    remedy: remedyForTaken('value'),
  },
  EntryConflict: {
    title: 'value already taken',
    cause: 'A value that must be unique is already used by another account.',
    remedy: remedyForTaken('value'),
  },
  UnprocessableEntity: {
    title: 'values rejected',
    cause: 'The target rejected the values of the record.',
    remedy:
      'Look at the reason and the steps of the entry; correct the value that they name and send the record again.',
  },
  NotImplemented: {
    title: 'not supported by the target',
    cause: 'The target cannot do what the job asked of it.',
    remedy: 'Check the configuration of the job.',
  },
  TooManyRequests: {
    title: 'target throttled',
    cause: 'The target received too many requests.',
    remedy: retriedAutomatically,
  },
  InternalServerError: {
    title: 'target failed',
    cause: 'The target failed.',
    remedy: retriedAutomatically,
  },
  InternalError: {
    title: 'provisioning service failed',
    cause: 'The provisioning service failed.',
    remedy: retriedAutomatically,
  },
  Timeout: {
    title: 'target timed out',
    cause: 'The target did not answer in time.',
    remedy: retriedAutomatically,
  },
  WebExceptionProtocolError: {
    title: 'protocol error from the target',
    cause: 'The target answered with a protocol error.',
    remedy: retriedAutomatically,
  },
  InsufficientRights: {
    title: 'no right to change this',
    cause: 'The provisioning service does not have permission to make this change.',
    remedy: grantRights,
  },
  MethodNotAllowed: {
    title: 'change not allowed',
    cause: 'The target does not allow this kind of change.',
    remedy: grantRights,
  },
  NotPermitted: {
    title: 'change not permitted',
    cause: 'The target does not permit this change.',
    remedy: grantRights,
  },
  Unauthorized: {
    title: 'service refused',
    cause: 'The target refused the provisioning service.',
    remedy: grantRights,
  },
  LicenseLimitExceeded: {
    title: 'no licence left',
    cause: 'No licence is left for this account.',
    remedy: 'Free or buy licences, then send the record again.',
  },
  QuotaLimitExceeded: {
    title: 'directory full',
    cause: 'The directory has reached its maximum number of objects.',
    remedy: 'Delete unneeded objects, or have the directory’s quota raised.',
  },
  AzureActiveDirectoryQuotaLimitExceeded: {
    title: 'directory full',
    cause: 'The directory has reached its maximum number of objects.',
    remedy: 'Delete unneeded objects, or have the directory’s quota raised.',
  },
  'InvalidAttributeSyntax-LdapErr': {
    title: 'value not valid in AD',
    cause: 'Active Directory received a value that it cannot store, most often an empty string.',
    remedy: 'Leave empty values out of the operation, or use IgnoreFlowIfNullOrEmpty in the job’s mapping.',
  },
  HybridSynchronizationActiveDirectoryCannotFindAttribute: {
    title: 'attribute unknown to the agent',
    cause: 'The provisioning agent does not know the Active Directory attribute.',
    remedy: 'Restart the provisioning agent; if that does not help, add the attribute to the job’s attribute list.',
  },
  HybridSynchronizationActiveDirectoryInsufficientAccessRights: {
    title: 'agent lacks rights',
    cause: 'The provisioning agent does not have permission to change this Active Directory account.',
    remedy: 'Check that permissions are inherited in the organizational unit, and whether the account is protected.',
  },
};

export const explanations: ReadonlyMap<string, ExplainedCode> = new Map(
  Object.entries(table).map(([code, explanation]) => [code.toLowerCase(), explanation]),
);
