import { isWhiteSpace } from '../../whiteSpace';
import type { DateText } from './dateText';

/** `+8`, `-08`, `+0800`, `+8:00`, starting at the sign: minutes east of UTC. */
export function readOffset(text: DateText): number | undefined {
  const isWest = text.peek() === '-';
  text.at++;
  const digits = text.digits();
  if (digits === '' || digits.length > 4) return undefined;
  let hours = Number(digits);
  let minutes = 0;
  if (digits.length > 2) {
    minutes = hours % 100;
    hours = Math.floor(hours / 100);
  } else if (text.eat(':')) {
    const after = text.digits();
    if (after === '' || after.length > 2) return undefined;
    minutes = Number(after);
  }
  if (minutes > 59) return undefined;
  const offset = hours * 60 + minutes;
  return isWest ? 0 - offset : offset;
}

/** Moves to the sign of a following offset, skipping white space; does not move if there is none. */
export function skipToOffset(text: DateText): boolean {
  let ahead = 0;
  // .NET ignores the last character, which cannot be a whole offset
  while (text.at + ahead < text.text.length - 1 && isWhiteSpace(text.peek(ahead))) ahead++;
  const isLast = text.at >= text.text.length - 1;
  if (isLast || (text.peek(ahead) !== '+' && text.peek(ahead) !== '-')) return false;
  text.at += ahead;
  return true;
}

/** Reads the digits after a decimal point like .NET: seven digits count, further ones are rounded. */
export function readFraction(text: DateText): number | undefined {
  const digits = text.digits();
  let fraction = 0;
  let unit = 0.1;
  for (const digit of digits) {
    fraction += Number(digit) * unit;
    unit *= 0.1;
  }
  return digits === '' ? undefined : fraction;
}
