import { describe, expect, it } from 'vitest';
import { asTruth } from '../../../../src/core/import/powershell/meaning';
import { parseScript } from '../../../../src/core/import/powershell/parseScript';
import { translateScript } from '../../../../src/core/import/powershell/translateScript';
import { span } from '../../../../src/core/text/span';

const COLUMNS = ['Mail', 'Status', 'Job Title', 'a]b'];

/** The extract's columns are found ignoring case, as PowerShell finds them. */
const column = (name: string) => COLUMNS.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;

/** The expression of a script; of a refusal its place and reason. */
function translated(text: string): string | readonly string[] {
  const parsed = parseScript(text, span(0, text.length));
  if ('refusal' in parsed) throw new Error(parsed.refusal.reason);
  const { meaning, refusal } = translateScript(parsed.script, column);
  if (refusal !== undefined) return [text.slice(refusal.span.start, refusal.span.end), refusal.reason];
  if (meaning.kind === 'nothing') return '';
  return meaning.kind === 'text' ? meaning.expression : asTruth(meaning).expression;
}

describe('the expression of a script', () => {
  it.each([
    // Constants
    ["'work'", '"work"'],
    ["''", '""'],
    [`'a "b" \\c'`, '"a \\"b\\" \\\\c"'],
    ['0', '"0"'],
    ['42', '"42"'],
    ['$TRUE', '"True"'],
    ['$false', '"False"'],
    ['$null', ''],
    ["'a' + 'b' + 1", '"ab1"'],
    [`"a$true"`, '"aTrue"'],
    // Cells
    ['$_.Mail', '[Mail]'],
    ['$psitem.MAIL', '[Mail]'],
    ["$_.'job title'", '[Job Title]'],
    // Texts that are put together
    ["$_.Mail + ''", 'Join("", [Mail])'],
    ["$_.Mail + '@' + $_.Status", 'Join("", [Mail], "@", [Status])'],
    ['"$($_.Mail)-$($_.Status)"', 'Join("", [Mail], "-", [Status])'],
    ['"x$null"', '"x"'],
    [`'{0}{{{1}}}' -f $_.Mail, 'x'`, 'Join("", [Mail], "{", "x", "}")'],
    [`'{1} {1}' -f 'a', $_.Mail`, 'Join("", [Mail], " ", [Mail])'],
    [`$_.Mail, 'x' -join ', '`, 'Join("", [Mail], ", ", "x")'],
    // Methods and types
    ['$_.Mail.ToLower()', 'ToLower([Mail])'],
    ['$_.Mail.TOUPPERINVARIANT()', 'ToUpper([Mail])'],
    ['$_.Mail.ToString()', '[Mail]'],
    ['$_.Mail.TrimEnd()', 'Replace([Mail], , "\\\\s+$", , "", , )'],
    [`$_.Mail.Replace('a', 'b')`, 'Replace([Mail], "a", , , "b", , )'],
    [`$_.Mail -replace 'a', 'b'`, 'Replace([Mail], , "(?i)a", , "b", , )'],
    [`$_.Mail -replace '\\s+-\\d', 'b'`, 'Replace([Mail], , "\\\\s+-\\\\d", , "b", , )'],
    [`$_.Mail -replace '(?<x>ä)[^A-z]', 'b'`, 'Replace([Mail], , "(?i)(?<x>ä)[^A-z]", , "b", , )'],
    [`$_.Mail -creplace 'a', 'b'`, 'Replace([Mail], , "a", , "b", , )'],
    [`$_.Mail -creplace 'a'`, 'Replace([Mail], , "a", , "", , )'],
    ['[string]$_.Mail', '[Mail]'],
    ['[bool]$_.Mail', 'Switch([Mail], "True", "", "False")'],
    ["[bool]'False'", 'Switch("False", "True", "", "False")'],
    ['[bool]0', '"False"'],
    ['[bool]7', '"True"'],
    ['[bool]$null', '"False"'],
    ['[string]::IsNullOrEmpty($_.Mail)', 'Switch([Mail], "False", "", "True")'],
    // Conditions
    [`$_.Status -eq 'Active'`, 'Switch(ToLower([Status]), "False", "active", "True")'],
    [`$_.Status -ceq 'Active'`, 'Switch([Status], "False", "Active", "True")'],
    [`$_.Status -ine 'A'`, 'Switch(ToLower([Status]), "True", "a", "False")'],
    [`$_.Status -in 'A', 'B'`, 'Switch(ToLower([Status]), "False", "a", "True", "b", "True")'],
    ['$_.Status -in @()', '"False"'],
    [`'1', '2' -notcontains $_.Status`, 'Switch([Status], "True", "1", "False", "2", "False")'],
    [`-not $_.Status`, 'Switch([Status], "False", "", "True")'],
    ['-not $true', '"False"'],
    [`$true -and $_.Status -eq '1'`, 'Switch([Status], "False", "1", "True")'],
    [`$true -or $_.Status -eq '1'`, '"True"'],
    [`$false -eq ($_.Status -eq '1')`, ["$false -eq ($_.Status -eq '1')", expect.stringContaining('true or false')]],
    [`($_.Status -eq '1') -eq $false`, 'Switch([Status], "True", "1", "False")'],
    // Branches
    [`if ($_.Status -eq '1') { 'a' } else { 'b' }`, 'Switch([Status], "b", "1", "a")'],
    [`if ($true) { 'a' } else { $_.Mail }`, '"a"'],
    [`if (0) { 'a' } else { 'b' }`, '"b"'],
    [`if (10) { 'a' } else { 'b' }`, '"a"'],
    [`if ($_.Status -eq '1') { $true } else { $false }`, 'Switch([Status], "False", "1", "True")'],
    [`if ($_.Status -eq '1') { 'a' }`, 'Switch([Status], , "1", "a")'],
    [
      `if ($_.Status -eq '1') { 'a' } elseif ($_.Mail -eq '2') { 'b' } else { 'c' }`,
      'Switch([Status], Switch([Mail], "c", "2", "b"), "1", "a")',
    ],
    [
      `switch ($_.Status) { '1' { 'a' } '2' { 'b' } default { 'c' } }`,
      'Switch([Status], Switch([Status], "c", "2", "b"), "1", "a")',
    ],
    [`switch ($_.Status) { default { 'c' } }`, '"c"'],
  ] as const)('of %s is %s', (text, expected) => {
    expect(translated(text)).toEqual(expected);
  });

  it.each([
    ['$_', '$_', 'It returns the whole record.'],
    ['$Mail', '$Mail', 'It reads the variable $Mail, which is not part of the record.'],
    ["$_.'a]b'", "$_.'a]b'", 'The mapping language cannot express the column name "a]b".'],
    ['$x.Mail', '$x.Mail', 'It reads ".Mail" of something other than the record.'],
    ['$_.Mail.Length', '$_.Mail.Length', 'It reads ".Length" of something other than the record.'],
    ["'a', 'b'", "'a', 'b'", 'It returns a list.'],
    ['1.50', '1.50', 'The text of the number 1.50 in PowerShell is unknown here.'],
    ['007', '007', 'The text of the number 007 in PowerShell is unknown here.'],
    ['"a`nb"', '"a`nb"', 'It has a text of several lines, which the mapping language cannot express.'],
    ['[int]$_.Mail', '[int]$_.Mail', 'The result of a cast to int is unknown here.'],
    ['1 + 2', '1 + 2', 'It adds to a number or a list.'],
    ["$_.Mail -like 'a*'", "$_.Mail -like 'a*'", 'The operator -like has no exact equivalent.'],
    ["$_.Mail -cmatch 'a'", "$_.Mail -cmatch 'a'", 'The operator -cmatch has no exact equivalent.'],
    ['1 -eq $_.Mail', '1 -eq $_.Mail', 'It compares a number or nothing, not a cell.'],
    ['$null -eq $_.Mail', '$null -eq $_.Mail', 'It compares a number or nothing, not a cell.'],
    ['$_.Mail -eq $null', '$null', 'A cell is never $null, only empty: the comparison is always false.'],
    ['$_.Mail -replace $_.Status', '$_.Status', 'The text that it replaces is known only at run time.'],
    ['$_.Mail -f 1', '$_.Mail', 'Its format is known only at run time.'],
    ["'{1}' -f 1", "'{1}'", 'Its format has more than placeholders, or a placeholder without a value.'],
    ["'{0:N}' -f 1", "'{0:N}'", 'Its format has more than placeholders, or a placeholder without a value.'],
    ["'a', 'b' -join $_.Mail", '$_.Mail', 'Its separator is known only at run time.'],
    ['$_.Mail.Trim("x")', '$_.Mail.Trim("x")', 'The method Trim has no exact equivalent.'],
    ["$_.Mail.Replace('', 'x')", "$_.Mail.Replace('', 'x')", 'The method Replace has no exact equivalent.'],
    ['[math]::Round(1)', '[math]::Round(1)', 'The result of [math]::Round is unknown here.'],
    [
      "switch ($_.Mail) { 'a' { 1 } 'A' { 2 } }",
      "switch ($_.Mail) { 'a' { 1 } 'A' { 2 } }",
      'A case of its switch is not a plain text, or is duplicated.',
    ],
    ["if ($_.Mail -eq 'a') { 'x' } else { $_.x.y }", '$_.x.y', 'It reads ".y" of something other than the record.'],
    [
      "$(if ($_.Mail -eq '1') { 'a' }) + 'b'",
      "$(if ($_.Mail -eq '1') { 'a' })",
      'A part of it may not return anything.',
    ],
  ])('of %s is refused at %s: %s', (text, where, reason) => {
    expect(translated(text)).toEqual([where, reason]);
  });

  it('is refused when it would be longer than the language allows', () => {
    const text = `if ($_.Mail -eq '1') { '${'x'.repeat(9000)}' } else { '${'y'.repeat(9000)}' }`;
    expect(translated(text)).toEqual([text, 'It needs an expression of more than 10000 characters.']);
  });
});
