import { describe, expect, it } from 'vitest';
import { openMapping } from '../../../../src/language/mapping/document/mappingDocument';
import { signatureHelp } from '../../../../src/language/mapping/signatureHelp';
import { withCursor } from '../../../support/cursor';

/** The signature with the active parameter marked, as an editor shows it. */
function shown(marked: string): string | undefined {
  const { text, offset } = withCursor(marked);
  const help = signatureHelp(openMapping(text), offset);
  const [signature] = help?.signatures ?? [];
  if (signature === undefined) return undefined;
  const range = signature.parameters?.[help?.activeParameter ?? -1]?.label;
  if (range === undefined || typeof range === 'string') return signature.label;
  return `${signature.label.slice(0, range[0])}<${signature.label.slice(...range)}>${signature.label.slice(range[1])}`;
}

describe('signatureHelp', () => {
  it.each<readonly [string, string | undefined]>([
    ['a = ToLower(|', 'ToLower(<source>, [culture])'],
    ['a = ToLower([X], |)', 'ToLower(source, [<culture>])'],
    ['a = Join("@", ToLower([X]), |', 'Join(separator, <source>, ...)'],
    ['a = Join("@", ToLower(|[X]), "y")', 'ToLower(<source>, [culture])'],
    ['a = Switch([X], , "A", |', 'Switch(source, [defaultValue], key, <value>, ...)'],
    ['a = Switch([X], , "A", "B", |', 'Switch(source, [defaultValue], <key>, value, ...)'],
    ['a = Switch([X], , "A", "B", "C", "D, (|")', 'Switch(source, [defaultValue], key, <value>, ...)'],
    ['a = Switch([X (a, b)], |', 'Switch(source, [<defaultValue>], key, value, ...)'],
    ['a = Switch([X],\n  , "A", |', 'Switch(source, [defaultValue], key, <value>, ...)'],
    ['a = FormatDateTime([X], , |', 'FormatDateTime(source, [dateTimeStyles], <inputFormat>, outputFormat)'],
    ['a = FormatDateTime([X], "yyyy", |', 'FormatDateTime(source, [dateTimeStyles], inputFormat, <outputFormat>)'],
    ['a = FormatDateTime([X], "None", |', 'FormatDateTime(source, [dateTimeStyles], <inputFormat>, outputFormat)'],
    ['where IsPresent(|', 'IsPresent(<expression>)'],
    ['a = tolower(|', 'ToLower(<source>, [culture])'],
    ['a = Left([X], 1, |', 'Left(String, NumChars)'],
    ['a = Nonsense(|', undefined],
    ['a = ToLower|', undefined],
    ['a = ToLower([X])|', undefined],
    ['a = ToLower( # |', undefined],
    ['|', undefined],
  ])('%j', (marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it('explains the function and each parameter, and says when a result is not the service’s own', () => {
    const { text, offset } = withCursor('a = CDate(|');
    const [signature] = signatureHelp(openMapping(text), offset)?.signatures ?? [];
    expect(JSON.stringify(signature?.documentation)).toContain('*Approximated:* ');
    expect(JSON.stringify(signature?.parameters)).toContain('A text that holds a date');
  });
});
