import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../src/core/expression/parser';
import { printExpression } from '../../../src/core/expression/print';
import { span } from '../../../src/core/text/span';

/** The tree that was made of a text with its place, and each problem with its place and what a fix needs. */
function read(text: string, from = 0, to = text.length): readonly string[] {
  const { expression, problems } = parseExpression(text, span(from, to));
  const tree =
    expression === undefined
      ? 'nothing'
      : `${printExpression(expression)} ${expression.span.start}-${expression.span.end}`;
  return [
    tree,
    ...problems.map(({ span: { start, end }, data }) =>
      [`${start}-${end}`, ...(data === undefined ? [] : [JSON.stringify(data)])].join(' '),
    ),
  ];
}

describe('a broken text gives a tree as far as it goes', () => {
  it.each([
    // Nothing to begin with
    ['', ['nothing', '0-0']],
    [' \n', ['nothing', '2-2']],
    [')', ['nothing', '0-1']],
    [', [a', ['nothing', '0-1', '2-4 {"insert":"]","at":4}']],
    ['= [a]', ['nothing', '0-1']],
    ['@', ['nothing', '0-1', '1-1']],
    ['@ @[a]', ['[a] 3-6', '0-1', '2-3']],
    // Too much
    ['[a] [b] c', ['[a] 0-3', '4-7']],
    ['f() "x', ['f() 0-3', '4-6 {"insert":"\\"","at":6}', '4-6']],
    ['f([a]))', ['f([a]) 0-6', '6-7']],
    // Parentheses
    ['f([a]', ['f([a]) 0-5', '1-2 {"insert":")","at":5}']],
    ['f ([a] ', ['f([a]) 0-6', '2-3 {"insert":")","at":6}']],
    ['f(g([a]', ['f(g([a])) 0-7', '3-4 {"insert":")","at":7}', '1-2 {"insert":")","at":7}']],
    ['f(', ['f() 0-2', '1-2 {"insert":")","at":2}']],
    ['f([a], ', ['f([a], ) 0-6', '1-2 {"insert":")","at":6}']],
    // Commas
    ['f([a] [b] [c], [d])', ['f([a], [d]) 0-19', '6-9', '10-13']],
    ['f([a] @ [b])', ['f([a]) 0-12', '6-7', '6-7']],
    ['f([a] (', ['f([a]) 0-7', '6-7', '1-2 {"insert":")","at":7}']],
    ['f((', ['f() 0-3', '2-3', '1-2 {"insert":")","at":3}']],
    ['f([a] "b" = "c")', ['f([a]) 0-16', '6-9']],
    // Comparisons
    ['[a] = ', ['[a] 0-3', '4-5']],
    ['f([a] <>, [b])', ['f([a], [b]) 0-14', '6-8']],
    ['f(= "b")', ['f() 0-8', '2-3', '4-7']],
    ['[a] = @ "b"', ['[a] = "b" 0-11', '6-7']],
    ['[a] = [b] <> [c] = [d]', ['[a] = [b] 0-9', '10-12', '17-18']],
    ['f([a] = [b] =, [c])', ['f([a] = [b], [c]) 0-19', '12-13']],
    // Tokens
    ['Foo', ['Foo 0-3', '0-3 {"word":"Foo"}']],
    ['f(a b)', ['f(a) 0-6', '2-3 {"word":"a"}', '4-5', '4-5 {"word":"b"}']],
    ["f('x')", ['f("x") 0-6', '2-5 {"replaceQuotes":true}']],
    ["f('x)", ['f("x)") 0-5', `2-5 {"insert":"'","at":5}`, '1-2 {"insert":")","at":5}']],
    ['f([])', ['f([]) 0-5', '2-4']],
    ['f([ a, [b])', ['f([a], [b]) 0-11', '2-5 {"insert":"]","at":5}']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['vbTextCompare', 'vbBinaryCompare', 'IgnoreAttributeFlow', 'IgnoreObjectFlow'])('%s is a word', (word) => {
    expect(read(` ${word} `)).toEqual([`${word} 1-${word.length + 1}`]);
  });

  it('with one sentence for each problem', () => {
    const messages = parseExpression('f([a] =, [b] = [c] = "x" \'d\', [], [e').problems.map(({ message }) => message);
    expect(messages[0]).toBe('Expected a value after "=".');
    expect(new Set(messages).size).toBe(messages.length);
  });
});

describe('an expression by itself', () => {
  it('has no lines and no comments', () => {
    expect(read('f("a\nb")')).toEqual(['f("a\nb") 0-8']);
    expect(read('[a] # b')).toEqual(['[a] 0-3', '4-5']);
  });
});

describe('a text of nothing but one sign', () => {
  it.each([
    ['@', 20_001],
    ['(', 1],
    ['[', 1],
    ['"', 1],
    [',', 1],
    ['=', 1],
    ['f(', 101],
    ['[a] = ', 19_999],
  ])('%s, 20000 times, has %i problems and does not exhaust the stack', (sign, expected) => {
    expect(parseExpression(sign.repeat(20_000)).problems).toHaveLength(expected);
  });
});

describe('the places of a call', () => {
  /** Each place between commas as the part of the text that it takes. */
  function places(text: string): readonly string[] {
    const { expression } = parseExpression(text);
    return expression?.kind === 'call'
      ? expression.slots.map(({ span: { start, end } }) => text.slice(start, end))
      : [];
  }

  it.each([
    ['f()', []],
    ['f( )', []],
    ['f ( [a] )', [' [a] ']],
    ['f([a],  , [b],)', ['[a]', '  ', ' [b]', '']],
    ['f(,)', ['', '']],
    ['f(,', ['', '']],
    ['f([a], ', ['[a]', ' ']],
    ['f([a] [b], [c])', ['[a] [b]', ' [c]']],
  ])('%j', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});

describe('a part of a text', () => {
  it.each([
    ['x = f([a]) }', 4, 10, ['f([a]) 4-10']],
    ['x = f([a]) }', 4, 9, ['f([a]) 4-9', '5-6 {"insert":")","at":9}']],
    ['x =   }', 3, 6, ['nothing', '6-6']],
  ])('%j from %i to %i', (text, from, to, expected) => {
    expect(read(text, from, to)).toEqual(expected);
  });

  it.each([
    ['[a]  ', 0, 3],
    ['[a] b', 0, 5],
    ['x [a] ', 1, 5],
    ['x   ', 1, 1],
  ])('of %j from %i on has been read up to %i', (text, from, end) => {
    expect(parseExpression(text, span(from, text.length)).end).toBe(end);
  });

  it('may end where its surroundings say', () => {
    const text = 'f([a]\n[b] = 1';
    const endsBefore = (_: number, depth: number, firstOnLine: boolean) => firstOnLine && depth === 1;
    const { expression, problems, end } = parseExpression(text, undefined, { lineOriented: true, endsBefore });
    expect(expression && printExpression(expression)).toBe('f([a])');
    expect(problems.map(({ data }) => data)).toEqual([{ insert: ')', at: 5 }]);
    expect(end).toBe(5);
  });
});

describe('calls in calls', () => {
  const nested = (depth: number): string => 'f('.repeat(depth) + '[a]' + ')'.repeat(depth);

  it('may be a hundred', () => {
    expect(read(nested(100))).toEqual([`${nested(100)} 0-303`]);
  });

  it.each([
    ['[a]', ')'.repeat(101), ['200-201']],
    ['f([a], g()), (', ')'.repeat(102), ['200-201']],
    ['[a]', ')'.repeat(102), ['200-201', '306-307']],
    ['[a]', '', ['200-201', ...Array.from({ length: 100 }, (_, i) => `${199 - 2 * i}-${200 - 2 * i}`)]],
  ])('may not be more: %s is not read', (inner, closing, expected) => {
    const text = 'f('.repeat(101) + inner + closing;
    const { expression, problems } = parseExpression(text);
    expect(problems.map(({ span: { start, end } }) => `${start}-${end}`)).toEqual(expected);
    expect(expression && printExpression(expression)).toBe(`${'f('.repeat(100)}f()${')'.repeat(100)}`);
  });
});
