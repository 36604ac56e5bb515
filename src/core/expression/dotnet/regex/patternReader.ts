import type { RegexRefusal } from './regexTree';
import { WORD_UNIT } from './units/shorthand';

/** Thrown to leave the parser; only `parseRegex` catches it. */
export class PatternRefused extends Error {
  constructor(readonly refusal: RegexRefusal) {
    super(refusal.message);
  }
}

const SIMPLE_ESCAPES: ReadonlyMap<string, number> = new Map([
  ['a', 0x07],
  ['b', 0x08],
  ['e', 0x1b],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
]);

/** .NET keeps numbers in 32 bits and refuses larger ones. */
const GREATEST_NUMBER = 2 ** 31 - 1;

/** A place in a pattern, and methods that read at it. */
export class PatternReader {
  offset = 0;

  constructor(readonly pattern: string) {}

  get atEnd(): boolean {
    return this.offset >= this.pattern.length;
  }

  /** The character `ahead` of the place, or `''` after the end. */
  peek(ahead = 0): string {
    return this.pattern.charAt(this.offset + ahead);
  }

  take(): string {
    return this.pattern.charAt(this.offset++);
  }

  /** Skips `text` if it is here. */
  eat(text: string): boolean {
    if (!this.pattern.startsWith(text, this.offset)) return false;
    this.offset += text.length;
    return true;
  }

  /** Leaves the parser. The construct reaches from `start` to the place. */
  refuse(code: RegexRefusal['code'], start: number, message: string): never {
    const construct = this.pattern.slice(start, Math.max(this.offset, start + 1));
    throw new PatternRefused({ code, construct, message, offset: start });
  }

  get atDigit(): boolean {
    return /[0-9]/.test(this.peek());
  }

  /** Digits at the place, 0 if there are none. */
  decimal(): number {
    const start = this.offset;
    while (this.atDigit) this.offset++;
    const value = Number(this.pattern.slice(start, this.offset));
    if (value > GREATEST_NUMBER) this.refuse('invalid', start, 'This number is too large for a regular expression.');
    return value;
  }

  get atWord(): boolean {
    return !this.atEnd && WORD_UNIT.has(this.pattern.charCodeAt(this.offset));
  }

  /** Word characters at the place: the name of a group. */
  word(): string {
    const start = this.offset;
    while (this.atWord) this.offset++;
    return this.pattern.slice(start, this.offset);
  }

  /** The code unit that an escape stands for; the place is after its backslash. */
  escapedUnit(): number {
    const start = this.offset - 1;
    const octal = /^[0-7]{1,3}/.exec(this.pattern.slice(this.offset))?.[0];
    if (octal !== undefined) return this.#octal(octal);
    const isWord = this.atWord;
    const letter = this.take();
    if (letter === 'x') return this.#hexadecimal(start, 2);
    if (letter === 'u') return this.#hexadecimal(start, 4);
    if (letter === 'c') return this.#control(start);
    const simple = SIMPLE_ESCAPES.get(letter);
    if (simple !== undefined) return simple;
    if (isWord) this.refuse('invalid', start, 'Unknown escape in a regular expression.');
    return letter.charCodeAt(0);
  }

  /** .NET keeps only the lowest eight bits. */
  #octal(digits: string): number {
    this.offset += digits.length;
    return parseInt(digits, 8) & 0xff;
  }

  #hexadecimal(start: number, length: number): number {
    const digits = this.pattern.slice(this.offset, this.offset + length);
    if (digits.length < length || !/^[0-9A-Fa-f]+$/.test(digits)) {
      this.refuse('invalid', start, `This escape needs ${length} hexadecimal digits.`);
    }
    this.offset += length;
    return parseInt(digits, 16);
  }

  #control(start: number): number {
    const letter = this.take();
    if (!/[@A-Za-z[\\\]^_]/.test(letter)) {
      this.refuse('invalid', start, 'Expected a letter after \\c, as in \\cI.');
    }
    return letter.toUpperCase().charCodeAt(0) - 0x40;
  }
}
