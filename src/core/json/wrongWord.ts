import { span } from '../text/span';
import { codePoint } from './codePoint';
import { skipBlanks } from './jsonScan';
import type { SyntaxMistake } from './syntaxMistake';

/** A word or character, from `start` to `end`, that is nothing in JSON. */
export function wrongWord(text: string, start: number, end: number): SyntaxMistake {
  const word = text.slice(start, end);
  const place = span(start, end);
  const literal = literals[word.toLowerCase()];
  if (literal !== undefined) {
    const message = `${word} is no word of JSON: it is written ${literal}, in small letters and without quotes.`;
    return { span: place, message, edit: { span: place, newText: literal } };
  }
  if (word.startsWith("'")) return singleQuotes(text, start, end);
  if (text[start - 1] === '"' && isQuoteInText(text, start)) {
    const message =
      'The text has ended before this. A quote that is part of a text is written \\"; if the text ends here, a comma or bracket is missing.';
    return { span: place, message };
  }
  if (text[skipBlanks(text, end)] === ':' && /^[\w$.-]+$/.test(word)) {
    const message = `The name ${word} has no quotes: in JSON every name stands in double quotes.`;
    return { span: place, message, edit: { span: place, newText: JSON.stringify(word) } };
  }
  return { span: place, message: sayingOf(text, word, start) };
}

/** What other languages write for the three words of JSON. */
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
    return 'JSON has no number for this: NaN and Infinity cannot be written. Write null, or remove the member.';
  if (/^[+.]\.?\d/.test(word) || word === '-')
    return 'A number is written with digits before its decimal point and with no plus sign: 0.5, 1, -1.';
  if (/^[“”„«»‘’]/.test(word))
    return 'These are typographic quotes, as word processors write them. JSON takes the plain double quote (") alone.';
  if (word.startsWith('#')) return 'JSON has no comments, not with # either. Remove it.';
  if (word.startsWith(';')) return 'A semicolon says nothing in JSON: members and elements are divided by commas.';
  if (word.startsWith('=')) return 'Between a name and its value stands a colon, not an equals sign.';
  if (word.startsWith('...') || word.startsWith('…'))
    return 'Dots stand for something that was left out. Write what is meant, or remove them.';
  if (first < 0x21 || invisible.test(word))
    return `An invisible character (${codePoint(first)}) stands here, which is no blank in JSON. Remove it or put a plain blank in its place.`;
  if (/[0-9]/.test(text[start - 1] ?? ''))
    return 'This follows a number directly. A text that begins with digits needs double quotes; other notations than decimal do not exist.';
  const shown = word.length <= 30 ? word : 'This';
  return `${shown} is no value of JSON. A text needs double quotes; besides texts there are numbers, true, false, null, objects and lists.`;
}

const invisible = /^[\u0080-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

function singleQuotes(text: string, start: number, end: number): SyntaxMistake {
  const message = 'Single quotes do not count in JSON: names and texts stand in double quotes.';
  const whole = /^'([^'"\\\r\n]*)'/.exec(text.slice(start, start + 1000));
  if (whole === null) return { span: span(start, end), message };
  const place = span(start, start + whole[0].length);
  return { span: place, message, edit: { span: place, newText: `"${whole[1] ?? ''}"` } };
}

/** Whether another quote follows on the line before anything that could divide texts. */
function isQuoteInText(text: string, start: number): boolean {
  return /^[^"\r\n,:[\]{}]*"/.test(text.slice(start, start + 200));
}
