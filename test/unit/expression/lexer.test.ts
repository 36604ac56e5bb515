import { describe, expect, it } from 'vitest';
import type { LexerMode } from '../../../src/core/expression/lexer';
import { Lexer } from '../../../src/core/expression/lexer';

const PLAIN: LexerMode = { lineOriented: false };
const LINES: LexerMode = { lineOriented: true };

/** Each token as its kind, its place, its value where that differs from the text, and its fault. */
function tokens(text: string, mode = PLAIN, start = 0, end = text.length): readonly string[] {
  const lexer = new Lexer(text, start, end, mode);
  const seen: string[] = [];
  for (let token = lexer.next(); ; token = lexer.next()) {
    const { kind, span, value, fault } = token;
    const said = value === text.slice(span.start, span.end) ? '' : ` ${value}`;
    seen.push(`${kind} ${span.start}-${span.end}${said}${fault === undefined ? '' : ` ${fault}`}`);
    if (kind === 'end' || seen.length > text.length) return seen;
  }
}

describe('tokens', () => {
  it.each([
    ['', ['end 0-0']],
    [' \t\r\n\u00a0', ['end 5-5']],
    // Names
    ['Az_09 _x zA', ['name 0-5', 'name 6-8', 'name 9-11', 'end 11-11']],
    ['a9-9b', ['name 0-2', 'integer 2-4', 'name 4-5', 'end 5-5']],
    ['é$', ['invalid 0-1', 'invalid 1-2', 'end 2-2']],
    ['\u{1F600}a', ['invalid 0-2', 'name 2-3', 'end 3-3']],
    // Integers
    ['0190 -12', ['integer 0-4', 'integer 5-8', 'end 8-8']],
    ['- 1--2', ['invalid 0-1', 'integer 2-3', 'invalid 3-4', 'integer 4-6', 'end 6-6']],
    ['1-', ['integer 0-1', 'invalid 1-2', 'end 2-2']],
    ['.5', ['invalid 0-1', 'integer 1-2', 'end 2-2']],
    ['&HfF0 &hA9,', ['integer 0-5 4080', 'integer 6-10 169', 'comma 10-11', 'end 11-11']],
    ['&HFFFFFFFFFFFFFFFFFF', ['integer 0-20 4722366482869645213695', 'end 20-20']],
    ['&HG &', ['invalid 0-2', 'name 2-3', 'invalid 4-5', 'end 5-5']],
    ['(hA,HA', ['open 0-1', 'name 1-3', 'comma 3-4', 'name 4-6', 'end 6-6']],
    ['&9', ['invalid 0-1', 'integer 1-2', 'end 2-2']],
    // Operators and signs
    ['<><=>=', ['operator 0-2', 'operator 2-4', 'operator 4-6', 'end 6-6']],
    ['< >=<', ['operator 0-1', 'operator 2-4', 'operator 4-5', 'end 5-5']],
    ['==>', ['operator 0-1', 'operator 1-2', 'operator 2-3', 'end 3-3']],
    ['=<>>', ['operator 0-1', 'operator 1-3', 'operator 3-4', 'end 4-4']],
    [')(,', ['close 0-1', 'open 1-2', 'comma 2-3', 'end 3-3']],
    // Attributes
    ['[ a b\t]', ['attribute 0-7 a b', 'end 7-7']],
    ['[a[b]c].d', ['attribute 0-7 a[b]c', 'invalid 7-8', 'name 8-9', 'end 9-9']],
    ['[a[type eq "]["].v]', ['attribute 0-19 a[type eq "]["].v', 'end 19-19']],
    ['[]', ['attribute 0-2  empty-attribute', 'end 2-2']],
    ['[ ]]', ['attribute 0-3  empty-attribute', 'invalid 3-4', 'end 4-4']],
    ['[ a b,', ['attribute 0-5 a b unclosed-attribute', 'comma 5-6', 'end 6-6']],
    ['[a\r', ['attribute 0-2 a unclosed-attribute', 'end 3-3']],
    ['[a\nb', ['attribute 0-2 a unclosed-attribute', 'name 3-4', 'end 4-4']],
    ['[a(', ['attribute 0-2 a unclosed-attribute', 'open 2-3', 'end 3-3']],
    ['[a)', ['attribute 0-2 a unclosed-attribute', 'close 2-3', 'end 3-3']],
    ['[a=', ['attribute 0-2 a unclosed-attribute', 'operator 2-3', 'end 3-3']],
    ['[a#', ['attribute 0-2 a unclosed-attribute', 'invalid 2-3', 'end 3-3']],
    ['[a"]', ['attribute 0-2 a unclosed-attribute', 'string 2-4 ] unclosed-string', 'end 4-4']],
    ['[a[b]', ['attribute 0-4 a[b unclosed-attribute', 'invalid 4-5', 'end 5-5']],
    ['[', ['attribute 0-1  unclosed-attribute', 'end 1-1']],
    // Texts
    ['"" "a"', ['string 0-2 ', 'string 3-6 a', 'end 6-6']],
    [String.raw`"a\"\\b\d"`, [String.raw`string 0-10 a"\b\d`, 'end 10-10']],
    [String.raw`"\\"x`, [String.raw`string 0-4 ` + '\\', 'name 4-5', 'end 5-5']],
    [`"it's"`, [`string 0-6 it's`, 'end 6-6']],
    [String.raw`"\'"`, [String.raw`string 0-4 \'`, 'end 4-4']],
    [String.raw`'a\'"b'`, [`string 0-7 a'"b single-quotes`, 'end 7-7']],
    ['"a\nb"', ['string 0-5 a\nb', 'end 5-5']],
    ['"a', ['string 0-2 a unclosed-string', 'end 2-2']],
    [`'a"`, ['string 0-3 a" unclosed-single-quotes', 'end 3-3']],
    ['"a\\"', ['string 0-4 a" unclosed-string', 'end 4-4']],
    ['"a\\', ['string 0-3 a\\ unclosed-string', 'end 3-3']],
    ['"', ['string 0-1  unclosed-string', 'end 1-1']],
    // Without lines there are no comments
    ['a # b', ['name 0-1', 'invalid 2-3', 'name 4-5', 'end 5-5']],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it.each([
    ['a # b\n c#d', ['name 0-1', 'name 7-8', 'end 10-10']],
    ['# b\r\nc', ['name 5-6', 'end 6-6']],
    ['#', ['end 1-1']],
    ['"#" [#]', ['string 0-3 #', 'attribute 4-7 #', 'end 7-7']],
    ['"a\nb', ['string 0-2 a unclosed-string', 'name 3-4', 'end 4-4']],
    ['"a\r\nb', ['string 0-2 a unclosed-string', 'name 4-5', 'end 5-5']],
    ['"a\\\n"', ['string 0-3 a\\ unclosed-string', 'string 4-5  unclosed-string', 'end 5-5']],
  ])('%j, where lines count', (text, expected) => {
    expect(tokens(text, LINES)).toEqual(expected);
  });

  it.each([
    ['xabcx', 1, 4, ['name 1-4', 'end 4-4']],
    ['12345', 1, 3, ['integer 1-3', 'end 3-3']],
    ['-5', 0, 1, ['invalid 0-1', 'end 1-1']],
    ['&HFFF', 0, 3, ['integer 0-3 15', 'end 3-3']],
    ['&H', 0, 1, ['invalid 0-1', 'end 1-1']],
    ['<=', 0, 1, ['operator 0-1', 'end 1-1']],
    ['[ab]', 0, 3, ['attribute 0-3 ab unclosed-attribute', 'end 3-3']],
    ['"ab"', 0, 3, ['string 0-3 ab unclosed-string', 'end 3-3']],
    ['"a\\"', 0, 3, ['string 0-3 a\\ unclosed-string', 'end 3-3']],
    ['a  b', 1, 2, ['end 2-2']],
  ])('of %j from %i to %i stay inside', (text, start, end, expected) => {
    for (const mode of [PLAIN, LINES]) expect(tokens(text, mode, start, end)).toEqual(expected);
  });
});

describe('the context of an expression', () => {
  /** What is asked of it: the place, how many parentheses are open, whether a line begins. */
  function questions(text: string): readonly string[] {
    const asked: string[] = [];
    const endsBefore: LexerMode['endsBefore'] = (offset, depth, firstOnLine) => {
      asked.push(`${offset} ${depth} ${firstOnLine}`);
      return false;
    };
    tokens(text, { lineOriented: true, endsBefore });
    return asked;
  }

  it.each([
    ['a b', ['0 0 false', '2 0 false']],
    [' \n a', ['3 0 true']],
    ['a\rb', ['0 0 false', '2 0 true']],
    ['a # x\nb', ['0 0 false', '6 0 true']],
    ['a # x', ['0 0 false']],
    ['((a)) )b', ['0 0 false', '1 1 false', '2 2 false', '3 2 false', '4 1 false', '6 0 false', '7 0 false']],
    [')(a', ['0 0 false', '1 0 false', '2 1 false']],
  ])('is asked of the tokens of %j', (text, expected) => {
    expect(questions(text)).toEqual(expected);
  });

  it('ends it where it says', () => {
    expect(tokens('a } b', { lineOriented: true, endsBefore: (offset) => offset === 2 })).toEqual([
      'name 0-1',
      'end 2-2',
    ]);
  });
});
