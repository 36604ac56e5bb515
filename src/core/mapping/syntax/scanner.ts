import { ClosingBrackets } from '../../text/closingBrackets';
import type { Span } from '../../text/span';
import { span } from '../../text/span';
import type { Word } from './syntax';

/** A position in the text of a mapping, and methods that read at it. */
export class Scanner {
  readonly text: string;
  readonly brackets: ClosingBrackets;
  at = 0;
  /** The range of the line that was searched last. */
  #line = { from: 0, end: -1 };

  constructor(text: string) {
    this.text = text;
    this.brackets = new ClosingBrackets(text);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character at the position; empty at the end. */
  peek(): string {
    return this.text.charAt(this.at);
  }

  /** Skips a number of characters. */
  take(length: number): Span {
    const taken = span(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  /** Reads a word, if there is one here. */
  word(): Word | undefined {
    const text = this.match(/[A-Za-z_][\w-]*/y);
    return text === undefined ? undefined : { text, span: this.take(text.length) };
  }

  /** The match of a sticky pattern here, without moving. */
  match(pattern: RegExp, at = this.at): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0];
  }

  skipSpaces(): void {
    while (this.peek() === ' ' || this.peek() === '\t') this.at++;
  }

  /** Skips white space, line ends and comments. */
  skipBlank(): void {
    for (;;) {
      while (/\s|\uFEFF/.test(this.peek())) this.at++;
      if (this.peek() !== '#') return;
      this.restOfLine(this.at);
    }
  }

  /** The end of the line at an offset, before its line break. */
  endOfLine(from: number): number {
    // Kept, because it is requested for each of many statements on a line
    if (this.#line.from <= from && from <= this.#line.end) return this.#line.end;
    let end = from;
    while (end < this.text.length && !isLineEnd(this.text.charCodeAt(end))) end++;
    this.#line = { from, end };
    return end;
  }

  /** Moves to the end of the line; returns the text from `start` to it, without trailing spaces. */
  restOfLine(start: number): Span {
    this.at = this.endOfLine(this.at);
    return span(start, start + this.text.slice(start, this.at).trimEnd().length);
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
