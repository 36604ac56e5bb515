import { describe, expect, it } from 'vitest';
import { compiled, outcome, outcomeOf, remarks } from './run';

const GROUP = '"(?<n>[0-9]+)"';

describe('what Replace is given', () => {
  it.each([
    ['Replace([x], "a", , , "b")', []],
    ['Replace([x], "a", , , , , "b")', []],
    ['Replace([x], , "a", , "b")', []],
    [`Replace([x], , ${GROUP}, "n", "b")`, []],
    [`Replace([x], , ${GROUP}, "n", , [y])`, []],
    [`Replace([x], , [pattern], "m", "b")`, []],
    [`Replace([x], , ${GROUP}, [m], "b")`, []],
    ['Replace([x], "a", "(", , "b")', ['error expression.regex: "("']],
    [`Replace([x], , "(", "m", "b")`, ['error expression.regex: "("']],
    [`Replace([x], , ${GROUP}, "m", "b")`, ['warning expression.regex-group: "m"']],
    [`Replace([x], , ${GROUP}, "m", , [y])`, ['warning expression.regex-group: "m"']],
    ['Replace([x], , 1, , "b")', []],
    ['Replace([x], , 1, 2, "b")', ['warning expression.regex-group: 2']],
    ['Replace([x])', ['error expression.argument-count: Replace']],
    ['Replace([x], "a")', ['error expression.argument-count: Replace']],
    ['Replace([x], , "a")', ['error expression.argument-count: Replace']],
    ['Replace([x], , , "n", "b")', ['error expression.argument-count: Replace']],
    ['Replace([x], , , "n", , [y])', ['error expression.argument-count: Replace']],
    ['Replace([x], , "(", , , [y])', ['error expression.argument-count: Replace']],
    ['Replace([x], , "a", "n")', ['error expression.argument-count: Replace']],
    ['Replace([x], "a", , , , [y])', ['error expression.argument-count: Replace']],
    ['Replace([x], , , , "b", , "c")', ['error expression.argument-count: Replace']],
  ])('%s', (text, expected) => {
    expect(remarks(text)).toEqual(expected);
  });
});

describe('Replace', () => {
  const source = { x: 'a1b22', y: 'tel 7 or 8', empty: '', bad: '(' };

  it.each([
    ['Replace([x], "1", , , "-")', 'a-b22'],
    ['Replace([x], "2", , , "-")', 'a1b--'],
    ['Replace([x], "A", , , "-")', 'a1b22'],
    ['Replace([x], "2", , , [missing])', 'a1b'],
    ['Replace([x], "", , , "-")', 'a1b22'],
    ['Replace([x], [missing], , , "-")', 'a1b22'],
    ['Replace([missing], "1", , , "-")', null],
    ['Replace([x], "#", , , , , "<#><#>")', '<a1b22><a1b22>'],
    ['Replace([x], "#", , , , , [missing])', ''],
    ['Replace([x], [missing], , , , , "<#>")', '<#>'],
    ['Replace([missing], "#", , , , , "<#>")', null],
    ['Replace([x], , "[0-9]+", , "-")', 'a-b-'],
    ['Replace([x], , "[0-9]+", , [missing])', 'ab'],
    ['Replace([x], , "([a-z])", , "<$1>")', '<a>1<b>22'],
    ['Replace([missing], , "[0-9]+", , "-")', null],
    ['Replace([x], , [missing], , "-")', '-a-1-b-2-2-'],
    [`Replace([x], , "b${GROUP.slice(1)}, "n", "-")`, 'a1b-'],
    [`Replace([x], , "b${GROUP.slice(1)}, "n", [missing])`, 'a1b'],
    [`Replace([x], , "b${GROUP.slice(1)}, [missing], "-")`, 'a1b22'],
    [`Replace([missing], , ${GROUP}, "n", "-")`, null],
    [`Replace([x], , ${GROUP}, "n", , [y])`, 'a1b22'],
    [`Replace([missing], , ${GROUP}, "n", , [y])`, '7'],
    [`Replace([empty], , ${GROUP}, "n", , [y])`, '7'],
    [`Replace([missing], , ${GROUP}, "n", , [missing])`, null],
    [`Replace([missing], , ${GROUP}, "n", , "none")`, null],
    [`Replace([missing], , ${GROUP}, [missing], , [y])`, null],
    // Where several ways fit, the first counts
    [`Replace([missing], "7", ${GROUP}, "n", "-", [y], "<7>")`, '7'],
    [`Replace([x], "7", ${GROUP}, "n", "-", , "<7>")`, '<a1b22>'],
    [`Replace([x], "a", ${GROUP}, "n", "-")`, '-1b22'],
    ['Replace([x], , [bad], , "-")', { error: 'E_REGEX at Replace([x], , [bad], , "-")' }],
    ['Replace([missing], , [bad], "n", , [missing])', null],
    [`Replace([x], , ${GROUP}, Item([x], 2), "-")`, { error: 'E_INDEX at Item([x], 2)' }],
  ])('%s', (text, expected) => {
    expect(outcome(text, source)).toEqual(expected);
  });

  it('may take its pattern from the record', () => {
    const text = 'Replace([x], , [pattern], , "-")';
    const evaluate = compiled(text);
    for (const [pattern, expected] of [
      ['a', '-b'],
      ['b', 'a-'],
      ['(', { error: `E_REGEX at ${text}` }],
      ['b', 'a-'],
    ] as const) {
      expect(outcomeOf(evaluate, text, { x: 'ab', pattern })).toEqual(expected);
    }
  });

  it.each([
    'Replace([x], , "^(a+)+\\\\1b", , "-")',
    'Replace([x], , "(?<n>a+)+\\\\1b", "n", "-")',
    'Replace([missing], , "(?<n>a+)+\\\\1b", "n", , [x])',
  ])('%s is given up when it is too much work', (text) => {
    expect(outcome(text, { x: `${'a'.repeat(40)}!` })).toEqual({ error: `E_REGEX at ${text}` });
  });
});
