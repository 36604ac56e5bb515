import { describe, expect, it } from 'vitest';
import { columnFinder } from '../../../src/core/import/columnNames';
import { findTarget } from '../../../src/core/import/scimTargets';
import { formatAttributePath } from '../../../src/core/scim/attributePath';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const OWN = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';
const WORK = [{ attribute: 'type', value: 'work' }];

describe('where a name of an imported mapping leads', () => {
  it.each([
    [undefined, 'USERNAME', undefined, [], 'userName string'],
    [CORE.toUpperCase(), 'active', undefined, [], 'active boolean'],
    [undefined, 'Name', 'FAMILYNAME', WORK, 'name.familyName string'],
    [undefined, 'emails', 'primary', WORK, 'emails[type eq "work"].primary boolean'],
    [ENTERPRISE.toLowerCase(), 'Manager', 'value', [], `${ENTERPRISE}:manager.value string`],
    [OWN, 'badge', 'number', [], `${OWN}:badge.number`],
    [OWN, '$ref', undefined, [], `${OWN}:$ref`],
  ])('%s %s %s', (urn, attribute, sub, filter, expected) => {
    const target = findTarget(urn, attribute, sub, filter);
    if ('reason' in target) throw new Error(target.reason);
    expect(`${formatAttributePath(target.path)} ${target.type ?? ''}`.trim()).toBe(expected);
  });

  it.each([
    [undefined, 'usrName', undefined, '"usrName" is not an attribute of User (RFC 7643). Did it mean "userName"?'],
    [undefined, 'zzz', undefined, '"zzz" is not an attribute of User (RFC 7643).'],
    [undefined, 'name', 'givenNam', '"givenNam" is not an attribute of name (RFC 7643). Did it mean "givenName"?'],
    [undefined, 'title', 'value', '"value" is not an attribute of title (RFC 7643).'],
    [undefined, 'name', undefined, '"name" has members and does not take a value itself (RFC 7643).'],
    [ENTERPRISE, 'title', undefined, '"title" is not an attribute of EnterpriseUser (RFC 7643).'],
    [OWN, '1st', undefined, '"1st" is not an attribute name (RFC 7643, section 2.1).'],
    [OWN, 'badge', 'a b', '"a b" is not an attribute name (RFC 7643, section 2.1).'],
  ])('%s %s %s leads nowhere', (urn, attribute, sub, reason) => {
    expect(findTarget(urn, attribute, sub, [])).toEqual({ reason });
  });
});

describe('a column of an imported mapping', () => {
  it.each([
    [undefined, 'mail', { name: 'mail', isUnknown: false }],
    [['Mail', 'mail'], 'mail', { name: 'mail', isUnknown: false }],
    [['Mail', 'MAIL'], 'mail', { name: 'Mail', isUnknown: false }],
    [['Mail'], 'mails', { name: 'mails', isUnknown: true }],
    [[], 'mail', { name: 'mail', isUnknown: true }],
  ])('of %j: %s', (columns, name, expected) => {
    expect(columnFinder(columns === undefined ? {} : { columns })(name)).toEqual(expected);
  });
});
