import { describe, expect, it } from 'vitest';
import { sourceAttribute } from '../../../../src/core/provisioning/job/sourceAttribute';
import { ENTERPRISE_USER_URN } from '../../../../src/core/scim/urns';

const resource = {
  username: 'a@b',
  active: false,
  title: null,
  nickName: '',
  number: 7,
  name: { givenName: 'Ana' },
  emails: [{ value: 'none' }, { type: 'home', value: 'home' }, { type: 'Work', value: 'work' }],
  ims: [{ type: 'home', value: 'chat' }],
  addresses: { type: 'work', locality: 'not a list' },
  [ENTERPRISE_USER_URN]: { department: 'HR', manager: { value: '9' } },
};

describe('sourceAttribute', () => {
  it.each([
    ['userName', 'a@b'],
    ['active', false],
    ['title', null],
    ['nickName', ''],
    ['number', 7n],
    ['displayName', null],
    ['name', null],
    ['name.givenName', 'Ana'],
    ['name.familyName', null],
    ['emails[type eq "work"].value', 'work'],
    ['emails[type eq "home"].value', null],
    ['emails[type eq "other"].value', null],
    ['ims[type eq "home"].value', 'chat'],
    ['addresses[type eq "work"].locality', null],
    [`${ENTERPRISE_USER_URN}:department`, 'HR'],
    [`${ENTERPRISE_USER_URN}:manager.value`, '9'],
    [`${ENTERPRISE_USER_URN}:manager`, null],
    ['urn:other:User:department', null],
    ['toString', null],
    ['constructor.name', null],
  ])('%s', (path, value) => {
    expect(sourceAttribute(path).valueOf(resource)).toBe(value);
  });

  it('reads the value of a reference, and of each element of a list', () => {
    const manager = sourceAttribute(`${ENTERPRISE_USER_URN}:manager`, { type: 'Reference', isMultivalued: false });
    expect(manager.valueOf(resource)).toBe('9');
    const emails = sourceAttribute('emails', { type: 'String', isMultivalued: true });
    expect(emails.valueOf(resource)).toEqual(['none', 'home', 'work']);
  });

  // Clearing attribute values: the parent of an omitted attribute must be there
  it.each([
    ['displayName', true],
    ['name.familyName', true],
    ['meta.version', false],
    ['emails[type eq "work"].display', true],
    ['phoneNumbers[type eq "work"].value', false],
    [`${ENTERPRISE_USER_URN}:division`, true],
    ['urn:other:User:division', false],
  ])('%s is spoken of: %s', (path, isSpokenOf) => {
    expect(sourceAttribute(path).isSpokenOf(resource)).toBe(isSpokenOf);
  });
});
