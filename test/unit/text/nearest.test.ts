import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/core/text/nearest';

const NAMES = ['displayName', 'nickName', 'userName', 'title', 'active'];

describe('nearest', () => {
  it.each([
    ['displayname', 'displayName'],
    ['DISPLAYNAME', 'displayName'],
    ['dispalyName', 'displayName'],
    ['displyName', 'displayName'],
    ['nicName', 'nickName'],
    ['usrName', 'userName'],
    ['titel', 'title'],
    ['tite', 'title'],
    ['actives', 'active'],
    ['manager', undefined],
    ['', undefined],
    ['displayNameOfThePerson', undefined],
  ])('offers for %j %j', (word, expected) => {
    expect(nearest(word, NAMES)).toBe(expected);
  });

  it('prefers the nearer, and of equals the first', () => {
    expect(nearest('abcdef', ['abcdxy', 'abcdex', 'abcdey'])).toBe('abcdex');
  });

  it('has nothing to offer where there is nothing', () => {
    expect(nearest('a', [])).toBeUndefined();
  });
});
