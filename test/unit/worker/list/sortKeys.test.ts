import { describe, expect, it } from 'vitest';
import { SortKeys } from '../../../../src/worker/list/sortKeys';

function sorted(texts: readonly string[], isDescending = false): readonly (string | undefined)[] {
  const keys = new SortKeys();
  for (const text of texts) keys.add(text);
  const compare = keys.comparing(isDescending);
  return texts
    .map((_, index) => index)
    .sort(compare)
    .map((index) => texts[index]);
}

describe('what records are sorted by', () => {
  it('is text without regard to case and accents', () => {
    expect(sorted(['zoe', 'Ömer', 'Zoë B', 'anna', 'Łukasz', 'Olga'])).toEqual([
      'anna',
      'Łukasz',
      'Olga',
      'Ömer',
      'zoe',
      'Zoë B',
    ]);
  });

  it('is numbers where all of them are', () => {
    expect(sorted(['10', '9', '-3', '9,5', ' 2 '])).toEqual(['-3', ' 2 ', '9', '9,5', '10']);
    expect(sorted(['10', '9', 'x'])).toEqual(['10', '9', 'x']);
  });

  it('comes last where it is blank, whichever way', () => {
    expect(sorted(['b', '', 'a', '  '])).toEqual(['a', 'b', '', '  ']);
    expect(sorted(['b', '', 'a', '  '], true)).toEqual(['b', 'a', '', '  ']);
    expect(sorted(['2', '', '10'], true)).toEqual(['10', '2', '']);
  });

  it('keeps what is equal in the order of the extract, whichever way', () => {
    expect(sorted(['B', 'b', 'A', 'a'], true)).toEqual(['B', 'b', 'A', 'a']);
  });
});
