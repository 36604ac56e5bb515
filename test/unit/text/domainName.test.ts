import { expect, it } from 'vitest';
import { domainName } from '../../../src/core/text/domainName';

it.each([
  ['northwind.com', 'northwind.com'],
  [' @Northwind.Com ', 'northwind.com'],
  ['a-b.co.uk', 'a-b.co.uk'],
  ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
  ['northwind', undefined],
  ['', undefined],
  ['north wind.com', undefined],
  ['ada@northwind.com', undefined],
  ['-a.com', undefined],
  ['a..com', undefined],
  ['a".com', undefined],
  [`${'a'.repeat(64)}.com`, undefined],
])('%j is the domain %s', (text, expected) => {
  expect(domainName(text)).toBe(expected);
});
