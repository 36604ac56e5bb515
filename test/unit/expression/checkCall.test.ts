import { describe, expect, it } from 'vitest';
import { checkExpression, MAX_LENGTH } from '../../../src/core/expression/check';
import { parameterAt } from '../../../src/core/expression/checkCall';
import { errorCodeOf } from '../../../src/core/expression/errorCodes';
import { findFunction, functions } from '../../../src/core/expression/functions/table';
import { parseExpression } from '../../../src/core/expression/parser';
import { signature } from '../../../src/core/expression/signature';
import { siblingAdvice } from '../../../src/core/expression/siblings';
import { codeOf } from '../../support/codeOf';

function problems(text: string) {
  const { expression } = parseExpression(text);
  return expression === undefined ? [] : [...checkExpression(expression)];
}

function messages(text: string): readonly string[] {
  return problems(text).map((problem) => problem.message);
}

describe('what is said of a call', () => {
  it.each([
    ['ToLower()', 'ToLower takes 1 to 2 arguments, not 0: ToLower(source, [culture]).'],
    ['StripSpaces()', 'StripSpaces takes 1 argument, not 0: StripSpaces(source).'],
    ['Append([a])', 'Append takes 2 arguments, not 1: Append(source, suffix).'],
    ['Append([a], [b], [c])', 'Append takes 2 arguments, not 3: Append(source, suffix).'],
    ['Join("-")', 'Join takes at least 2 arguments, not 1: Join(separator, source, ...).'],
    ['Coalesce()', 'Coalesce takes at least 1 argument, not 0: Coalesce(source, ...).'],
    ['Now([a])', 'Now takes 0 arguments, not 1: Now().'],
    ['Switch([a], )', 'Switch takes at least 4 arguments, not 2: Switch(source, [defaultValue], key, value, ...).'],
    ['Mid([a], , 2)', 'Mid is missing its argument "start" (place 2).'],
    ['Join("-", [a], )', 'Join is missing its argument "source" (place 3).'],
    ['FormatDateTime(, "yyyy", "MM")', 'FormatDateTime is missing its argument "source" (place 1).'],
    ['FormatDateTime([a], , "MM")', 'FormatDateTime is missing its argument "inputFormat" (place 2).'],
    ['FormatDateTime([a], "yyyy", )', 'FormatDateTime is missing its argument "outputFormat" (place 3).'],
    ['FormatDateTime([a] = "b", "yyyy", "MM")', 'A comparison is allowed only as the condition of IIF or CBool.'],
    ['Switch([a], , "k", "v", , "w")', 'Switch is missing its argument "key" (place 5).'],
    ['Mid([a], 1, "x")', '"length" of Mid must be a whole number.'],
    ['Mid([a], 1, "1x")', '"length" of Mid must be a whole number.'],
    ['Mid([a], "--1", 1)', '"start" of Mid must be a whole number.'],
    ['StripSpaces([a], , )', 'StripSpaces takes 1 argument, not 3: StripSpaces(source).'],
    ['StripSpaces([a], "x")', 'StripSpaces takes 1 argument, not 2: StripSpaces(source).'],
    ['DateDiff("w", Now(), Now())', '"interval" of DateDiff must be one of yyyy, m, d, ww, h, n, s.'],
    ['tolower([a])', 'Function names are case-sensitive: "tolower" should be "ToLower".'],
    ['Apend([a], "b")', 'Entra has no function "Apend". Did you mean "Append"?'],
    ['Xyzzy([a])', 'Entra has no function "Xyzzy".'],
    [
      'Len([a])',
      '"Len" belongs to another dialect (Connect Sync, cloud sync). Provisioning mappings have no equivalent.',
    ],
    ['LCase([a])', '"LCase" belongs to another dialect (Connect Sync, cloud sync). Use ToLower(text).'],
  ])('%s', (text, expected) => {
    expect(messages(text)).toEqual([expected]);
  });

  it('comes with what a fix needs', () => {
    expect(problems('tolower([a])')[0]?.data).toEqual({ replacement: 'ToLower' });
    expect(problems('Apend([a], "b")')[0]?.data).toEqual({ replacement: 'Append' });
    expect(problems('Xyzzy([a])')[0]?.data).toBeUndefined();
    expect(problems('Switch([a], , "k", "v", "l")')[0]?.data).toEqual({ missingValueAt: 27 });
    expect(problems('Replace([a], , "(", , "", , )')[0]?.data).toEqual({ construct: '(' });
  });

  it('is nothing for what is right, places left empty among it', () => {
    for (const text of [
      'ToLower([a], )',
      'StripSpaces([a], )',
      'FormatDateTime([a], "yyyy", "MM")',
      'InStr([a], "b", , vbTextCompare)',
      'Switch([a], , "k", "v")',
      'Mid([a], "1", -2)',
      'CBool([a] = "b")',
    ]) {
      expect(messages(text), text).toEqual([]);
    }
  });

  it('leaves a function alone whose arguments are wrong already', () => {
    expect(messages('Item([a])')).toHaveLength(1);
    expect(messages('RandomString(1)')).toHaveLength(1);
    expect(messages('DateAdd("d", "x", [a])')).toEqual(['"value" of DateAdd must be a whole number.']);
  });
});

describe('every call of an expression is checked', () => {
  it.each([
    ['Fo([a])', ['Fo']],
    ['Join(Fo([a]), "x", Ba(Ju()))', ['Fo', 'Ba', 'Ju']],
    ['IIF(Fo([a]) = Ba([b]), "x", Ju())', ['Fo', 'Ba', 'Ju']],
    ['IIF([a] <> ToLower(Fo()), "x", "y")', ['Fo']],
  ])('%s', (text, expected) => {
    expect(problems(text).map(({ span: { start, end } }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('an expression', () => {
  it('may have as many characters as the service takes, and no more', () => {
    const text = (length: number) => `ToLower("${'x'.repeat(length - 'ToLower("")'.length)}")`;
    expect(problems(text(MAX_LENGTH))).toEqual([]);
    expect(problems(text(MAX_LENGTH + 1)).map(({ code, message }) => [code, message])).toEqual([
      ['expression.too-long', 'An expression may have at most 10000 characters.'],
    ]);
  });

  it('is measured by itself, wherever it is', () => {
    const text = `${' '.repeat(MAX_LENGTH)}ToLower([a])`;
    expect(problems(text)).toEqual([]);
  });

  it('is a comparison only where a condition is wanted', () => {
    const { expression } = parseExpression('[a] = "b"');
    expect(expression === undefined ? [] : [...checkExpression(expression, true)]).toEqual([]);
    expect(expression === undefined ? [] : [...checkExpression(expression)].map((problem) => problem.message)).toEqual([
      'A comparison is allowed only as the condition of IIF or CBool.',
    ]);
  });

  it('has SelectUniqueValue at its top or not at all', () => {
    expect(messages('SelectUniqueValue([a], [b])')).toEqual([]);
    expect(messages('SelectUniqueValue([a], SelectUniqueValue([b], [c]))')).toEqual([
      'SelectUniqueValue must be the outermost call of an expression; it cannot be an argument.',
    ]);
  });
});

describe('the places of arguments', () => {
  it.each([
    ['Join', 0, 'separator'],
    ['Join', 1, 'source'],
    ['Join', 9, 'source'],
    ['Switch', 1, 'defaultValue'],
    ['Switch', 2, 'key'],
    ['Switch', 3, 'value'],
    ['Switch', 4, 'key'],
    ['Switch', 7, 'value'],
    ['Append', 1, 'suffix'],
    ['Append', 2, undefined],
  ])('%s, place %i is %s', (name, place, expected) => {
    const entry = findFunction(name);
    expect(entry === undefined ? undefined : parameterAt(entry, place, entry.parameters.length)?.name).toBe(expected);
  });

  it('are shown in a signature', () => {
    expect(functions.map(signature)).toContain(
      'Replace(source, [oldValue], [regexPattern], [regexGroupName], [replacementValue], [replacementAttributeName], [template])',
    );
  });
});

describe('names of sibling dialects', () => {
  it.each(
    'LCase UCase Trim LTrim RTrim Right Len InStrRev ReplaceChars IsEmpty Contains ItemOrNull ConvertFromBase64 ConvertFromUTF8Hex RandomNum Error DNComponent DNComponentRev EscapeDNComponent StringFromSid PadLeft PadRight BitOr IsBitSet IsDate IsGuid IsNumeric CNum CRef CGuid Select Where With'.split(
      ' ',
    ),
  )('%s has advice', (name) => {
    expect(siblingAdvice(name)).toMatch(
      new RegExp(`^"${name}" belongs to another dialect .* (Use .+\\.|Provisioning mappings have no equivalent\\.)$`),
    );
  });

  it('have advice, and only they', () => {
    expect(siblingAdvice('UCase')).toContain('ToUpper(text)');
    expect(siblingAdvice('ToUpper')).toBeUndefined();
    for (const entry of functions) expect(siblingAdvice(entry.name), entry.name).toBeUndefined();
  });
});

describe('the codes that are printed', () => {
  it.each([
    ['expression.unknown-function', 'E_UNKNOWN_FUNCTION'],
    ['expression.argument-count', 'E_ARITY'],
    ['expression.argument-type', 'E_TYPE'],
    ['expression.too-long', 'E_TOO_LONG'],
    ['expression.nesting', 'E_NESTING'],
    ['expression.regex', 'E_REGEX'],
    ['expression.syntax', 'E_PARSE'],
  ])('%s is %s', (code, expected) => {
    expect(errorCodeOf({ code: codeOf(code), severity: 'error', message: '', span: { start: 0, end: 0 } })).toBe(
      expected,
    );
  });
});
