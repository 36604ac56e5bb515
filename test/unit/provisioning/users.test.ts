import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../../src/core/provisioning/directory/directory';
import { readUsers } from '../../../src/core/provisioning/users/readUsers';
import { writeUsers } from '../../../src/core/provisioning/users/writeUsers';

const page = {
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
  value: [
    {
      id: 'a',
      userPrincipalName: 'ana@contoso.com',
      displayName: 'Ana',
      accountEnabled: true,
      employeeId: '7',
      jobTitle: null,
      businessPhones: ['+1 1', '+1 2'],
      mobilePhone: '+1 3',
      officeLocation: 'B 12',
      employeeOrgData: { division: 'East', costCenter: null },
      onPremisesSyncEnabled: null,
      onPremisesExtensionAttributes: { extensionAttribute3: 'x', extensionAttribute4: null },
      customSecurityAttributes: { Engineering: { '@odata.type': '#x', Project: 'Baker' } },
      otherMails: ['a@x', 'b@x'],
      'manager@odata.type': '#x',
      manager: { '@odata.type': '#microsoft.graph.user', id: 'b', displayName: 'Bo' },
      logonCount: 5,
    },
    { id: 'b', userPrincipalName: 'bo@contoso.com', accountEnabled: false },
  ],
};

describe('readUsers', () => {
  it('understands a page of Graph, by the names of job schemas', () => {
    const { users, problems } = readUsers(JSON.stringify(page), 'API2AAD');
    expect(problems).toEqual([]);
    expect(users.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(Object.fromEntries(users[0]?.values ?? [])).toEqual({
      userPrincipalName: 'ana@contoso.com',
      displayName: 'Ana',
      accountEnabled: true,
      employeeId: '7',
      telephoneNumber: '+1 1',
      mobile: '+1 3',
      physicalDeliveryOfficeName: 'B 12',
      'employeeOrgData.division': 'East',
      extensionAttribute3: 'x',
      'CustomSecurityAttributes.Engineering_Project': 'Baker',
      otherMails: ['a@x', 'b@x'],
      manager: 'b',
      logonCount: 5n,
    });
  });

  it('reads back what is written', () => {
    const { users } = readUsers(JSON.stringify(page), 'API2AAD');
    const text = writeUsers(createDirectory(users), 'API2AAD');
    expect(readUsers(text, 'API2AAD')).toEqual({ users, problems: [] });
    expect(JSON.parse(text)).toMatchObject({
      value: [{ manager: { id: 'b' }, businessPhones: ['+1 1'], employeeOrgData: { division: 'East' } }, { id: 'b' }],
    });
    expect(readUsers(writeUsers(createDirectory(), 'API2AAD'), 'API2AAD')).toEqual({ users: [], problems: [] });
  });

  it('refers to managers of Active Directory by their distinguished names', () => {
    const text = JSON.stringify([
      { id: 'a', cn: 'Ana', manager: 'cn=bo,DC=x' },
      { id: 'b', distinguishedName: 'CN=Bo,DC=x', accountDisabled: true },
      { id: 'c', manager: 'CN=Gone,DC=x' },
    ]);
    const { users, problems } = readUsers(text, 'API2AD');
    expect(problems).toEqual([]);
    expect(users.map(({ values }) => values.get('manager'))).toEqual(['b', undefined, 'CN=Gone,DC=x']);
    const written = writeUsers(createDirectory(users), 'API2AD');
    expect(JSON.parse(written)).toMatchObject({ value: [{ manager: 'CN=Bo,DC=x' }, {}, { manager: 'CN=Gone,DC=x' }] });
  });

  it('says where a text is not JSON, without quoting it', () => {
    const { users, problems } = readUsers('{"value": [\n {"displayName": "Ana Secret" "id": "a"}]}', 'API2AAD');
    expect(users).toEqual([]);
    expect(problems).toMatchObject([
      { severity: 'error', message: expect.stringMatching(/^This is not JSON \(line 2\)\. .+/) as string },
    ]);
    expect(JSON.stringify(problems)).not.toContain('Secret');
  });

  it.each([
    ['{', [], ''],
    ['7', [], ''],
    ['{"value":{}}', [], ''],
    ['{"value":[7,{"id":"a"}]}', ['a'], 'value[0]'],
    ['[{"id":""},{"id":"a"}]', ['a'], '[0].id'],
    ['{"value":[{"id":"a"},{"id":"a"}]}', ['a'], 'value[1].id'],
    [
      '{"value":[{"id":"a","userPrincipalName":"X@y"},{"id":"b","userPrincipalName":"x@Y"}]}',
      ['a'],
      'value[1].userPrincipalName',
    ],
    ['{"value":[{"id":"a","accountEnabled":"true"}]}', ['a'], 'value[0].accountEnabled'],
    ['{"value":[{"id":"a","identities":[{"issuer":"x"}]}]}', ['a'], 'value[0].identities'],
  ])('says of %s what is wrong and where', (text, ids, path) => {
    const { users, problems } = readUsers(text, 'API2AAD');
    expect(users.map(({ id }) => id)).toEqual(ids);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });
});
