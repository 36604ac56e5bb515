import { isWhiteSpace } from '../../whiteSpace';
import type { DateText } from './dateText';

/** Skips what .NET allows for Visual Basic: a date between two `#`, and NUL characters at the end. */
export function isPunctuation(text: DateText): boolean {
  if (text.peek() === '#') {
    if (!isBetweenHashes(text.text)) return false;
    text.at++;
    return true;
  }
  if (!/^\0+$/.test(text.text.slice(text.at))) return false;
  text.at = text.text.length;
  return true;
}

function isBetweenHashes(text: string): boolean {
  let hashes = 0;
  for (const character of text) {
    if (character === '#') hashes++;
    else if (character === '\0' ? hashes < 2 : !isWhiteSpace(character) && hashes !== 1) return false;
  }
  return hashes === 2;
}
