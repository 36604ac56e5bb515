import { expect, it } from 'vitest';
import { linesByRemedy } from '../../../src/core/text/linesByRemedy';

it('says what to do once for each cause, and nothing where there is nothing to do', () => {
  const said = (cause: string, remedy: string, line: string) => ({ cause, remedy, lines: [line] });
  expect(
    linesByRemedy([
      said('a', 'Do A.', 'one'),
      said('b', 'Do B.', 'two'),
      said('a', 'Do A.', 'three'),
      said('a', 'Do another.', 'four'),
      said('c', '', 'five'),
    ]),
  ).toEqual(['one', 'three', '      Do A.', 'two', '      Do B.', 'four', '      Do another.', 'five']);
  expect(linesByRemedy([])).toEqual([]);
});
