import { describe, expect, it } from 'vitest';
import { outcome, remarks } from './run';

describe('IIF', () => {
  it.each([
    ['IIF(IsNullOrEmpty([x]), "a", "b")', 'IsNullOrEmpty([x])'],
    ['IIF(IsPresent([x]), "a", "b")', 'IsPresent([x])'],
    ['IIF([x] = "", "a", "b")', '[x] = ""'],
    ['IIF("" <> [x], "a", "b")', '"" <> [x]'],
  ])('%s asks for an empty value, which the service may not answer', (text, underlined) => {
    expect(remarks(text)).toEqual([`warning expression.iif-empty: ${underlined}`]);
  });

  it.each([
    'IIF(IsNull([x]), "", "")',
    'IIF([IsPresent], "a", "b")',
    'IIF("", "a", "b")',
    'IIF([x] = " ", "", "b")',
    'IIF([x] = [y], "a", "b")',
    'IIF([x] = 0, "a", "b")',
    'IIF(Not(IsPresent([x])), "a", "b")',
  ])('%s is left alone', (text) => {
    expect(remarks(text)).toEqual([]);
  });

  it('evaluates the value that is taken, and no other', () => {
    const text = 'IIF([x] = "a", [x], Item([x], 2))';
    expect(outcome(text, { x: 'a' })).toBe('a');
    expect(outcome(text, { x: 'b' })).toEqual({ error: 'E_INDEX at Item([x], 2)' });
  });
});
