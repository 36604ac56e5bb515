import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json/jsonValue';
import { PeopleComparison } from '../../../src/core/run/people/peopleComparison';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const user = (externalId: string, more: JsonObject = {}, active = true): JsonObject => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  externalId,
  active,
  ...more,
});

const OLD = [
  user('same', { name: { familyName: 'A' }, emails: [{ type: 'work', value: 'a@b.example' }] }),
  user('mover', { title: 'Old', [ENTERPRISE]: { manager: { value: 'x' } } }),
  user('leaver', { title: 'T' }),
  user('rehire', {}, false),
  user('gone'),
  user('emptied', { title: 'T', nickName: 'N' }),
];
const NEW = [
  user('same', { name: { familyName: 'A' }, emails: [{ type: 'work', value: 'a@b.example' }] }),
  user('joiner'),
  user('mover', { title: 'New', [ENTERPRISE]: { manager: { value: 'y' } } }),
  user('leaver', { title: 'T' }, false),
  user('rehire'),
  user('emptied', { nickName: 'N', displayName: 'D' }),
];

function compare(showValues: boolean) {
  const comparison = new PeopleComparison(showValues);
  for (const [index, each] of OLD.entries()) comparison.addOld({ user: each, line: index + 2 });
  const met = NEW.map((each, index) => comparison.compare({ user: each, line: index + 12 }));
  return [...met, ...comparison.gone()];
}

it('classifies people by their ids, and names the attributes that changed', () => {
  expect(compare(false)).toEqual([
    { externalId: 'same', class: 'unchanged', line: 12, oldLine: 2, changes: [] },
    { externalId: 'joiner', class: 'joiner', line: 13, changes: [] },
    {
      externalId: 'mover',
      class: 'mover',
      line: 14,
      oldLine: 3,
      changes: [{ name: 'title' }, { name: `${ENTERPRISE}:manager.value` }],
    },
    { externalId: 'leaver', class: 'leaver', line: 15, oldLine: 4, changes: [{ name: 'active' }] },
    { externalId: 'rehire', class: 'rehire', line: 16, oldLine: 5, changes: [{ name: 'active' }] },
    {
      externalId: 'emptied',
      class: 'mover',
      line: 17,
      oldLine: 7,
      changes: [{ name: 'displayName' }, { name: 'title' }],
    },
    { externalId: 'gone', class: 'leaver', oldLine: 6, changes: [] },
  ]);
});

it('holds values only where they may be shown', () => {
  const shown = compare(true);
  expect(shown.map(({ class: became }) => became)).toEqual(compare(false).map(({ class: became }) => became));
  expect(shown[2]?.changes).toEqual([
    { name: 'title', oldValue: 'Old', newValue: 'New' },
    { name: `${ENTERPRISE}:manager.value`, oldValue: 'x', newValue: 'y' },
  ]);
  expect(shown[5]?.changes).toEqual([
    { name: 'displayName', newValue: 'D' },
    { name: 'title', oldValue: 'T' },
  ]);
});
