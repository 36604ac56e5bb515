import { describe, expect, it } from 'vitest';
import { span } from '../../../../src/core/text/span';
import { readTokens } from '../../../../src/core/import/powershell/lexer';

/** `kind:value` of each token but the end. */
const shown = (text: string) =>
  readTokens(text)
    .slice(0, -1)
    .map(({ kind, value }) => (kind === 'line' ? kind : `${kind}:${value}`));

describe('the tokens of PowerShell', () => {
  it.each([
    ['$_.Mail', ['variable:_', 'dot:.', 'word:Mail']],
    ['${a b}', ['variable:a b']],
    ['$env:Path', ['variable:env:Path']],
    ["$a -EQ 'x'", ['variable:a', 'operator:-eq', 'text:x']],
    ['[string]::Join', ['openType:[', 'word:string', 'closeType:]', 'static:::', 'word:Join']],
    ['@{ a = 1 }', ['table:@{', 'word:a', 'equals:=', 'number:1', 'closeBlock:}']],
    ["@('a', 'b')", ['list:@(', 'text:a', 'comma:,', 'text:b', 'close:)']],
    ['0x1F 1.5 2e3 7days', ['number:0x1F', 'number:1.5', 'number:2e3', 'unknown:7', 'word:days']],
    ['a;b\r\nc\rd', ['word:a', 'semicolon:;', 'word:b', 'line', 'word:c', 'line', 'word:d']],
    ['a `\r\n b', ['word:a', 'word:b']],
    ['a # b\nc <# d\n #> e', ['word:a', 'line', 'word:c', 'word:e']],
    ['a <# never closed', ['word:a']],
    ['\uFEFFgröße\u00A0=', ['word:größe', 'equals:=']],
    ['😀', ['unknown:😀']],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('never reach beyond the range that is read', () => {
    const text = "{ $abc 'def' }";
    for (let end = 0; end <= text.length; end++) {
      const tokens = readTokens(text, span(2, Math.max(2, end)));
      expect(tokens.at(-1)?.kind).toBe('end');
      for (const token of tokens) expect(token.span.end).toBeLessThanOrEqual(Math.max(2, end));
    }
  });
});
