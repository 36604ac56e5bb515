import { isPunctuation } from './datePunctuation';
import type { DateResult } from './dateResult';
import type { DateText } from './dateText';
import { readFraction, readOffset } from './dateZone';

/**
 * Reads what follows the T of an ISO date, to the end of the text. White space may separate the parts.
 * Source: .NET 8, `DateTimeParse.ParseISO8601`.
 */
export function readIsoTime(text: DateText, result: DateResult): boolean {
  const [month = -1, day = -1] = result.numbers;
  Object.assign(result.fields, { year: result.year, month, day, second: 0 });
  if (!readPart('hour', text, result) || !text.eat(':') || !readPart('minute', text, result)) return false;
  if (text.eat(':')) {
    if (!readPart('second', text, result, false)) return false;
    if (text.eat('.')) {
      const fraction = readFraction(text);
      if (fraction === undefined) return false;
      result.fraction = fraction;
    }
    text.skipWhiteSpace();
  }
  return readZone(text, result) && isAtEnd(text);
}

function readPart(
  part: 'hour' | 'minute' | 'second',
  text: DateText,
  { fields }: DateResult,
  mayTrail = true,
): boolean {
  text.skipWhiteSpace();
  const digits = text.digits(2);
  if (mayTrail) text.skipWhiteSpace();
  fields[part] = Number(digits);
  return digits.length === 2;
}

function readZone(text: DateText, result: DateResult): boolean {
  if (text.peek() === '+' || text.peek() === '-') result.offset = readOffset(text);
  else if (text.eat('Z') || text.eat('z')) result.offset = 0;
  else return true;
  return result.offset !== undefined;
}

function isAtEnd(text: DateText): boolean {
  text.skipWhiteSpace();
  if (text.peek() === '#') {
    if (!isPunctuation(text)) return false;
    text.skipWhiteSpace();
  }
  return text.atEnd || (text.peek() === '\0' && isPunctuation(text));
}
