import { describe, expect, it } from 'vitest';
import { explainCode } from '../../../src/core/logs/explain';
import { explanations } from '../../../src/core/logs/explanations';

describe('explainCode', () => {
  it.each([
    ['AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises', 'synchronised from on-premises', 'API2AD'],
    ['AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService', 'managed elsewhere', 'where it is managed'],
    ['HybridSynchronizationActiveDirectoryUserPrincipalNameNotUnique', 'forest', 'employeeId'],
    ['AzureActiveDirectoryInvalidUserPrincipalName', 'another account', 'second matching attribute'],
    ['ENTRYCONFLICT', 'used by another account', 'second matching attribute'],
    ['DuplicateSourceEntries', 'More than one record', 'a unique id'],
  ])('explains %s', (code, cause, remedy) => {
    expect(explainCode(code)?.cause).toContain(cause);
    expect(explainCode(code)?.remedy).toContain(remedy);
  });

  it('knows nothing of a code that is not documented', () => {
    expect(explainCode('SomethingNew')).toBeUndefined();
  });
});

it('no remedy makes a name by chance: somebody who has an account would get a second one', () => {
  for (const [code, { remedy }] of explanations) expect(remedy, code).not.toMatch(/random|append|unique value/i);
});
