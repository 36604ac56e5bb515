import { describe, expect, it } from 'vitest';
import { readQuoted } from '../../../../src/core/import/powershell/quotedText';

/** What is in quotes at the start of a text, with `<$name>` and `<(inside)>` for what is evaluated, and what is left after it. */
function read(text: string, end = text.length): readonly [value: string, rest: string] | undefined {
  const token = readQuoted(text, 0, end);
  if (token === undefined) return undefined;
  expect(token.kind).toBe('text');
  expect(token.fault).toBeUndefined();
  const parts = token.parts?.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'variable' ? `<$${part.name}>` : `<(${text.slice(part.inside.start, part.inside.end)})>`;
  });
  return [parts?.join('') ?? token.value, text.slice(token.span.end)];
}

const OPEN = 'Unmatched quote: the text after it is not read.';
const HERE = 'The here-string that begins here is not closed, so the text after it is not read.';

describe('a text in quotes', () => {
  it.each([
    // Single: nothing but a doubled quote says something else
    ["'a'", 'a', ''],
    ["''", '', ''],
    ["'it''s' -eq", "it's", ' -eq'],
    ["''''", "'", ''],
    ["'$a `n \"'x", '$a `n "', 'x'],
    ["'a\nb'", 'a\nb', ''],
    ['\u2018a\u2019', 'a', ''],
    ['\u201Aa\u201B', 'a', ''],
    ["'a\u2019\u2019b'", 'a\u2019b', ''],
    // Double
    ['"a"', 'a', ''],
    ['""', '', ''],
    ['"a""b" c', 'a"b', ' c'],
    ['"it\'s"', "it's", ''],
    ['\u201Ca\u201D', 'a', ''],
    ['\u201Ea"', 'a', ''],
    // Backticks
    ['"`0`a`b`e`f`n`r`t`v"', '\0\x07\b\x1B\f\n\r\t\v', ''],
    ['"`"`$a``"', '"$a`', ''],
    ['"`x`N"', 'xN', ''],
    ['"`u{41}`u{1F600}"', 'A\u{1F600}', ''],
    ['"`u{110000}"', 'u{110000}', ''],
    ['"`u{}`u41"', 'u{}u41', ''],
    // What is evaluated
    ['"a $b c"', 'a <$b> c', ''],
    ['"$b.c"', '<$b>.c', ''],
    ['"${a b}c"', '<$a b>c', ''],
    ['"$größe_1-"', '<$größe_1>-', ''],
    ['"$_"', '<$_>', ''],
    ['"5 $ or $-"', '5 $ or $-', ''],
    ['"$(a)$(b)"', '<(a)><(b)>', ''],
    ['"$((a)+(b))c"', '<((a)+(b))>c', ''],
    [`"$(a ')' b)c"`, "<(a ')' b)>c", ''],
    ['"$(a `) b)c"', '<(a `) b)>c', ''],
    // Here-texts
    ["@'\na\n'@ b", 'a', ' b'],
    ["@'\r\na\r\nb\r\n'@", 'a\r\nb', ''],
    ["@'\n'@", '', ''],
    ["@'\n\n'@", '', ''],
    ["@'  \nit''s $a '@\n'@", "it''s $a '@", ''],
    ['@"\na "b" $c `n\n"@', 'a "b" <$c> \n', ''],
    ['@"\n$(x)\n"@.y', '<(x)>', '.y'],
    ['@\u201C\na\n\u201D@', 'a', ''],
  ])('%j says %j', (text, value, rest) => {
    expect(read(text)).toEqual([value, rest]);
  });

  it.each(['', 'a', '@', "@'a'@", '@(', '`"', '$a'])('does not begin at %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    ["'a", 'a', OPEN],
    ["'a''", "a'", OPEN],
    ["'", '', OPEN],
    ['"a', 'a', OPEN],
    ['"a`"', 'a"', OPEN],
    ['"a`', 'a`', OPEN],
    ['"$(a"', '', OPEN],
    ["@'\na'@", "a'@", `${HERE} No line begins with '@, which closes it.`],
    ["@'\na\n '@", "a\n '@", `${HERE} Remove the spaces on line 3, before '@.`],
    ['@"\na\n\'@', "a\n'@", `${HERE} No line begins with "@, which closes it.`],
    ['@"\r\na\r\n\r\n\t"@', 'a\r\n\r\n\t"@', `${HERE} Remove the spaces on line 4, before "@.`],
  ])('%j is not closed', (text, value, fault) => {
    expect(readQuoted(text, 0, text.length)).toMatchObject({ value, fault, span: { start: 0, end: text.length } });
  });

  it.each(["'abc'", '"abc"', "@'\na\n'@", '@"\na\n"@', '"$(a)"'])(
    'that reaches beyond the range is not closed, wherever it ends: %j',
    (text) => {
      for (let end = 3; end < text.length; end++) {
        const token = readQuoted(text, 0, end);
        expect([token?.fault, token?.span.end], String(end)).toEqual([
          expect.stringMatching(/Unmatched quote|not closed/),
          end,
        ]);
      }
    },
  );
});
