import { trim } from '../whiteSpace';

/** The `DateTimeStyles` of .NET: what a text that is read as a date may contain. */
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

/** The styles of FormatDateTime when its second argument is omitted. Source: the description of FormatDateTime. */
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
 * Reads names of styles, separated by commas. An empty text means the default styles of FormatDateTime.
 *
 * Ignores case: that is not documented, but a name in another case cannot mean anything else. Numbers, which .NET also
 * accepts for an enumeration, are refused because they are unreadable.
 * @returns the styles, or a sentence on why the text is invalid
 */
export function readDateStyles(text: string): { readonly styles: DateStyles } | { readonly refusal: string } {
  if (trim(text) === '') return { styles: DEFAULT_STYLES };
  let styles = NONE;
  for (const piece of text.split(',')) {
    const name = STYLE_NAMES.find((style) => style.toLowerCase() === trim(piece).toLowerCase());
    if (name === undefined) {
      return { refusal: `"${trim(piece)}" is not one of .NET's date styles: ${STYLE_NAMES.join(', ')}.` };
    }
    styles = { ...styles, ...MEANINGS[name] };
  }
  const refusal = contradiction(styles);
  return refusal === undefined ? { styles } : { refusal };
}

/** Source: .NET, the exceptions of `DateTime.ParseExact`. */
function contradiction(styles: DateStyles): string | undefined {
  if (styles.assumeLocal && styles.assumeUniversal) {
    return 'AssumeLocal and AssumeUniversal contradict each other. Keep only one of them.';
  }
  if (styles.roundtripKind && (styles.assumeLocal || styles.assumeUniversal || styles.adjustToUniversal)) {
    return 'RoundtripKind cannot be combined with AssumeLocal, AssumeUniversal or AdjustToUniversal. Leave it out.';
  }
  return undefined;
}
