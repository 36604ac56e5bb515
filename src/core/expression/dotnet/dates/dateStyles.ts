import { trim } from '../whiteSpace';

/** What .NET's `DateTimeStyles` allow a text that is read as a date. */
export interface DateStyles {
  readonly allowLeadingWhite: boolean;
  readonly allowTrailingWhite: boolean;
  readonly allowInnerWhite: boolean;
  readonly noCurrentDateDefault: boolean;
  readonly adjustToUniversal: boolean;
  readonly assumeLocal: boolean;
  readonly assumeUniversal: boolean;
  readonly roundtripKind: boolean;
}

const NONE: DateStyles = {
  allowLeadingWhite: false,
  allowTrailingWhite: false,
  allowInnerWhite: false,
  noCurrentDateDefault: false,
  adjustToUniversal: false,
  assumeLocal: false,
  assumeUniversal: false,
  roundtripKind: false,
};

/** What FormatDateTime uses when its second place is empty. Source: the description of FormatDateTime. */
export const DEFAULT_STYLES: DateStyles = {
  ...NONE,
  allowLeadingWhite: true,
  allowTrailingWhite: true,
  roundtripKind: true,
};

/** The names of the styles as .NET writes them, in its order. */
export const STYLE_NAMES = [
  'None',
  'AllowLeadingWhite',
  'AllowTrailingWhite',
  'AllowInnerWhite',
  'AllowWhiteSpaces',
  'NoCurrentDateDefault',
  'AdjustToUniversal',
  'AssumeLocal',
  'AssumeUniversal',
  'RoundtripKind',
] as const;

const MEANINGS: Readonly<Record<(typeof STYLE_NAMES)[number], Partial<DateStyles>>> = {
  None: {},
  AllowLeadingWhite: { allowLeadingWhite: true },
  AllowTrailingWhite: { allowTrailingWhite: true },
  AllowInnerWhite: { allowInnerWhite: true },
  AllowWhiteSpaces: { allowLeadingWhite: true, allowTrailingWhite: true, allowInnerWhite: true },
  NoCurrentDateDefault: { noCurrentDateDefault: true },
  AdjustToUniversal: { adjustToUniversal: true },
  AssumeLocal: { assumeLocal: true },
  AssumeUniversal: { assumeUniversal: true },
  RoundtripKind: { roundtripKind: true },
};

/**
 * Reads names of styles, separated by commas. No text at all means the styles FormatDateTime uses by itself.
 *
 * The case of the letters does not matter: nothing is documented on it, and a name in other letters can mean nothing else.
 * Numbers, which .NET would also take for an enumeration, are refused, since nobody could read them.
 * @returns the styles, or a sentence on what is wrong with the text
 */
export function readDateStyles(text: string): { readonly styles: DateStyles } | { readonly refusal: string } {
  if (trim(text) === '') return { styles: DEFAULT_STYLES };
  let styles = NONE;
  for (const piece of text.split(',')) {
    const name = STYLE_NAMES.find((style) => style.toLowerCase() === trim(piece).toLowerCase());
    if (name === undefined) {
      return { refusal: `"${trim(piece)}" is none of .NET's date styles. They are: ${STYLE_NAMES.join(', ')}.` };
    }
    styles = { ...styles, ...MEANINGS[name] };
  }
  const refusal = contradiction(styles);
  return refusal === undefined ? { styles } : { refusal };
}

/** Source: .NET, the exceptions of `DateTime.ParseExact`. */
function contradiction(styles: DateStyles): string | undefined {
  if (styles.assumeLocal && styles.assumeUniversal) {
    return 'AssumeLocal and AssumeUniversal contradict each other: keep one of them.';
  }
  if (styles.roundtripKind && (styles.assumeLocal || styles.assumeUniversal || styles.adjustToUniversal)) {
    return 'RoundtripKind cannot be combined with AssumeLocal, AssumeUniversal or AdjustToUniversal: leave it out.';
  }
  return undefined;
}
