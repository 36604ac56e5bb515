import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json/jsonValue';
import type { CycleContext } from '../../../src/core/provisioning/cycle/cycleContext';
import type { DirectoryUser } from '../../../src/core/provisioning/directory/directory';
import type { JobFlavour } from '../../../src/core/provisioning/job/compiledJob';
import { ENTERPRISE_USER_URN } from '../../../src/core/scim/urns';
import type { SchemaChanges } from '../../support/changedSchema';
import { changedSchema } from '../../support/changedSchema';
import type { JobRig } from '../../support/jobRig';
import { jobOf, jobRig, user } from '../../support/jobRig';
import { person, reportingTo } from '../../support/people';

// One row for each rule of the service that the engine keeps. `from` names the page of Microsoft's documentation; rules about which it is
// silent say "approximated" and are listed in docs/decisions/sandbox.md.

interface Row {
  readonly rule: string;
  readonly from: string;
  readonly flavour?: JobFlavour;
  readonly schema?: SchemaChanges;
  readonly users?: readonly DirectoryUser[];
  readonly context?: Partial<CycleContext>;
  /** Cycles, one after the other. */
  readonly cycles: readonly (readonly JsonObject[])[];
  /** Outcome of each change of the last cycle, with the code of a refusal: `failed InvalidDomain`. */
  readonly outcomes: readonly string[];
  /** What has been modified by the last change: old and new. */
  readonly modified?: Readonly<Record<string, readonly [string | null, string | null]>>;
}

const ana = user('ana', {
  employeeId: '7',
  userPrincipalName: 'user.7@contoso.com',
  mailNickname: 'user.7',
  displayName: 'Person 7',
  accountEnabled: true,
});
const anaWith = (values: Readonly<Record<string, string | boolean | readonly string[]>>): DirectoryUser => ({
  id: 'ana',
  values: new Map([...ana.values, ...Object.entries(values)]),
});
const sent = (more: Record<string, unknown> = {}): JsonObject => person('7', more);
const stub = (more: Record<string, unknown>): JsonObject => ({ externalId: '7', active: true, ...more });
const enterprise = (values: Record<string, unknown>): Record<string, unknown> => ({ [ENTERPRISE_USER_URN]: values });
const clause = (sourceOperandName: string, operatorName: string, ...values: readonly string[]): object => ({
  sourceOperandName,
  operatorName,
  targetOperand: { values },
});
const scoped = (...clauses: readonly object[]): SchemaChanges => ({
  mapping: { scope: { groups: [{ name: 'g', clauses }] } },
});
const NULL_FLOW: SchemaChanges = {
  source: { title: { flowNullValues: true } },
  target: { jobTitle: { flowNullValues: true } },
};

const MATCHING = 'inbound-provisioning-api-faqs';
const LOG_CODES = 'howto-analyze-provisioning-logs';
const CUSTOMIZE = 'customize-application-attributes';
const NULLS = 'clear-attribute-values';
const FILTERS = 'define-conditional-rules-for-provisioning-user-accounts';
const MANAGERS = 'hr-manager-update-issues';
const GRAPH_MAPPING = 'graph: synchronization-attributemapping';
const GRAPH_ATTRIBUTE = 'graph: synchronization-attributedefinition';

const rows: readonly Row[] = [
  // Matching
  { rule: 'no match: create', from: MATCHING, cycles: [[sent()]], outcomes: ['created'] },
  {
    rule: 'match on employeeId: update of what differs',
    from: MATCHING,
    users: [ana],
    cycles: [[sent({ title: 'Lead' })]],
    outcomes: ['updated'],
    modified: { jobTitle: [null, 'Lead'] },
  },
  {
    rule: 'no change: skipped',
    from: MATCHING,
    users: [ana],
    cycles: [[sent()]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'no matching value: ImportSkipped',
    from: LOG_CODES,
    cycles: [[sent({ externalId: undefined })]],
    outcomes: ['skipped ImportSkipped'],
  },
  {
    rule: 'several targets',
    from: LOG_CODES,
    users: [ana, { id: 'twin', values: new Map([['employeeId', '7']]) }],
    cycles: [[sent()]],
    outcomes: ['failed DuplicateTargetEntries'],
  },
  {
    rule: 'two source objects with one matching value',
    from: LOG_CODES,
    schema: {
      flows: { employeeId: { expression: `[${ENTERPRISE_USER_URN}:employeeNumber]`, matchingPriority: 1 } },
    },
    cycles: [[person('1', enterprise({ employeeNumber: 'n' })), person('2', enterprise({ employeeNumber: 'n' }))]],
    outcomes: ['created', 'failed DuplicateSourceEntries'],
  },
  {
    rule: 'several matching attributes: the lowest number first, the first hit decides',
    from: CUSTOMIZE,
    schema: { flows: { userPrincipalName: { matchingPriority: 2 }, displayName: { matchingPriority: 3 } } },
    users: [
      user('byName', { employeeId: 'x', userPrincipalName: 'USER.7@contoso.com' }),
      user('byDisplay', { displayName: 'Person 7' }),
    ],
    cycles: [[sent()]],
    outcomes: ['updated'],
    modified: {
      employeeId: ['x', '7'],
      accountEnabled: [null, 'True'],
      displayName: [null, 'Person 7'],
      mailNickname: [null, 'user.7'],
    },
  },
  // Outcomes
  {
    rule: 'active false disables',
    from: MATCHING,
    users: [ana],
    cycles: [[sent({ active: false })]],
    outcomes: ['disabled'],
    modified: { accountEnabled: ['True', 'False'] },
  },
  {
    rule: 'active true enables',
    from: MATCHING,
    users: [anaWith({ accountEnabled: false })],
    cycles: [[sent()]],
    outcomes: ['enabled'],
    modified: { accountEnabled: ['False', 'True'] },
  },
  {
    rule: 'active left out disables',
    from: 'AzureAD/entra-id-inbound-provisioning #16',
    users: [ana],
    cycles: [[sent({ active: undefined })]],
    outcomes: ['disabled'],
  },
  {
    rule: 'a partial record changes what it names and nothing else',
    from: 'graph: synchronizationjob-post-bulkupload, example 3',
    users: [anaWith({ jobTitle: 'Lead' })],
    cycles: [[stub(enterprise({ department: 'HR' }))]],
    outcomes: ['updated'],
    modified: { department: [null, 'HR'] },
  },
  // Reading the resource
  {
    rule: 'only elements of the type work',
    from: 'inbound-provisioning-api-issues',
    users: [ana],
    cycles: [[sent({ phoneNumbers: [{ type: 'mobile', value: '1' }, { value: '2' }] })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'a custom attribute that is not in the source schema has no effect',
    from: 'inbound-provisioning-api-custom-attributes',
    schema: { flows: { companyName: { expression: '[urn:contoso:1.0:User:Company]' } } },
    users: [ana],
    cycles: [[sent({ 'urn:contoso:1.0:User': { Company: 'X' } })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'a custom attribute that is',
    from: 'inbound-provisioning-api-custom-attributes',
    schema: {
      source: { 'urn:contoso:1.0:User:HireDate': { type: 'String' } },
      flows: { employeeHireDate: { expression: '[urn:contoso:1.0:User:HireDate]' } },
    },
    users: [ana],
    cycles: [[sent({ 'urn:contoso:1.0:User': { HireDate: '2021-05-01T00:00:00-05:00' } })]],
    outcomes: ['updated'],
    modified: { employeeHireDate: [null, '2021-05-01T05:00:00Z'] },
  },
  // Flow types
  {
    rule: 'ObjectAddOnly: when created',
    from: GRAPH_MAPPING,
    schema: { flows: { jobTitle: { flowType: 'ObjectAddOnly' } } },
    cycles: [[sent({ title: 'Lead' })], [sent({ title: 'Head' })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'AttributeAddOnly: while the target has none',
    from: GRAPH_MAPPING,
    schema: { flows: { jobTitle: { flowType: 'AttributeAddOnly' } } },
    users: [ana],
    cycles: [[sent({ title: 'Lead' })], [sent({ title: 'Head' })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'ValueAddOnly: values are added',
    from: GRAPH_MAPPING,
    schema: {
      target: { otherMails: { multivalued: true } },
      flows: { otherMails: { expression: 'Split([nickName], ";")', flowType: 'ValueAddOnly' } },
    },
    users: [anaWith({ otherMails: ['a@x', 'b@x'] })],
    cycles: [[sent({ nickName: 'B@x;c@x' })]],
    outcomes: ['updated'],
    modified: { otherMails: ['a@x, b@x', 'a@x, b@x, c@x'] },
  },
  {
    rule: 'MultiValueAddOnly: and none removed',
    from: GRAPH_MAPPING,
    schema: {
      target: { otherMails: { multivalued: true } },
      flows: { otherMails: { expression: 'Split([nickName], ";")', flowType: 'MultiValueAddOnly' } },
    },
    users: [anaWith({ otherMails: ['a@x', 'b@x'] })],
    cycles: [[sent({ nickName: 'a@x' })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'Always: several values are replaced, in any order',
    from: GRAPH_MAPPING,
    schema: {
      target: { otherMails: { multivalued: true } },
      flows: { otherMails: { expression: 'Split([nickName], ";")' } },
    },
    users: [anaWith({ otherMails: ['a@x', 'b@x'] })],
    cycles: [[sent({ nickName: 'b@x;a@x' })], [sent({ nickName: 'a@x' })]],
    outcomes: ['updated'],
    modified: { otherMails: ['a@x, b@x', 'a@x'] },
  },
  {
    rule: 'FlowAlways exports what is equal (approximated)',
    from: GRAPH_MAPPING,
    schema: { flows: { displayName: { flowBehavior: 'FlowAlways' } } },
    users: [ana],
    cycles: [[sent()]],
    outcomes: ['updated'],
    modified: { displayName: ['Person 7', 'Person 7'] },
  },
  // Default values
  {
    rule: 'a default value is for new accounts',
    from: CUSTOMIZE,
    schema: { flows: { jobTitle: { defaultValue: 'New' } } },
    cycles: [[sent()]],
    outcomes: ['created'],
    modified: {
      employeeId: [null, '7'],
      userPrincipalName: [null, 'user.7@contoso.com'],
      accountEnabled: [null, 'True'],
      displayName: [null, 'Person 7'],
      jobTitle: [null, 'New'],
      mailNickname: [null, 'user.7'],
    },
  },
  {
    rule: 'and never for an update',
    from: NULLS,
    schema: { flows: { jobTitle: { defaultValue: 'New' } } },
    users: [ana],
    cycles: [[sent()]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'no source and a default fill an empty target alone',
    from: CUSTOMIZE,
    schema: { flows: { companyName: { expression: null, defaultValue: 'Contoso' } } },
    users: [ana],
    cycles: [[sent()]],
    outcomes: ['updated'],
    modified: { companyName: [null, 'Contoso'] },
  },
  {
    rule: 'and do not replace',
    from: CUSTOMIZE,
    schema: { flows: { companyName: { expression: null, defaultValue: 'Contoso' } } },
    users: [anaWith({ companyName: 'Fabrikam' })],
    cycles: [[sent()]],
    outcomes: ['unchanged RedundantExport'],
  },
  // Null flow
  ...(
    [
      ['null', { title: null }],
      ['an empty text', { title: '' }],
      ['leaving it out', {}],
    ] as const
  ).map(([what, more]): Row => ({
    rule: `with both gates open, ${what} clears`,
    from: NULLS,
    schema: NULL_FLOW,
    users: [anaWith({ jobTitle: 'Lead' })],
    cycles: [[sent(more)]],
    outcomes: ['updated'],
    modified: { jobTitle: ['Lead', null] },
  })),
  {
    rule: 'null is skipped with the gate of the source alone',
    from: NULLS,
    schema: { source: { title: { flowNullValues: true } } },
    users: [anaWith({ jobTitle: 'Lead' })],
    cycles: [[sent({ title: null })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'and with that of the target alone',
    from: NULLS,
    schema: { target: { jobTitle: { flowNullValues: true } } },
    users: [anaWith({ jobTitle: 'Lead' })],
    cycles: [[sent({ title: null })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'an omitted part clears only where what it is part of is there',
    from: NULLS,
    schema: {
      source: { 'name.givenName': { flowNullValues: true } },
      target: { givenName: { flowNullValues: true } },
    },
    users: [anaWith({ givenName: 'Ana' })],
    cycles: [[sent()]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'an omitted part of something that is there',
    from: NULLS,
    schema: {
      source: { 'name.givenName': { flowNullValues: true } },
      target: { givenName: { flowNullValues: true } },
    },
    users: [anaWith({ givenName: 'Ana' })],
    cycles: [[sent({ name: { familyName: 'Diaz' } })]],
    outcomes: ['updated'],
    modified: { givenName: ['Ana', null], surname: [null, 'Diaz'] },
  },
  {
    rule: 'several values are not cleared',
    from: NULLS,
    schema: {
      source: { nickName: { flowNullValues: true } },
      target: { otherMails: { multivalued: true, flowNullValues: true } },
      flows: { otherMails: { expression: '[nickName]' } },
    },
    users: [anaWith({ otherMails: ['a@x'] })],
    cycles: [[sent({ nickName: null })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'displayName cannot be cleared',
    from: 'graph: user',
    schema: {
      source: { displayName: { flowNullValues: true } },
      target: { displayName: { flowNullValues: true } },
    },
    users: [ana],
    cycles: [[sent({ displayName: null })]],
    outcomes: ['failed MandatoryFieldsMissing'],
  },
  {
    rule: 'ValueAddOnly takes nothing away',
    from: GRAPH_MAPPING,
    schema: { ...NULL_FLOW, flows: { jobTitle: { flowType: 'ValueAddOnly' } } },
    users: [anaWith({ jobTitle: 'Lead' })],
    cycles: [[sent({ title: null })]],
    outcomes: ['unchanged RedundantExport'],
  },
  // Directives
  {
    rule: 'IgnoreFlowIfNullOrEmpty leaves the attribute as it is',
    from: 'functions-for-customizing-application-data',
    schema: { ...NULL_FLOW, flows: { jobTitle: { expression: 'IgnoreFlowIfNullOrEmpty([title])' } } },
    users: [anaWith({ jobTitle: 'Lead' })],
    cycles: [[sent({ title: '' })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'IgnoreObjectFlow leaves the record out',
    from: 'functions-for-customizing-application-data',
    schema: { flows: { jobTitle: { expression: 'IIF([title] = "x", IgnoreObjectFlow, [title])' } } },
    users: [ana],
    cycles: [[sent({ title: 'x', displayName: 'New' })]],
    outcomes: ['skipped EntrySynchronizationSkipped'],
  },
  {
    rule: 'Redact hides the value in the log',
    from: 'functions-for-customizing-application-data',
    schema: { flows: { jobTitle: { expression: 'Redact([title])' } } },
    users: [anaWith({ jobTitle: 'Lead' })],
    cycles: [[sent({ title: 'Head' })]],
    outcomes: ['updated'],
    modified: { jobTitle: ['[Redact]', '[Redact]'] },
  },
  // What may be written
  {
    rule: 'the connector does not set mail',
    from: 'hr-user-update-issues',
    schema: { flows: { mail: { expression: '[emails[type eq "work"].value]' } } },
    users: [ana],
    cycles: [[sent({ emails: [{ type: 'work', value: 'a@x' }] })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'Immutable: when created',
    from: GRAPH_ATTRIBUTE,
    schema: { target: { jobTitle: { mutability: 'Immutable' } } },
    users: [ana],
    cycles: [[sent({ title: 'Lead' })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'ReadOnly: never',
    from: GRAPH_ATTRIBUTE,
    schema: { target: { mailNickname: { mutability: 'ReadOnly' } } },
    cycles: [[sent()]],
    outcomes: ['failed MandatoryFieldsMissing'],
  },
  {
    rule: 'a change of case is none unless the attribute says so',
    from: GRAPH_ATTRIBUTE,
    users: [ana],
    cycles: [[sent({ displayName: 'PERSON 7' })]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'caseExact: a change of case is one',
    from: GRAPH_ATTRIBUTE,
    schema: { target: { displayName: { caseExact: true } } },
    users: [ana],
    cycles: [[sent({ displayName: 'PERSON 7' })]],
    outcomes: ['updated'],
    modified: { displayName: ['Person 7', 'PERSON 7'] },
  },
  {
    rule: 'a required target attribute without a value',
    from: GRAPH_ATTRIBUTE,
    schema: { target: { companyName: { required: true } } },
    cycles: [[sent()]],
    outcomes: ['failed MandatoryFieldsMissing'],
  },
  {
    rule: 'gets the default value of its definition',
    from: GRAPH_ATTRIBUTE,
    schema: { target: { companyName: { required: true, defaultValue: 'Contoso' } } },
    cycles: [[sent()]],
    outcomes: ['created'],
  },
  {
    rule: 'a target attribute that does not exist',
    from: LOG_CODES,
    schema: { flows: { shoeSize: { expression: '[title]' } } },
    users: [ana],
    cycles: [[sent({ title: '42' })]],
    outcomes: ['failed SchemaAttributeNotFound'],
  },
  {
    rule: 'several values for one',
    from: LOG_CODES,
    schema: { flows: { jobTitle: { expression: 'Split([title], ";")' } } },
    users: [ana],
    cycles: [[sent({ title: 'a;b' })]],
    outcomes: ['failed SchemaPropertyCanOnlyAcceptValue'],
  },
  {
    rule: 'a value of the wrong type (approximated)',
    from: GRAPH_ATTRIBUTE,
    schema: { flows: { employeeHireDate: { expression: '[title]' } } },
    users: [ana],
    cycles: [[sent({ title: 'soon' })]],
    outcomes: ['failed UnprocessableEntity'],
  },
  {
    rule: 'an expression that fails (approximated)',
    from: 'functions-for-customizing-application-data',
    schema: { flows: { jobTitle: { expression: 'FormatDateTime([title], , "yyyy-MM-dd", "yyyy")' } } },
    users: [ana],
    cycles: [[sent({ title: 'soon' })]],
    outcomes: ['failed UnprocessableEntity'],
  },
  // Sign-in names
  {
    rule: 'a sign-in name that is taken',
    from: 'inbound-provisioning-api-issues',
    users: [user('other', { userPrincipalName: 'USER.7@CONTOSO.COM' })],
    cycles: [[sent()]],
    outcomes: ['failed AzureActiveDirectoryInvalidUserPrincipalName'],
  },
  {
    rule: 'a domain that is not verified',
    from: 'inbound-provisioning-api-issues',
    schema: { flows: { userPrincipalName: { expression: '[userName]' } } },
    cycles: [[sent()]],
    outcomes: ['failed InvalidDomain'],
  },
  {
    rule: 'a domain that is',
    from: 'inbound-provisioning-api-issues',
    schema: { flows: { userPrincipalName: { expression: '[userName]' } } },
    context: { verifiedDomains: ['EXAMPLE.com'] },
    cycles: [[sent()]],
    outcomes: ['created'],
  },
  {
    rule: 'RandomString during creation alone keeps the name afterwards',
    from: MATCHING,
    schema: {
      flows: {
        userPrincipalName: {
          expression: 'Join("", "u", RandomString(3, 3, 0, 0, 0, ), "@", DefaultDomain())',
          flowType: 'ObjectAddOnly',
        },
      },
    },
    cycles: [[sent()], [sent()]],
    outcomes: ['unchanged RedundantExport'],
  },
  {
    rule: 'a user who is mastered on premises',
    from: 'hr-user-update-issues',
    users: [anaWith({ dirSyncEnabled: true })],
    cycles: [[sent({ title: 'Lead' })]],
    outcomes: ['failed AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises'],
  },
  // Target object actions
  {
    rule: 'a job that only updates creates nobody',
    from: MATCHING,
    schema: { mapping: { flowTypes: 'Update' } },
    users: [ana],
    cycles: [[person('8'), sent({ title: 'Lead' })]],
    outcomes: ['skipped EntrySynchronizationSkipped', 'updated'],
  },
  {
    rule: 'a job that only creates updates nobody',
    from: MATCHING,
    schema: { mapping: { flowTypes: 'Add' } },
    users: [ana],
    cycles: [[sent({ title: 'Lead' }), person('8')]],
    outcomes: ['skipped EntrySynchronizationSkipped', 'created'],
  },
  {
    rule: 'an object mapping that is switched off does nothing',
    from: 'graph: synchronization-objectmapping',
    schema: { mapping: { enabled: false } },
    cycles: [[sent()]],
    outcomes: ['out-of-scope EntrySynchronizationSkipped'],
  },
  // Scope
  {
    rule: 'out of scope: skipped',
    from: FILTERS,
    schema: scoped(clause('title', 'EQUALS', 'Lead')),
    users: [ana],
    cycles: [[sent({ title: 'lead' })]],
    outcomes: ['out-of-scope EntrySynchronizationSkipped'],
  },
  {
    rule: 'out of scope after having been in it: disabled',
    from: FILTERS,
    schema: scoped(clause('title', 'EQUALS', 'Lead')),
    cycles: [[sent({ title: 'Lead' })], [sent({ title: 'Head' })]],
    outcomes: ['disabled'],
    modified: { accountEnabled: ['True', 'False'] },
  },
  {
    rule: 'once',
    from: FILTERS,
    schema: scoped(clause('title', 'EQUALS', 'Lead')),
    cycles: [[sent({ title: 'Lead' })], [sent({ title: 'Head' })], [sent({ title: 'Head' })]],
    outcomes: ['out-of-scope EntrySynchronizationSkipped'],
  },
  {
    rule: 'and enabled when it is back',
    from: FILTERS,
    schema: scoped(clause('title', 'EQUALS', 'Lead')),
    cycles: [[sent({ title: 'Lead' })], [sent({ title: 'Head' })], [sent({ title: 'Lead' })]],
    outcomes: ['enabled'],
  },
  {
    rule: 'SkipOutOfScopeDeletions leaves it alone',
    from: 'skip-out-of-scope-deletions',
    schema: scoped(clause('title', 'EQUALS', 'Lead')),
    context: { skipOutOfScopeDeletions: true },
    cycles: [[sent({ title: 'Lead' })], [sent({ title: 'Head' })]],
    outcomes: ['out-of-scope EntrySynchronizationSkipped'],
  },
  {
    rule: 'so does a mapping without Delete (approximated)',
    from: 'customize-application-attributes',
    schema: {
      mapping: { ...scoped(clause('title', 'EQUALS', 'Lead')).mapping, flowTypes: 'Add, Update' },
    },
    cycles: [[sent({ title: 'Lead' })], [sent({ title: 'Head' })]],
    outcomes: ['out-of-scope EntrySynchronizationSkipped'],
  },
  {
    rule: 'inputFilterGroups never deprovision',
    from: 'graph: synchronization-filter',
    schema: { mapping: { scope: { inputFilterGroups: [{ clauses: [clause('title', 'EQUALS', 'Lead')] }] } } },
    cycles: [[sent({ title: 'Lead' })], [sent({ title: 'Head' })]],
    outcomes: ['out-of-scope EntrySynchronizationSkipped'],
  },
  // Managers
  {
    rule: 'a manager of the same upload',
    from: 'graph: synchronizationjob-post-bulkupload',
    cycles: [[person('8'), sent(reportingTo('8'))]],
    outcomes: ['created', 'created'],
  },
  {
    rule: 'a manager further down is set at the end',
    from: 'graph: synchronizationjob-post-bulkupload',
    cycles: [[sent(reportingTo('8')), person('8')]],
    outcomes: ['created', 'created', 'updated'],
    modified: { manager: [null, 'id2'] },
  },
  {
    rule: 'a manager whom the job has not provisioned stays empty',
    from: MANAGERS,
    users: [ana, user('boss', { employeeId: '8' })],
    cycles: [[sent(reportingTo('8'))]],
    outcomes: ['deferred RedundantExport'],
  },
  {
    rule: 'a manager out of scope stays empty',
    from: MANAGERS,
    schema: scoped(clause('title', 'EQUALS', 'Lead')),
    cycles: [[person('8'), sent({ title: 'Lead', ...reportingTo('8') })], [person('8', { title: 'Lead' })]],
    outcomes: ['created'],
  },
  {
    rule: 'so does one who turns out to be out of scope while being waited for',
    from: MANAGERS,
    schema: scoped(clause('title', 'EQUALS', 'Lead')),
    cycles: [[sent({ title: 'Lead', ...reportingTo('8') }), person('8')], [person('8', { title: 'Lead' })]],
    outcomes: ['created'],
  },
  {
    rule: 'until the record is sent again',
    from: MANAGERS,
    schema: scoped(clause('title', 'EQUALS', 'Lead')),
    cycles: [
      [person('8'), sent({ title: 'Lead', ...reportingTo('8') })],
      [person('8', { title: 'Lead' }), sent({ title: 'Lead', ...reportingTo('8') })],
    ],
    outcomes: ['created', 'updated'],
    modified: { manager: [null, 'id2'] },
  },
  {
    rule: 'an expression is not a reference',
    from: MANAGERS,
    schema: { flows: { manager: { expression: `ToLower([${ENTERPRISE_USER_URN}:manager])` } } },
    cycles: [[person('8')], [sent(reportingTo('8'))]],
    outcomes: ['created'],
  },
  {
    rule: 'oneself (approximated)',
    from: MANAGERS,
    cycles: [[sent(reportingTo('7'))]],
    outcomes: ['created', 'updated'],
    modified: { manager: [null, 'id1'] },
  },
  // Accidental deletions
  {
    rule: 'as many as the threshold are disabled',
    from: 'accidental-deletions',
    context: { deletionThreshold: 2 },
    cycles: [
      [sent(), person('8'), person('9')],
      [sent({ active: false }), person('8', { active: false }), person('9')],
    ],
    outcomes: ['disabled', 'disabled', 'unchanged RedundantExport'],
  },
  {
    rule: 'more are all held back',
    from: 'accidental-deletions',
    context: { deletionThreshold: 1 },
    cycles: [
      [sent(), person('8'), person('9')],
      [sent({ active: false }), person('8', { title: 'x' }), person('9', { active: false })],
    ],
    outcomes: ['held', 'updated', 'held'],
  },
  // Active Directory
  {
    rule: 'accountDisabled is the opposite',
    from: MATCHING,
    flavour: 'API2AD',
    cycles: [[sent()], [sent({ active: false })]],
    outcomes: ['disabled'],
    modified: { accountDisabled: ['False', 'True'] },
  },
  {
    rule: 'an empty text is refused',
    from: 'hr-user-creation-issues',
    flavour: 'API2AD',
    cycles: [[sent({ title: '' })]],
    outcomes: ['failed InvalidAttributeSyntax-LdapErr'],
  },
  {
    rule: 'null flow removes the value instead',
    from: NULLS,
    flavour: 'API2AD',
    schema: { source: { title: { flowNullValues: true } }, target: { title: { flowNullValues: true } } },
    cycles: [[sent({ title: 'Lead' })], [sent({ title: '' })]],
    outcomes: ['updated'],
    modified: { title: ['Lead', null] },
  },
  {
    rule: 'an attribute that the agent does not know',
    from: 'inbound-provisioning-api-issues',
    flavour: 'API2AD',
    schema: { flows: { shoeSize: { expression: '[title]' } } },
    cycles: [[sent({ title: '42' })]],
    outcomes: ['failed HybridSynchronizationActiveDirectoryCannotFindAttribute'],
  },
  {
    rule: 'a manager is a distinguished name',
    from: 'hr-manager-update-issues',
    flavour: 'API2AD',
    context: { defaultContainer: 'OU=People,DC=contoso,DC=com' },
    cycles: [[person('8', { displayName: 'Boss, The' })], [sent()], [sent(reportingTo('8'))]],
    outcomes: ['updated'],
    modified: { manager: [null, 'CN=Boss\\, The,OU=People,DC=contoso,DC=com'] },
  },
  {
    rule: 'SelectUniqueValue asks the directory',
    from: 'functions-for-customizing-application-data',
    flavour: 'API2AD',
    schema: {
      flows: {
        cn: { expression: 'Join(" ", [displayName], [externalId])' },
        sAMAccountName: { expression: 'SelectUniqueValue([title], Append([title], "2"))', flowType: 'ObjectAddOnly' },
      },
    },
    cycles: [[person('8', { title: 'ana' })], [sent({ title: 'ANA' })]],
    outcomes: ['created'],
  },
  {
    rule: 'and fails when all values are taken (code approximated)',
    from: 'functions-for-customizing-application-data',
    flavour: 'API2AD',
    schema: {
      flows: {
        cn: { expression: 'Join(" ", [displayName], [externalId])' },
        sAMAccountName: { expression: 'SelectUniqueValue([title], [title])', flowType: 'ObjectAddOnly' },
      },
    },
    cycles: [[person('8', { title: 'ana' })], [sent({ title: 'ANA' })]],
    outcomes: ['failed UnprocessableEntity'],
  },
  {
    rule: 'a name that is taken in its container (approximated)',
    from: LOG_CODES,
    flavour: 'API2AD',
    cycles: [[person('8', { displayName: 'Ana' })], [sent({ displayName: 'Ana' })]],
    outcomes: ['failed EntryConflict'],
  },
];

function start({ flavour, schema, users = [], context = {} }: Row): JobRig {
  return jobRig({ job: jobOf(changedSchema(schema ?? {}, flavour), flavour), users, context });
}

describe('the documented rules', () => {
  it.each(rows)('$rule ($from)', (row) => {
    const rig = start(row);
    expect(rig.job.problems).toEqual([]);
    const [last] = row.cycles.map((people) => rig.cycle(...people)).slice(-1);
    const changes = last?.changes ?? [];
    expect(
      changes.map(({ outcome, refusal }) => (refusal === undefined ? outcome : `${outcome} ${refusal.code}`)),
    ).toEqual(row.outcomes);
    if (row.modified === undefined) return;
    const modified = changes.at(-1)?.modifiedProperties ?? [];
    expect(Object.fromEntries(modified.map(({ name, oldValue, newValue }) => [name, [oldValue, newValue]]))).toEqual(
      row.modified,
    );
  });

  it('a user who was removed after having been matched fails until the job is restarted (howto-analyze-provisioning-logs)', () => {
    const rig = jobRig();
    rig.cycle(sent());
    rig.state.directory.remove('id1');
    expect(rig.cycle(sent()).changes[0]).toMatchObject({ outcome: 'failed', refusal: { code: 'InvalidAnchor' } });
  });

  it('what was held back can be run when it is allowed (accidental-deletions)', () => {
    const rig = jobRig({ context: { deletionThreshold: 1 } });
    rig.cycle(sent(), person('8'));
    const { stagedDeletes } = rig.cycle(sent({ active: false }), person('8', { active: false }));
    expect(stagedDeletes.map(({ externalId }) => externalId)).toEqual(['7', '8']);
    const allowed = jobRig({ users: [...rig.state.directory.users()] });
    const { changes } = allowed.cycle(...stagedDeletes.map(({ resource }) => resource));
    expect(changes.map(({ outcome }) => outcome)).toEqual(['disabled', 'disabled']);
  });

  it('SelectUniqueValue takes the first value that is free', () => {
    const row = rows.find(({ rule }) => rule === 'SelectUniqueValue asks the directory');
    if (row === undefined) throw new Error('the row is gone');
    const rig = start(row);
    for (const people of row.cycles) rig.cycle(...people);
    expect([...rig.state.directory.users()].map(({ values }) => values.get('sAMAccountName'))).toEqual(['ana', 'ANA2']);
  });

  it('counts a cycle as its job tells it (graph: synchronization-synchronizationtaskexecution)', () => {
    const rig = jobRig();
    const { counters, escrowed, waiting } = rig.cycle(
      sent(reportingTo('9')),
      person('8', { userName: 'ö' }),
      person(''),
    );
    expect(counters).toMatchObject({
      countImported: 3,
      countEntitled: 2,
      countExports: 2,
      countExported: 1,
      countEscrowed: 1,
      countEscrowedRaw: 2,
      countImportedReferenceDeltas: 1,
    });
    expect(escrowed.map(({ externalId }) => externalId)).toEqual(['8']);
    expect(waiting).toEqual([{ externalId: '7', references: [{ attribute: 'manager', externalId: '9' }] }]);
  });
});
