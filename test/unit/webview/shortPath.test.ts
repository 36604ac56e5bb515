import { expect, it } from 'vitest';
import { shortPath } from '../../../src/webview/compare/shortPath';

it.each([
  ['title', 'title'],
  ['name.familyName', 'name.familyName'],
  ['emails[type eq "work"].value', 'emails[type eq "work"].value'],
  ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value', 'manager.value'],
  ['urn:contoso:User:places[type eq "a:b"].value', 'places[type eq "a:b"].value'],
  ['', ''],
])('%j is shown as %j', (path, shown) => {
  expect(shortPath(path)).toBe(shown);
});
