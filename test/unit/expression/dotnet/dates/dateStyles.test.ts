import { describe, expect, it } from 'vitest';
import {
  DEFAULT_STYLES,
  readDateStyles,
  STYLE_NAMES,
} from '../../../../../src/core/expression/dotnet/dates/dateStyles';

/** The names of the properties that are set, or why there are none. */
function meaning(text: string): readonly string[] | string {
  const read = readDateStyles(text);
  if ('refusal' in read) return read.refusal;
  return Object.entries(read.styles).flatMap(([name, isSet]) => (isSet ? [name] : []));
}

describe('readDateStyles', () => {
  it.each([
    ['None', []],
    ['allowleadingwhite , AllowTrailingWhite', ['allowLeadingWhite', 'allowTrailingWhite']],
    ['AllowWhiteSpaces', ['allowLeadingWhite', 'allowTrailingWhite', 'allowInnerWhite']],
    ['NoCurrentDateDefault,None', ['noCurrentDateDefault']],
    ['AssumeUniversal, AdjustToUniversal', ['adjustToUniversal', 'assumeUniversal']],
    ['AssumeLocal', ['assumeLocal']],
    ['RoundtripKind', ['roundtripKind']],
  ])('%s', (text, expected) => {
    expect(meaning(text)).toEqual(expected);
  });

  it.each(['', ' '])('takes %j for the styles of an empty place', (text) => {
    expect(readDateStyles(text)).toEqual({ styles: DEFAULT_STYLES });
  });

  it.each([...STYLE_NAMES])('knows %s', (name) => {
    expect(readDateStyles(name)).toHaveProperty('styles');
  });

  it.each([
    ['AllowWhite', '"AllowWhite" is not one of'],
    ['DateTimeStyles.None', '"DateTimeStyles.None" is not one of'],
    ['7', '"7" is not one of'],
    ['None,', '"" is not one of'],
    ['None, Loose ', '"Loose" is not one of'],
    ['AssumeLocal, AssumeUniversal', 'AssumeLocal and AssumeUniversal contradict'],
    ['RoundtripKind, AssumeLocal', 'RoundtripKind cannot be combined'],
    ['RoundtripKind, AssumeUniversal', 'RoundtripKind cannot be combined'],
    ['AdjustToUniversal, RoundtripKind', 'RoundtripKind cannot be combined'],
  ])('refuses %s', (text, reason) => {
    expect(meaning(text)).toContain(reason);
  });
});
