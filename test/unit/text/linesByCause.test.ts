import { expect, it } from 'vitest';
import { linesByCause } from '../../../src/core/text/linesByCause';

const said = (line: number, cause: string, remedy = '', details: readonly string[] = []) => ({
  who: `line ${line}, p${line}`,
  cause,
  remedy,
  details,
});

it('gives a cause and what to do once, then who', () => {
  expect(
    linesByCause(
      [
        said(2, 'The name is taken.', 'Choose another.', ['The service says: x']),
        said(3, 'No mail.', 'Add one.'),
        said(4, 'The name is taken.', 'Choose another.', ['The service says: y']),
      ],
      20,
    ),
  ).toEqual([
    '  2 people: The name is taken.',
    '      Choose another.',
    '    line 2, p2',
    '        The service says: x',
    '    line 4, p4',
    '        The service says: y',
    '  line 3, p3: No mail.',
    '      Add one.',
  ]);
  expect(linesByCause([], 20)).toEqual([]);
});

it('shows every cause however many people the first one has, and says where all of them are', () => {
  const many = Array.from({ length: 50 }, (_, index) => said(index + 2, 'The name is taken.'));
  expect(linesByCause([...many, said(99, 'No mail.')], 4)).toEqual([
    '  50 people: The name is taken.',
    '    line 2, p2',
    '    line 3, p3',
    '    and 48 more (all of them: --format json)',
    '  line 99, p99: No mail.',
  ]);
});

it('lists people of whom there is nothing to say without a cause', () => {
  expect(linesByCause([said(2, ''), said(3, ''), said(4, '')], 2)).toEqual([
    '  line 2, p2',
    '  line 3, p3',
    '  and 1 more (all of them: --format json)',
  ]);
});

it('counts people of very many causes', () => {
  const all = Array.from({ length: 30 }, (_, index) => said(index + 2, `Cause ${index}.`));
  const lines = linesByCause(all, 20);
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('  and 10 more, for other reasons (all of them: --format json)');
});
