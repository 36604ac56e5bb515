import type { InputPart, OutputPart } from '../formatPart';
import { isFieldLetter, isQuote } from '../formatPart';

/** One sentence on why a format cannot be used. */
export interface DateFormatFault {
  readonly refusal: string;
}

/** A part and the index after it. */
interface Step<Part> {
  readonly part: Part;
  readonly end: number;
}

/** The differences between formats for writing and formats for reading. */
interface Purpose<Part> {
  /** Reads the part at a character that is not a field letter, not quoted and not escaped. */
  readonly plain: (format: string, at: number) => Step<Part>;
  /** Whether `%` also separates the letter after it from the same letters that follow, so that `%dd` is `d` twice. */
  readonly percentSeparates: boolean;
}

/** Splits a custom format for writing moments. */
export function splitOutputFormat(format: string): readonly OutputPart[] | DateFormatFault {
  return split<OutputPart>(format, { plain: plainText, percentSeparates: true });
}

/** Splits a custom format for reading texts. */
export function splitInputFormat(format: string): readonly InputPart[] | DateFormatFault {
  return split<InputPart>(format, { plain: plainInput, percentSeparates: false });
}

function plainText(format: string, at: number): Step<OutputPart> {
  return { part: { kind: 'text', text: format.charAt(at), quoted: false }, end: at + 1 };
}

function plainInput(format: string, at: number): Step<InputPart> {
  const unit = format.charAt(at);
  if (unit === ' ') return { part: { kind: 'space' }, end: at + 1 };
  if (unit === '.') return { part: { kind: 'point' }, end: at + 1 };
  if (unit === 'Z') return { part: { kind: 'Z' }, end: at + 1 };
  if (format.startsWith('GMT', at)) return { part: { kind: 'GMT' }, end: at + 3 };
  return plainText(format, at);
}

/**
 * `'...'` and `"..."` hold text, `\c` is the character c anywhere, `%` comes before a single letter. Every other
 * character is literal, `/` and `:` too, as in the invariant culture.
 */
function split<Part>(
  format: string,
  purpose: Purpose<Part | OutputPart>,
): readonly (Part | OutputPart)[] | DateFormatFault {
  const parts: (Part | OutputPart)[] = [];
  for (let at = 0; at < format.length;) {
    const isAfterPercent = format.charAt(at) === '%';
    if (isAfterPercent) at++;
    const step = stepFrom(format, at, isAfterPercent, purpose);
    if ('refusal' in step) return step;
    parts.push(step.part);
    at = step.end;
  }
  return parts;
}

function stepFrom<Part>(
  format: string,
  at: number,
  isAfterPercent: boolean,
  { plain, percentSeparates }: Purpose<Part>,
): Step<Part | OutputPart> | DateFormatFault {
  const unit = format.charAt(at);
  if (isAfterPercent && (unit === '' || unit === '%' || unit === '\\' || isQuote(unit))) {
    return { refusal: 'Expected a letter after "%" in the date format. Write \\% for a percent sign.' };
  }
  if (isFieldLetter(unit)) {
    const count = unit === 'K' || (isAfterPercent && percentSeparates) ? 1 : countRun(format, at);
    if (count > 7 && (unit === 'f' || unit === 'F')) {
      return { refusal: 'A date format can have at most 7 decimal places for a second: fffffff.' };
    }
    return { part: { kind: 'field', letter: unit, count }, end: at + count };
  }
  if (unit === '\\' || isQuote(unit)) return quotedText(format, at);
  return plain(format, at);
}

function quotedText(format: string, at: number): Step<OutputPart> | DateFormatFault {
  const quote = format.charAt(at);
  if (quote === '\\') {
    if (at + 1 < format.length) {
      return { part: { kind: 'text', text: format.charAt(at + 1), quoted: false }, end: at + 2 };
    }
    return { refusal: 'Unexpected backslash at the end of the date format: there is nothing to escape.' };
  }
  let text = '';
  for (let i = at + 1; i < format.length; i++) {
    const unit = format.charAt(i);
    if (unit === quote) return { part: { kind: 'text', text, quoted: true }, end: i + 1 };
    if (unit === '\\') i++;
    text += format.charAt(i);
  }
  return { refusal: `Unmatched quotation mark (${quote}) in the date format.` };
}

function countRun(format: string, at: number): number {
  let end = at + 1;
  while (format.charAt(end) === format.charAt(at)) end++;
  return end - at;
}
