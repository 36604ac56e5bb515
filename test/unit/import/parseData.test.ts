import { describe, expect, it } from 'vitest';
import type { Data } from '../../../src/core/import/powershell/dataSyntax';
import { parseData } from '../../../src/core/import/powershell/parseData';

/** What a text says, as plain values; script blocks as their source. */
function read(text: string): unknown {
  const plain = (data: Data): unknown => {
    switch (data.kind) {
      case 'text':
        return data.value;
      case 'number':
        return Number(data.value);
      case 'variable':
        return { variable: data.name };
      case 'list':
        return data.items.map(plain);
      case 'block':
        return { block: text.slice(data.inside.start, data.inside.end).trim() };
      case 'table':
        return new Map(data.entries.map(({ key, value }) => [key, plain(value)]));
    }
  };
  const { data, problems } = parseData(text);
  return problems.length > 0 || data === undefined
    ? problems.map(({ message, span }) => `${span.start}: ${message}`)
    : plain(data);
}

const table = (...entries: readonly (readonly [string, unknown])[]) => new Map(entries);

describe('PowerShell data', () => {
  it.each([
    [`'It''s'`, "It's"],
    [`"a \`"b\`" ""c"" \`$_ \`\` \`t|\`u{20AC}"`, 'a "b" "c" $_ ` \t|€'],
    ['\u2018a\u2019', 'a'],
    ['\u201Ca\u201D', 'a'],
    [`"cost: 5$ or $ 5"`, 'cost: 5$ or $ 5'],
    [`@'\nit's\n"a"\n'@`, `it's\n"a"`],
    [`@"\r\na \`t "b"\r\n"@`, 'a \t "b"'],
    [`@'\n'@`, ''],
    ['-5.5', -5.5],
    ['0x1F', 31],
    ['$TRUE', { variable: 'true' }],
    [`'a', 'b'`, ['a', 'b']],
    [`@('a'\n'b'; 'c', 'd')`, ['a', 'b', 'c', 'd']],
    [`@()`, []],
    [`('a')`, 'a'],
    [`@{ a = 'x'; 'b c' = 'y'\n"d" = 'z' }`, table(['a', 'x'], ['b c', 'y'], ['d', 'z'])],
    [`@{ a = @{ b = @(@{ c = 'x' }) } }`, table(['a', table(['b', [table(['c', 'x'])]])])],
    [`@{\n# c }\n<# } \n #> a =\n 'x' # y\n}`, table(['a', 'x'])],
    [`@{ a = { if ('}') { "{" } # }\n } }`, table(['a', { block: `if ('}') { "{" } # }` }])],
    [`@{ größe = 'x' }`, table(['größe', 'x'])],
    [`@{ a = 'x' \`\n}`, table(['a', 'x'])],
  ])('%j is read', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    [`@{ a = 'x`, ['7: Unmatched quote: the text after it is not read.']],
    [`@{ a 'x'; b = 'y' }`, ['3: Expected "=" after "a".']],
    [`@{ a = ; b = 'y' }`, ['7: Expected a value: a text in quotes, @{ ... }, @( ... ) or a script block.']],
    [`@{ a = 'x' 'y' }`, ['11: Expected the end of the entry: the end of the line or ";".']],
    [`@{ a = 'x'; A = 'y' }`, ['12: Duplicate key "A"; the first one applies.']],
    [`@{ a = $x }`, ['7: Data files allow only the variables $true, $false and $null, not $x.']],
    [`@{} 'x'`, ['4: Unexpected text: a data file contains only one value.']],
    [
      `@{ a = @'\nx }`,
      [
        "7: The here-string that begins here is not closed, so the text after it is not read. No line begins with '@, which closes it.",
      ],
    ],
  ])('%j has problems with places', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('continues after a mistake', () => {
    const { data } = parseData(`@{ a b c; d = 'x'\n e = Get-Date -Format ( 'x' )\n f = 'y' }`);
    expect(data?.kind === 'table' ? data.entries.map(({ key }) => key) : []).toEqual(['d', 'f']);
  });

  it('does not exhaust the stack', () => {
    expect(parseData('@('.repeat(100_000)).problems[0]?.message).toContain('Nested more than 100 levels deep');
  });
});
