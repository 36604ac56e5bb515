import { ClosingBrackets } from '../../text/closingBrackets';
import type { Span } from '../../text/span';
import { span } from '../../text/span';
import type { Word } from './syntax';

/** A place in the text of a mapping, and the few steps that can be taken from it. */
export class Scanner {
  readonly text: string;
  readonly brackets: ClosingBrackets;
  at = 0;
  /** The line that was looked through last: from where, and to where it goes. */
  #line = { from: 0, end: -1 };

  constructor(text: string) {
    this.text = text;
    this.brackets = new ClosingBrackets(text);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character at the place; empty at the end. */
  peek(): string {
    return this.text.charAt(this.at);
  }

  /** Passes over so many characters. */
  take(length: number): Span {
    const taken = span(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  /** Passes over a word, if one stands here. */
  word(): Word | undefined {
    const text = this.match(/[A-Za-z_][\w-]*/y);
    return text === undefined ? undefined : { text, span: this.take(text.length) };
  }

  /** What a sticky pattern finds here, without passing over it. */
  match(pattern: RegExp, at = this.at): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0];
  }

  skipSpaces(): void {
    while (this.peek() === ' ' || this.peek() === '\t') this.at++;
  }

  /** Passes over white space, line ends and comments. */
  skipBlank(): void {
    for (;;) {
      while (/\s|\uFEFF/.test(this.peek())) this.at++;
      if (this.peek() !== '#') return;
      this.restOfLine(this.at);
    }
  }

  /** Where the line that a place is on ends, before its line end. */
  endOfLine(from: number): number {
    // A line of many statements is asked for at each of them
    if (this.#line.from <= from && from <= this.#line.end) return this.#line.end;
    let end = from;
    while (end < this.text.length && !isLineEnd(this.text.charCodeAt(end))) end++;
    this.#line = { from, end };
    return end;
  }

  /** Moves to the end of the line; gives what lies between `start` and it, without the blanks at its end. */
  restOfLine(start: number): Span {
    this.at = this.endOfLine(this.at);
    return span(start, start + this.text.slice(start, this.at).trimEnd().length);
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
