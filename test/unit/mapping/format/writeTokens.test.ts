import { describe, expect, it } from 'vitest';
import { writeTokens } from '../../../../src/core/mapping/format/writeTokens';
import { span } from '../../../../src/core/text/span';

const written = (text: string, indent = 0) => writeTokens(text, span(0, text.length), indent);

describe('the tokens of an expression', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['  [A]  ', '[A]'],
    ['[A  b ]', '[A  b ]'],
    ['"a ,( b"', '"a ,( b"'],
    ['"say \\"x ,y\\"" ,1', '"say \\"x ,y\\"", 1'],
    ['F( )', 'F()'],
    ['F ( [A] )', 'F([A])'],
    ['F([A],[B])', 'F([A], [B])'],
    ['F(,,"a",)', 'F(, , "a", )'],
    ['F( G( H( ) ) )', 'F(G(H()))'],
    ['[A]="x"', '[A] = "x"'],
    ['[A]<>"x"', '[A] <> "x"'],
    ['F([A]  >="1")', 'F([A] >= "1")'],
    ['"a" ,"b"', '"a", "b"'],
    ['\t[A]\t', '[A]'],
  ])('%j are written %j', (text, expected) => {
    expect(written(text)).toBe(expected);
    expect(written(expected)).toBe(expected);
  });

  it.each([
    ['F(\n[A],\n[B]\n)', 0, 'F(\n    [A],\n    [B]\n  )'],
    ['F(\n[A])', 2, 'F(\n      [A])'],
    ['F([A],\n\n\n[B])', 0, 'F([A],\n    [B])'],
    ['F(\r\n[A]\r)', 0, 'F(\n    [A]\n  )'],
    ['F(G(\n[A]\n)\n)', 0, 'F(G(\n      [A]\n    )\n  )'],
    ['\n[A]', 0, '[A]'],
    ['F([A], # why\n[B])', 0, 'F([A],  # why\n    [B])'],
    ['F( # why\n# so\n[A])', 0, 'F(  # why\n    # so\n    [A])'],
    ['F([A],#why\n"#no")', 0, 'F([A],  #why\n    "#no")'],
  ])('%j at %i blanks keep their lines: %j', (text, indent, expected) => {
    expect(written(text, indent)).toBe(expected);
    expect(written(expected, indent)).toBe(expected);
  });

  it('are those of the span alone', () => {
    const text = 'title=F( [A] )@empty( null )';
    expect(writeTokens(text, span(6, 14), 0)).toBe('F([A])');
    expect(writeTokens(text, span(20, text.length), 0)).toBe('(null)');
  });
});
