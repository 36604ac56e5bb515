import { describe, expect, it } from 'vitest';
import { outcome, remarks } from './run';

describe('Split', () => {
  it.each([
    ['Split([x], ",")', 'a,b', ['a', 'b']],
    ['Split([x], ",")', ' a , b c ,, ', ['a', 'b c']],
    ['Split([x], ",")', '', []],
    // U+0085 is white space to .NET, and U+FEFF is not
    ['Split([x], ",")', 'a\u0085,\ufeffb,\u3000c', ['a', '\ufeffb', 'c']],
    ['Split([x], ",")', null, null],
    ['Split([x], "--")', 'a-b--c', ['a-b', 'c']],
    ['Split([x], "")', ' a b ', ['a b']],
    ['Split([x], [missing])', 'a,b', ['a,b']],
  ])('%s of %j', (text, x, expected) => {
    expect(outcome(text, { x })).toEqual(expected);
  });

  it.each([
    ['Split([x], ",")', []],
    ['Split([x], "")', ['""']],
    ['Split([x], ", ")', ['", "']],
    ['Split("long", [long])', []],
    ['Split([x], 1)', []],
    ['Split([x], 12)', ['12']],
  ])('%s', (text, underlined) => {
    expect(remarks(text)).toEqual(underlined.map((piece) => `warning expression.split-delimiter: ${piece}`));
  });
});

describe('Word', () => {
  it.each([
    ['Word([x], 1, " ")', 'one two', 'one'],
    ['Word([x], 2, " ")', 'one two', 'two'],
    ['Word([x], 3, " ")', 'one two', ''],
    ['Word([x], 0, " ")', 'one two', ''],
    ['Word([x], -1, " ")', 'one two', ''],
    ['Word([x], 1, ",;")', ';,a;b,', 'a'],
    ['Word([x], 2, ",;")', ';,a;b,', 'b'],
    ['Word([x], 3, ",;")', ';,a;b,', ''],
    ['Word([x], 1, "")', 'one two', 'one two'],
    ['Word([x], 1, [missing])', 'one two', 'one two'],
    ['Word([x], 1, " ")', '', ''],
    ['Word([x], 1, " ")', null, ''],
    ['Word([x], [x], " ")', 'one', { error: 'E_TYPE at Word([x], [x], " ")' }],
  ])('%s of %j', (text, x, expected) => {
    expect(outcome(text, { x })).toEqual(expected);
  });
});
