import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/core/text/headerWords';

describe('the words of a header', () => {
  it.each([
    ['legal first name', ['legal', 'first', 'name']],
    ['Legal_First-Name', ['legal', 'first', 'name']],
    ['LEGAL FIRST NAME', ['legal', 'first', 'name']],
    ['legalFirstName', ['legal', 'first', 'name']],
    [' legal  first name ', ['legal', 'first', 'name']],
    ['HRCode', ['hr', 'code']],
    ['address2line 1', ['address2line', '1']],
    ['Address2Line#1', ['address2', 'line', 'number', '1']],
    ['prénom usuel', ['prenom', 'usuel']],
    ['straße', ['strasse']],
    ['', []],
  ])('of %j are the same however they are written', (header, words) => {
    expect(wordsOf(header)).toEqual(words);
  });
});
