import { describe, expect, it } from 'vitest';
import {
  maximumLengths,
  refuseMissing,
  refuseUserPrincipalName,
  refuseValues,
} from '../../../src/core/provisioning/directoryRules';

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

describe('refuseValues', () => {
  it.each([...maximumLengths])('%s holds %i characters and not one more', (attribute, limit) => {
    expect(refuseValues(new Map([[attribute, 'x'.repeat(limit)]]), [])).toBeUndefined();
    const refusal = refuseValues(new Map([[attribute, 'x'.repeat(limit + 1)]]), []);
    expect(refusal?.code).toBe('UnprocessableEntity');
    expect(refusal?.reason).toContain(attribute);
    expect(refusal?.reason).not.toContain('xx');
  });
  it('knows no limit where none is documented', () => {
    expect(refuseValues(new Map([['telephoneNumber', '1'.repeat(5000)]]), [])).toBeUndefined();
  });
});

describe('refuseMissing', () => {
  it('names all that is missing', () => {
    const refusal = refuseMissing(
      new Map([
        ['displayName', ''],
        ['accountEnabled', 'True'],
      ]),
    );
    expect(refusal?.code).toBe('MandatoryFieldsMissing');
    expect(refusal?.reason).toContain('userPrincipalName, displayName, mailNickname');
  });
});
