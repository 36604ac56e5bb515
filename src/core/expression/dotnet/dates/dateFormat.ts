import type { DateStyles } from './dateStyles';
import type { InputPart, OutputPart } from '../formatPart';
import { isFieldLetter, isQuote } from '../formatPart';
import type { DateFormatFault } from './splitDateFormat';
import { splitInputFormat, splitOutputFormat } from './splitDateFormat';
import { standardFormat } from '../standardFormat';
import { skipWhiteSpace, trimTrailing } from '../whiteSpace';

/** The default format of .NET. */
const GENERAL = 'G';

/** How a moment is written. */
export interface OutputFormat {
  readonly parts: readonly OutputPart[];
}

/** How a text is read. */
export interface InputFormat {
  readonly parts: readonly InputPart[];
  readonly styles: DateStyles;
  /** The standard format `U`: the text is UTC without saying so. */
  readonly universal: boolean;
}

/**
 * Reads a .NET date and time format, custom or standard, for writing moments in the invariant culture. An empty text
 * is the general format, `G`.
 * Source: .NET, "Custom date and time format strings" and "Standard date and time format strings".
 * @returns the format, or one sentence on why it cannot be used
 */
export function readOutputFormat(format: string): { readonly format: OutputFormat } | DateFormatFault {
  const custom = customFormat(format === '' ? GENERAL : format);
  if (typeof custom !== 'string') return custom;
  const parts = splitOutputFormat(custom);
  return 'refusal' in parts ? parts : { format: { parts } };
}

/**
 * Reads a .NET date and time format for reading texts.
 * @param styles what the texts may also contain, and how their zone is treated
 */
export function readInputFormat(
  format: string,
  styles: DateStyles,
): { readonly format: InputFormat } | DateFormatFault {
  const custom = customFormat(format);
  if (typeof custom !== 'string') return custom;
  const parts = splitInputFormat(trimFormat(custom, styles));
  return 'refusal' in parts ? parts : { format: { parts, styles, universal: format === 'U' } };
}

function customFormat(format: string): string | DateFormatFault {
  if (format === '') return { refusal: 'The date format is empty.' };
  if (format.length > 1) return format;
  const standard = standardFormat(format);
  if (standard !== undefined) return standard;
  const remedy = isFieldLetter(format)
    ? `Write "%${format}" to use that part of a date alone.`
    : 'Write a longer format.';
  return { refusal: `"${format}" is not one of .NET's standard date formats. ${remedy}` };
}

/** Removes white space at the ends of a format where texts may have some, even inside quotation marks. */
function trimFormat(format: string, styles: DateStyles): string {
  let trimmed = format;
  if (styles.allowTrailingWhite) {
    trimmed = trimTrailing(trimmed);
    const last = trimmed.slice(-1);
    if (isQuote(last)) trimmed = trimTrailing(trimmed.slice(0, -1)) + last;
  }
  if (!styles.allowLeadingWhite) return trimmed;
  const first = trimmed.charAt(0);
  return isQuote(first) ? first + trimmed.slice(skipWhiteSpace(trimmed, 1)) : trimmed.slice(skipWhiteSpace(trimmed, 0));
}
