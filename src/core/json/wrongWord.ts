import { span } from '../text/span';
import { codePoint } from './codePoint';
import { skipBlanks } from './jsonScan';
import type { SyntaxMistake } from './syntaxMistake';

/** The word or character from `start` to `end` is not part of JSON. */
export function wrongWord(text: string, start: number, end: number): SyntaxMistake {
  const word = text.slice(start, end);
  const place = span(start, end);
  const literal = literals[word.toLowerCase()];
  if (literal !== undefined) {
    const message = `${word} is not a JSON keyword. Write ${literal}, in lower case and without quotes.`;
    return { span: place, message, edit: { span: place, newText: literal } };
  }
  if (word.startsWith("'")) return singleQuotes(text, start, end);
  if (text[start - 1] === '"' && isQuoteInText(text, start)) {
    const message =
      'Unexpected text after the end of a string. Write a quote inside a string as \\"; if the string ends here, a comma or bracket is missing.';
    return { span: place, message, isNestingLost: true };
  }
  if (text[skipBlanks(text, end)] === ':' && /^[\w$.-]+$/.test(word)) {
    const message = `The name ${word} must be in double quotes.`;
    return { span: place, message, edit: { span: place, newText: JSON.stringify(word) } };
  }
  return { span: place, message: sayingOf(text, word, start) };
}

/** The names that other languages use for the three keywords of JSON. */
const literals: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  true: 'true',
  $true: 'true',
  false: 'false',
  $false: 'false',
  null: 'null',
  $null: 'null',
  none: 'null',
  nil: 'null',
  undefined: 'null',
});

function sayingOf(text: string, word: string, start: number): string {
  const first = word.codePointAt(0) ?? 0;
  if (/^(?:nan|[+-]?infinity)$/i.test(word) || /^-infinity/i.test(text.slice(start, start + 9)))
    return 'JSON does not have NaN and Infinity. Write null, or remove the member.';
  if (/^[+.]\.?\d/.test(word) || word === '-')
    return 'A number must have a digit before its decimal point and no plus sign: 0.5, 1, -1.';
  if (/^[“”„«»‘’]/.test(word))
    return 'These are typographic quotes, as word processors write them. JSON allows only the straight double quote (").';
  if (word.startsWith('#')) return 'Comments are not allowed in JSON, not even with #. Remove it.';
  if (word.startsWith(';')) return 'Unexpected semicolon: JSON separates members and elements with commas.';
  if (word.startsWith('=')) return 'Expected a colon between a name and its value, not an equals sign.';
  if (word.startsWith('...') || word.startsWith('…'))
    return 'Unexpected dots. Write what they stand for, or remove them.';
  if (first < 0x21 || invisible.test(word))
    return `Invisible character (${codePoint(first)}), which is not white space in JSON. Remove it, or replace it with a space.`;
  if (/[0-9]/.test(text[start - 1] ?? ''))
    return 'Unexpected text directly after a number. A text that begins with digits needs double quotes; numbers can only be decimal.';
  const shown = word.length <= 30 ? word : 'This';
  return `${shown} is not a JSON value. Expected a text in double quotes, a number, true, false, null, an object or a list.`;
}

const invisible = /^[\u0080-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

function singleQuotes(text: string, start: number, end: number): SyntaxMistake {
  const message = 'Single quotes are not allowed in JSON. Write names and texts in double quotes.';
  const whole = /^'([^'"\\\r\n]*)'/.exec(text.slice(start, start + 1000));
  if (whole === null) return { span: span(start, end), message };
  const place = span(start, start + whole[0].length);
  return { span: place, message, edit: { span: place, newText: `"${whole[1] ?? ''}"` } };
}

/** Whether another quote follows on the line before any character that could separate strings. */
function isQuoteInText(text: string, start: number): boolean {
  return /^[^"\r\n,:[\]{}]*"/.test(text.slice(start, start + 200));
}
