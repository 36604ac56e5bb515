import { span } from '../text/span';
import { ClosingBrackets } from '../text/closingBrackets';
import type { Token, TokenFault, TokenKind } from './token';

/** How an expression ends, which depends on its surroundings. */
export interface LexerMode {
  /** `#` begins a comment that ends with the line, and a string ends on its line at the latest. */
  readonly lineOriented: boolean;
  /**
   * Whether the expression ends before a token that begins a line or closes a block; called at its first character.
   * `depth` counts the parentheses that are open.
   */
  readonly endsBefore?: (offset: number, depth: number, firstOnLine: boolean) => boolean;
  /**
   * The closing brackets of the text, shared by all lexers that read parts of it. By default each lexer finds them
   * itself.
   */
  readonly brackets?: ClosingBrackets;
}

const NAME_START = /[A-Za-z_]/;
const NAME_PART = /[A-Za-z0-9_]/;
const SPACE = /\s/;
/** The quotes that word processors and chat programs insert. */
const TYPOGRAPHIC_QUOTE = /[“”„‟«»‘’‚‛‹›]/;

/**
 * Reads the tokens of Entra's expression language one after the other. Never throws: text that cannot be read becomes a
 * token with a fault. Grammar: "Reference for writing expressions for attribute mappings in Microsoft Entra application
 * provisioning".
 */
export class Lexer {
  readonly #text: string;
  readonly #end: number;
  readonly #mode: LexerMode;
  readonly #brackets: ClosingBrackets;
  #offset: number;
  #depth = 0;
  #reach = 0;

  constructor(text: string, start: number, end: number, mode: LexerMode) {
    this.#text = text;
    this.#offset = start;
    this.#end = end;
    this.#mode = mode;
    this.#brackets = mode.brackets ?? new ClosingBrackets(text, start, end);
  }

  /**
   * Only characters before this offset affected the tokens so far; `Infinity` if the end of the text did. Does not
   * include what `endsBefore` reads.
   */
  get reach(): number {
    return this.#reach;
  }

  next(): Token {
    const firstOnLine = this.#skipBlank();
    const start = this.#offset;
    this.#reach = Math.max(this.#reach, start < this.#end ? start + 1 : Infinity);
    if (start >= this.#end || this.#mode.endsBefore?.(start, this.#depth, firstOnLine) === true) {
      return { kind: 'end', span: span(start, start), value: '' };
    }
    const first = this.#at(start);
    if (NAME_START.test(first)) return this.#run('name', NAME_PART);
    if (first === '[') return this.#attribute();
    if (first === '"') return this.#string('"');
    if (first === "'") return this.#string("'");
    if (TYPOGRAPHIC_QUOTE.test(first)) return this.#typographicString(first);
    if (/[0-9]/.test(first) || (first === '-' && /[0-9]/.test(this.#at(start + 1))))
      return this.#run('integer', /[0-9]/);
    if (first === '&' && /[hH]/.test(this.#at(start + 1))) return this.#hexadecimal();
    return this.#punctuation(first);
  }

  #at(offset: number): string {
    return offset < this.#end ? this.#text.charAt(offset) : '';
  }

  /** Skips white space and comments; returns whether a line began. */
  #skipBlank(): boolean {
    let firstOnLine = false;
    for (; this.#offset < this.#end; this.#offset++) {
      const unit = this.#at(this.#offset);
      if (unit === '\n' || unit === '\r') firstOnLine = true;
      else if (unit === '#' && this.#mode.lineOriented)
        this.#offset = endOfLine(this.#text, this.#offset, this.#end) - 1;
      else if (!SPACE.test(unit)) break;
    }
    return firstOnLine;
  }

  #token(kind: TokenKind, end: number, value: string, fault?: TokenFault): Token {
    const token = { kind, span: span(this.#offset, end), value };
    this.#offset = end;
    // The character after a token ended it
    this.#reach = Math.max(this.#reach, end < this.#end ? end + 1 : Infinity);
    return fault === undefined ? token : { ...token, fault };
  }

  #run(kind: TokenKind, part: RegExp): Token {
    let end = this.#offset + 1;
    while (part.test(this.#at(end))) end++;
    return this.#token(kind, end, this.#text.slice(this.#offset, end));
  }

  #hexadecimal(): Token {
    let end = this.#offset + 2;
    while (/[0-9A-Fa-f]/.test(this.#at(end))) end++;
    const digits = this.#text.slice(this.#offset + 2, end);
    return digits === ''
      ? this.#token('invalid', end, this.#text.slice(this.#offset, end))
      : this.#token('integer', end, BigInt(`0x${digits}`).toString());
  }

  /** `[name]`, with nested brackets and quoted text inside, as in `[emails[type eq "work"].value]`. */
  #attribute(): Token {
    const close = this.#brackets.of(this.#offset, this.#end);
    if (close === undefined) return this.#unclosedAttribute();
    const name = this.#text.slice(this.#offset + 1, close).trim();
    return this.#token('attribute', close + 1, name, name === '' ? 'empty-attribute' : undefined);
  }

  /** An attribute without its closing bracket: reads what looks like the name, up to the next delimiter on the line. */
  #unclosedAttribute(): Token {
    this.#reach = Infinity;
    let end = this.#offset + 1;
    while (end < this.#end && !/[\r\n,()="#\]]/.test(this.#at(end))) end++;
    return this.#token('attribute', end, this.#text.slice(this.#offset + 1, end).trim(), 'unclosed-attribute');
  }

  /**
   * Only `\"` and `\\` are escapes. A backslash before any other character is kept, because the service's examples rely
   * on that.
   */
  #string(quote: string): Token {
    let value = '';
    let at = this.#offset + 1;
    for (; at < this.#end; at++) {
      const unit = this.#at(at);
      if (unit === quote) return this.#token('string', at + 1, value, quote === "'" ? 'single-quotes' : undefined);
      if (this.#mode.lineOriented && isLineEnd(unit)) break;
      const following = this.#at(at + 1);
      if (unit === '\\' && (following === quote || following === '\\')) {
        value += following;
        at++;
      } else value += unit;
    }
    return this.#token('string', at, value, quote === "'" ? 'unclosed-single-quotes' : 'unclosed-string');
  }

  /**
   * `“text”`, up to the next quote of any kind that may close it, so that wrong quotes are one problem and the text is
   * still known.
   */
  #typographicString(first: string): Token {
    const closing = /[‘’‚‛‹›]/.test(first) ? /[‘’‚‛‹›']/ : /[“”„‟«»"]/;
    let end = this.#offset + 1;
    while (end < this.#end && !isLineEnd(this.#at(end)) && !closing.test(this.#at(end))) end++;
    // Without a closing quote on its line, it is an invalid character
    if (!closing.test(this.#at(end))) {
      this.#reach = Math.max(this.#reach, end < this.#end ? end + 1 : Infinity);
      return this.#token('invalid', this.#offset + 1, first);
    }
    return this.#token('string', end + 1, this.#text.slice(this.#offset + 1, end), 'typographic-quotes');
  }

  #punctuation(first: string): Token {
    const at = this.#offset;
    switch (first) {
      case '(':
        this.#depth++;
        return this.#token('open', at + 1, first);
      case ')':
        this.#depth = Math.max(0, this.#depth - 1);
        return this.#token('close', at + 1, first);
      case ',':
        return this.#token('comma', at + 1, first);
      case '<':
      case '>':
      case '=': {
        const two = this.#text.slice(at, Math.min(at + 2, this.#end));
        return this.#token(
          'operator',
          at + (two === '<>' || two === '<=' || two === '>=' ? 2 : 1),
          two === '<>' || two === '<=' || two === '>=' ? two : first,
        );
      }
      default: {
        const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
        return this.#token('invalid', at + character.length, character);
      }
    }
  }
}

function endOfLine(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && !isLineEnd(text.charAt(end))) end++;
  return end;
}

function isLineEnd(unit: string): boolean {
  return unit === '\n' || unit === '\r';
}
