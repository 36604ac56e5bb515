import { describe, expect, it } from 'vitest';
import { parseScript } from '../../../../src/core/import/powershell/parseScript';
import type { Script } from '../../../../src/core/import/powershell/scriptSyntax';
import { span } from '../../../../src/core/text/span';

/** A script with all of its parentheses and nothing else, so that one can see what binds what. */
function shown(script: Script): string {
  const all = (scripts: readonly Script[]) => scripts.map(shown).join(', ');
  switch (script.kind) {
    case 'nothing':
      return '()';
    case 'text':
      return `'${script.value}'`;
    case 'number':
      return script.value;
    case 'variable':
      return `$${script.name}`;
    case 'joined':
      return `"${script.parts.map(shown).join('|')}"`;
    case 'list':
      return `@(${all(script.items)})`;
    case 'member':
      return `${shown(script.target)}.${script.name}`;
    case 'method':
      return `${shown(script.target)}.${script.name}(${all(script.arguments)})`;
    case 'static':
      return `[${script.type}]::${script.name}(${all(script.arguments)})`;
    case 'cast':
      return `[${script.type}]${shown(script.operand)}`;
    case 'not':
      return `!${shown(script.operand)}`;
    case 'binary':
      return `(${shown(script.left)} ${script.operator} ${shown(script.right)})`;
    case 'if': {
      const branches = script.branches.map(({ condition, body }) => `if ${shown(condition)} {${shown(body)}}`);
      return [...branches, ...(script.otherwise ? [`{${shown(script.otherwise)}}`] : [])].join(' else ');
    }
    case 'switch': {
      const cases = script.cases.map(({ key, body }) => `${shown(key)} {${shown(body)}}`);
      const rest = script.otherwise ? [`default {${shown(script.otherwise)}}`] : [];
      return `switch ${shown(script.subject)} {${[...cases, ...rest].join(' ')}}`;
    }
  }
}

/** The script, or the place where it is refused and the reason. */
function parsed(text: string): string | readonly string[] {
  const result = parseScript(text, span(0, text.length));
  if ('script' in result) return shown(result.script);
  const { span: where, reason } = result.refusal;
  return [text.slice(where.start, where.end), reason];
}

describe('a script', () => {
  it.each([
    // One thing
    ['', '()'],
    [' \n;\n ', '()'],
    ["'a'", "'a'"],
    ["return 'a';", "'a'"],
    ["{ 'a' }", "'a'"],
    ['{ { 1 } }', '1'],
    ['$_', '$_'],
    ['($_.A)', '$_.A'],
    ['$($_.A)', '$_.A'],
    // What hangs on it
    ['$_.A.B', '$_.A.B'],
    ["$_.'A B'", '$_.A B'],
    ["$_.A.Replace('x', 'y').Trim()", "$_.A.Replace('x', 'y').Trim()"],
    ['$_.A.Trim( \n )', '$_.A.Trim()'],
    ['($_.A + $_.B).ToUpper()', '($_.A + $_.B).ToUpper()'],
    ['"x".ToLower()', "'x'.ToLower()"],
    // Types
    ['[string]$_.A', '[string]$_.A'],
    ['[System.String]$_.A', '[string]$_.A'],
    ['[bool][string]$_.A', '[bool][string]$_.A'],
    ['[String]::IsNullOrEmpty($_.A)', '[string]::IsNullOrEmpty($_.A)'],
    ["[string]::Join(',', $_.A, $_.B)", "[string]::Join(',', $_.A, $_.B)"],
    ['[string]::Concat($_.A).Trim()', '[string]::Concat($_.A).Trim()'],
    // Lists
    ['@()', '@()'],
    ['@(1)', '@(1)'],
    ['@(1, 2)', '@(1, 2)'],
    ['1,\n2', '@(1, 2)'],
    // Texts in which something is evaluated
    ['"a $b c"', `"'a '|$b|' c'"`],
    ['"$($_.A + 1)x"', `"($_.A + 1)|'x'"`],
    ['"$()"', '"()"'],
    // What binds tighter
    ['1 + 2 + 3', '((1 + 2) + 3)'],
    ['1 + 2 -eq 3', '((1 + 2) -eq 3)'],
    ['1 -eq 2 -eq 3', '((1 -eq 2) -eq 3)'],
    ['$a -or $b -and $c', '(($a -or $b) -and $c)'],
    ['$a -and $b -eq $c', '($a -and ($b -eq $c))'],
    ['-not $a -eq $b', '(!$a -eq $b)'],
    ['!($a -eq $b)', '!($a -eq $b)'],
    ['-not -not $a', '!!$a'],
    ["'{0}' -f 1, 2", "('{0}' -f @(1, 2))"],
    ["'{0}' -f 1 + 'x'", "(('{0}' -f 1) + 'x')"],
    ['1, 2 -contains 3', '(@(1, 2) -contains 3)'],
    ['[bool]$a, $b', '@([bool]$a, $b)'],
    ['$a -EQ\n $b', '($a -eq $b)'],
    // Blocks
    ['if ($a) { 1 }', 'if $a {1}'],
    ['IF ($a)\n{ 1 }\nELSE\n{ 2 }', 'if $a {1} else {2}'],
    ['if ($a) { 1 } elseif ($b) { 2 } else { 3 }', 'if $a {1} else if $b {2} else {3}'],
    ['if ($a) { if ($b) { 1 } } else { 2 }', 'if $a {if $b {1}} else {2}'],
    ['if ($a) { return 1; }', 'if $a {1}'],
    ["switch ($a) { 'x' { 1; break } 'y' { 2 } }", "switch $a {'x' {1} 'y' {2}}"],
    ["switch ($a)\n{\n'x'\n{ 1 }; default { 2 }\n}", "switch $a {'x' {1} default {2}}"],
    ['switch ($a) { }', 'switch $a {}'],
    // What says nothing
    ["# why\n'a' # so", "'a'"],
    ["<# why #> 'a' <# so #>", "'a'"],
  ])('%j is read as %j', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  it.each([
    ['1; 2', '2', 'It has more than one statement.'],
    ['1 2', '2', 'It has more than one statement.'],
    ['$a = 1', '=', 'It has more than one statement.'],
    ['$_ .A', '.', 'It has more than one statement.'],
    ['Get-Date', 'Get', 'It runs the command Get-Date.'],
    ["if ($a) { Remove-Item 'x' }", 'Remove', 'It runs the command Remove-Item.'],
    ['"$(Get-Date)"', 'Get', 'It runs the command Get-Date.'],
    ['$a -eq', '', '"" is not supported.'],
    ['@{ a = 1 }', '@{', '"@{" is not supported.'],
    ['1 + * 2', '*', '"*" is not supported.'],
    ['$_.$a', '$a', 'The member that it reads is known only at run time.'],
    ['$_."$a"', '"$a"', 'The member that it reads is known only at run time.'],
    ['($_.A', '', 'Expected ")".'],
    ['@(1, 2', '', 'Expected ")".'],
    ['$_.A.Trim(', '', 'Expected ")".'],
    ['[string $_.A', '$_', 'Expected "]".'],
    ['[datetime]::Now', '', 'It reads datetime::Now.'],
    ['if $a { 1 }', '$a', 'Expected "(".'],
    ['if ($a) 1', '1', 'Expected "{".'],
    ['if ($a) { 1', '', 'Expected "}".'],
    ['if ($a) { }', '}', '"}" is not supported.'],
    ['if ($a) { 1; 2 }', '2', 'Expected "}".'],
    ["switch -regex ($a) { 'x' { 1 } }", '-regex', 'Its switch has options.'],
    ["switch ($a) { 'x' 1 }", '1', 'Expected "{".'],
    ["'a", "'a", 'Unmatched quote: the text after it is not read.'],
  ])('%j is refused at %j: %s', (text, where, reason) => {
    expect(parsed(text)).toEqual([where, reason]);
  });

  it('is read to the end of its range, and no further', () => {
    const text = "{ $_.A } + 'x'";
    const result = parseScript(text, span(1, 7));
    expect('script' in result && shown(result.script)).toBe('$_.A');
  });

  it.each<[string, string]>([
    ["  $_.A -eq 'x' ", "$_.A -eq 'x'"],
    [' ( $_.A ) ; ', '( $_.A )'],
    ["\n$_.A.Replace('x', 'y') ", "$_.A.Replace('x', 'y')"],
    [' if ($a) { 1 } \n else { 2 } ', 'if ($a) { 1 } \n else { 2 }'],
    [' 1, 2 # two', '1, 2'],
    [' [string]::Concat( 1 ) ', '[string]::Concat( 1 )'],
  ])('in %j is at %j', (text, place) => {
    const result = parseScript(text, span(0, text.length));
    if (!('script' in result)) throw new Error(result.refusal.reason);
    expect(text.slice(result.script.span.start, result.script.span.end)).toBe(place);
  });

  it.each([
    ['parentheses', '(', '1', ')'],
    ['blocks', '{', '1', '}'],
    ['negations', '-not ', '$a', ''],
    ['casts', '[bool]', '$a', ''],
    ['branches', 'if ($a) {', '1', '}'],
    ['texts', '"$(', '1', ')"'],
  ])('is refused when its %s are nested too deep, and not before', (_, open, inside, close) => {
    const nested = (times: number) => parsed(open.repeat(times) + inside + close.repeat(times));
    expect(typeof nested(20)).toBe('string');
    const refusal = nested(2000);
    expect(refusal).toEqual([expect.any(String), 'It is nested more than 60 levels deep.']);
  });
});
