import { isWhiteSpace } from '../../whiteSpace';
import type { RegularWord, Separator } from './dateWords';
import { REGULAR_WORDS, SEPARATORS } from './dateWords';

const LETTER = /^\p{L}$/u;
const RIGHT_TO_LEFT_MARK = '\u200f';
/** A longer number is not part of a date. */
const MAX_DIGITS = 8;

/** A token at the start of a part of a date. `unknown` does not move the position. */
export type RegularToken =
  | { readonly kind: 'end' | 'unknown' }
  /** `value` is undefined for more than eight digits; three digits or more are a year. */
  | { readonly kind: 'number'; readonly value: number | undefined; readonly isYear: boolean }
  | RegularWord;

/** A text, and how far it has been read. */
export class DateText {
  at = 0;

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character at the place or next to it; `''` outside of the text. */
  peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead);
  }

  eat(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at++;
    return true;
  }

  skipWhiteSpace(): void {
    while (!this.atEnd && isWhiteSpace(this.peek())) this.at++;
  }

  get atDigit(): boolean {
    return /^[0-9]$/.test(this.peek());
  }

  /** The digits from the place on, up to a maximum. */
  digits(most = Infinity): string {
    const start = this.at;
    while (this.at - start < most && this.atDigit) this.at++;
    return this.text.slice(start, this.at);
  }

  regularToken(): RegularToken {
    this.skipWhiteSpace();
    if (this.atEnd) return { kind: 'end' };
    if (!this.atDigit) return this.#word(REGULAR_WORDS) ?? { kind: 'unknown' };
    const digits = this.digits();
    const isYear = digits.length >= 3 && digits.length <= MAX_DIGITS;
    return { kind: 'number', value: digits.length > MAX_DIGITS ? undefined : Number(digits), isYear };
  }

  /** Reads what follows a number or a month; `space` even if nothing separates it from the next token. */
  separator(): Separator {
    while (!this.atEnd && (isWhiteSpace(this.peek()) || this.peek() === RIGHT_TO_LEFT_MARK)) this.at++;
    if (this.atEnd) return 'end';
    return this.atDigit ? 'space' : (this.#word(SEPARATORS) ?? 'space');
  }

  get atLetter(): boolean {
    return LETTER.test(this.peek());
  }

  /** A word must not be followed by another letter: `March` is not read in `Marching`. */
  #word<Word>(words: readonly (readonly [string, Word])[]): Word | undefined {
    const isLetter = this.atLetter;
    for (const [word, meaning] of words) {
      const end = this.at + word.length;
      if (isLetter && LETTER.test(this.text.charAt(end))) continue;
      if (this.text.slice(this.at, end).toLowerCase() !== word) continue;
      this.at = end;
      return meaning;
    }
    return undefined;
  }
}
