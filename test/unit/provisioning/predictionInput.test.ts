import { describe, expect, it } from 'vitest';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { defaultJobSchema } from '../../../src/core/jobSchema/defaultJobSchema';
import { readJobSchema } from '../../../src/core/jobSchema/readJobSchema';
import { domainsOfUsers } from '../../../src/core/provisioning/users/domainsOfUsers';
import { flavourOf } from '../../../src/core/provisioning/job/flavourOf';
import { propertiesOf } from '../../../src/core/provisioning/users/graphNames';
import { parseUsersPage } from '../../../src/core/provisioning/users/usersPage';
import { user } from '../../support/jobRig';

describe('domainsOfUsers', () => {
  it('takes the domain of most for the default', () => {
    const names = ['a@x.example', 'b@Y.example', 'c@y.example', 'd', ''];
    const users = names.map((userPrincipalName, index) => user(String(index), { userPrincipalName }));
    expect(domainsOfUsers(users)).toEqual({
      defaultDomain: 'y.example',
      verifiedDomains: ['y.example', 'x.example'],
    });
    expect(domainsOfUsers([])).toEqual({ defaultDomain: '', verifiedDomains: [] });
  });
});

describe('flavourOf', () => {
  it.each(['API2AAD', 'API2AD'] as const)(
    'knows a schema of %s by its id, and without one by its attributes',
    (flavour) => {
      const schema = defaultJobSchema(flavour);
      const of = (id: string) => flavourOf(readJobSchema(readJsonText(JSON.stringify({ ...schema, id }))));
      expect([of(`${flavour}.1.2`), of('another')]).toEqual([flavour, flavour]);
    },
  );
});

describe('propertiesOf', () => {
  it('asks for what is mapped by its name in Graph, and for what every prediction needs', () => {
    const targets = ['mobile', 'employeeOrgData.division', 'extensionAttribute3', 'manager', 'userPrincipalName'];
    const extension = `extension_${'0'.repeat(32)}_code`;
    expect(propertiesOf([...targets, extension, 'employeeLeaveDateTime', 'town'])).toEqual({
      properties: [
        'accountEnabled',
        'employeeOrgData',
        extension,
        'id',
        'manager',
        'mobilePhone',
        'onPremisesExtensionAttributes',
        'onPremisesSyncEnabled',
        'userPrincipalName',
      ],
      unread: ['employeeLeaveDateTime', 'town'],
    });
  });
});

describe('parseUsersPage', () => {
  it('reads users and the next page, and passes over what is none', () => {
    const page = parseUsersPage('{"@odata.nextLink":"n","value":[{"id":"1","city":"Bonn"},2]}');
    if ('refusal' in page) throw new Error(page.refusal);
    expect(page.users).toEqual([user('1', { city: 'Bonn' })]);
    expect([page.nextLink, page.problems.map(({ path }) => path)]).toEqual(['n', ['value[1]']]);
  });

  it.each(['', '[]', '{"value":{}}'])('says why %j is not a page', (text) => {
    expect(parseUsersPage(text)).toHaveProperty('refusal');
  });

  it('passes over objects in objects, and refuses them once they are too deep to be walked', () => {
    const page = (depth: number) => `{"value":[{"id":"1","deep":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}]}`;
    expect(parseUsersPage(page(60))).toMatchObject({ problems: [{ severity: 'warning' }] });
    expect(parseUsersPage(page(50_000))).toEqual({ refusal: 'The answer is nested more than 64 levels deep.' });
  });
});
