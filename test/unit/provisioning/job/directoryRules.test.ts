import { describe, expect, it } from 'vitest';
import type { JobFlavour } from '../../../../src/core/provisioning/job/compiledJob';
import { createDirectory } from '../../../../src/core/provisioning/directory/directory';
import type { Proposal } from '../../../../src/core/provisioning/job/directoryRules';
import {
  adMaximumLengths,
  maximumLengths,
  refuseAccount,
  refuseUserPrincipalName,
} from '../../../../src/core/provisioning/job/directoryRules';
import type { Refusal } from '../../../../src/core/provisioning/directory/refusal';
import type { TargetValue } from '../../../../src/core/provisioning/directory/targetValue';

const INVALID = 'AzureActiveDirectoryInvalidUserPrincipalName';

describe('refuseUserPrincipalName', () => {
  it.each([
    ['ana.lopez@contoso.com', undefined],
    ["o'neil_1-2!#^~@CONTOSO.com", undefined],
    [`${'a'.repeat(64)}@contoso.com`, undefined],
    [`${'a'.repeat(65)}@contoso.com`, INVALID],
    ['@contoso.com', INVALID],
    ['ana', INVALID],
    ['ana.@contoso.com', INVALID],
    ['ana lopez@contoso.com', INVALID],
    ['ána@contoso.com', INVALID],
    ['a/b@contoso.com', INVALID],
    ['a@b@contoso.com', INVALID],
    [`ana@${'d'.repeat(49)}`, INVALID],
    ['ana@fabrikam.com', 'InvalidDomain'],
  ])('%s', (name, code) => {
    expect(refuseUserPrincipalName(name, ['contoso.com'])?.code).toBe(code);
  });
});

const COMPLETE = {
  userPrincipalName: 'ana@contoso.com',
  displayName: 'Ana',
  mailNickname: 'ana',
  accountEnabled: true,
};

function refuse(
  values: Readonly<Record<string, TargetValue>>,
  more: Partial<Proposal> = {},
  flavour: JobFlavour = 'API2AAD',
): Refusal | undefined {
  const after = new Map(Object.entries(values));
  const written = new Set(after.keys());
  const proposal = { id: '', isNew: true, before: new Map(), after, written, required: [], limits: new Map() };
  return refuseAccount({ ...proposal, ...more }, createDirectory(), flavour, ['contoso.com']);
}

describe('refuseAccount', () => {
  it.each([...maximumLengths])('%s holds %i characters and not one more', (attribute, limit) => {
    expect(refuse({ ...COMPLETE, [attribute]: 'x'.repeat(limit) })).toBeUndefined();
    const refusal = refuse({ ...COMPLETE, [attribute]: 'x'.repeat(limit + 1) });
    expect(refusal?.code).toBe('UnprocessableEntity');
    expect(refusal?.reason).toContain(attribute);
    expect(refusal?.reason).not.toContain('xx');
  });
  it.each([...adMaximumLengths])('%s of Active Directory holds %i characters and not one more', (attribute, limit) => {
    expect(refuse({ cn: 'Ana', [attribute]: 'x'.repeat(limit) }, {}, 'API2AD')).toBeUndefined();
    expect(refuse({ cn: 'Ana', [attribute]: 'x'.repeat(limit + 1) }, {}, 'API2AD')?.code).toBe('UnprocessableEntity');
  });
  it('has no limit where none is documented, and takes one that the schema states', () => {
    const long = { ...COMPLETE, telephoneNumber: '1'.repeat(5000) };
    expect(refuse(long)).toBeUndefined();
    expect(refuse(long, { limits: new Map([['telephoneNumber', 20]]) })?.code).toBe('UnprocessableEntity');
  });
  it('names all that is missing', () => {
    const refusal = refuse({ accountEnabled: true }, { required: ['employeeId'] });
    expect(refusal?.code).toBe('MandatoryFieldsMissing');
    expect(refusal?.reason).toContain('userPrincipalName, displayName, mailNickname, employeeId');
  });
  it('minds of an account that is there only what is written', () => {
    expect(refuse({ department: 'HR' }, { isNew: false })).toBeUndefined();
    expect(refuse({}, { isNew: false, written: new Set(['displayName']) })?.code).toBe('MandatoryFieldsMissing');
  });
  it('leaves users alone who are mastered elsewhere', () => {
    const before = new Map([['dirSyncEnabled', true]]);
    expect(refuse({ department: 'HR' }, { isNew: false, before })?.code).toBe(
      'AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises',
    );
  });
  it('takes two words for userType', () => {
    expect(refuse({ ...COMPLETE, userType: 'Guest' })).toBeUndefined();
    expect(refuse({ ...COMPLETE, userType: 'Employee' })?.code).toBe('UnprocessableEntity');
  });
});
