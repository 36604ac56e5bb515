import { describe, expect, it } from 'vitest';
import { sourceValue } from '../../../src/core/provisioning/sourceValue';
import { ENTERPRISE_USER_URN } from '../../../src/core/scim/urns';

const resource = {
  username: 'a@b',
  active: false,
  title: null,
  nickName: '',
  number: 7,
  name: { givenName: 'Ana' },
  emails: [{ value: 'none' }, { type: 'home', value: 'home' }, { type: 'Work', value: 'work' }],
  addresses: { type: 'work', locality: 'not a list' },
  [ENTERPRISE_USER_URN]: { department: 'HR', manager: { value: '9' } },
};

describe('sourceValue', () => {
  it.each([
    ['userName', 'a@b'],
    ['active', 'False'],
    ['title', undefined],
    ['nickName', ''],
    ['number', '7'],
    ['displayName', undefined],
    ['name', undefined],
    ['name.givenName', 'Ana'],
    ['name.familyName', undefined],
    ['emails[type eq "work"].value', 'work'],
    ['emails[type eq "other"].value', undefined],
    ['addresses[type eq "work"].locality', undefined],
    [`${ENTERPRISE_USER_URN}:department`, 'HR'],
    [`${ENTERPRISE_USER_URN}:manager.value`, '9'],
    [`${ENTERPRISE_USER_URN}:manager`, undefined],
    ['urn:other:User:department', undefined],
    ['toString', undefined],
    ['constructor.name', undefined],
  ])('%s', (path, value) => {
    expect(sourceValue(resource, path)).toBe(value);
  });
});
