import type { DateFields } from './calendar';
import type { InputFormat } from './dateFormat';
import type { DateReading } from './dateReading';
import { completeReading } from './dateReading';
import type { InputPart } from '../formatPart';
import type { DateTime } from './instant';
import { readDateField, readUniversal } from './readDateField';
import { skipWhiteSpace, trimTrailing } from '../whiteSpace';

/**
 * Reads a text in exactly the given format, as `DateTime.ParseExact` does with the invariant culture on a machine
 * that is on UTC: a text with an offset is converted to UTC, one without keeps its fields.
 * @param now the clock: a format without a day means today, one without a year means this year. Without a clock
 * such texts are not dates.
 * @returns `undefined` when the text does not fit or the date does not exist
 */
export function parseDateExact(text: string, format: InputFormat, now: DateTime | undefined): DateFields | undefined {
  // Even a format that requires nothing, like "%K", does not accept an empty text
  if (text === '') return undefined;
  const { parts, styles, universal } = format;
  const source = styles.allowTrailingWhite ? trimTrailing(text) : text;
  const reading: DateReading = { twelveHours: false, twoDigitYear: false, universal };
  if (universal) reading.offset = 0;
  let at = styles.allowLeadingWhite ? skipWhiteSpace(source, 0) : 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined) continue;
    if (styles.allowInnerWhite) at = skipWhiteSpace(source, at);
    const next = readPart(source, at, part, format, reading);
    if (next !== undefined) at = next;
    else if (!mayBeMissing(part, parts[i + 1], format)) return undefined;
    else if (part.kind === 'point') i++;
  }
  return at === source.length ? completeReading(reading, styles, now) : undefined;
}

/** Reads a part of the format; returns the index after it, or `undefined` if the text does not match. */
function readPart(
  text: string,
  at: number,
  part: InputPart,
  { styles }: InputFormat,
  reading: DateReading,
): number | undefined {
  switch (part.kind) {
    case 'field':
      return readDateField(text, at, part.letter, part.count, reading);
    case 'text':
      return styles.allowInnerWhite && part.quoted
        ? readLoosely(text, at, part.text)
        : readExactly(text, at, part.text);
    case 'space':
      // Inner white space has already been skipped
      return styles.allowInnerWhite ? at : readExactly(text, at, ' ');
    case 'point':
      return readExactly(text, at, '.');
    case 'Z':
      return readUniversal(text, at, reading);
    case 'GMT':
      reading.offset = 0;
      return readExactly(text, at, 'GMT');
  }
}

/**
 * Whether a part may be missing, which is odd in .NET in two cases. If trailing white space is allowed, a space is
 * optional (it never ends a format then), so that `h:mm tt` reads `7:00AM`. And the point before an optional fraction
 * of more than one digit is optional.
 */
function mayBeMissing(part: InputPart, next: InputPart | undefined, { styles }: InputFormat): boolean {
  if (part.kind === 'space') return styles.allowTrailingWhite;
  return part.kind === 'point' && next?.kind === 'field' && next.letter === 'F' && next.count > 1;
}

function readExactly(text: string, at: number, expected: string): number | undefined {
  if (text.startsWith(expected, at)) return at + expected.length;
  for (let i = 0; i < expected.length; i++) if (!isSame(text.charAt(at + i), expected.charAt(i))) return undefined;
  return at + expected.length;
}

const NO_BREAK_SPACE = /^[\u00a0\u202f]$/;

/** .NET 8 treats no-break spaces as spaces, in the text and in the format. */
function isSame(found: string, expected: string): boolean {
  if (found === expected) return true;
  return (expected === ' ' && NO_BREAK_SPACE.test(found)) || (found === ' ' && NO_BREAK_SPACE.test(expected));
}

/** Reads quoted text whose spaces match any white space, or none. */
function readLoosely(text: string, at: number, expected: string): number | undefined {
  let next = at;
  for (const unit of expected.split('')) {
    if (unit === ' ') next = skipWhiteSpace(text, next);
    else if (isSame(text.charAt(next), unit)) next++;
    else return undefined;
  }
  return next;
}
