import { Lexer } from '../../../core/expression/lexer';
import type { Token } from '../../../core/expression/token';
import { endOfPath, parsePath } from '../../../core/mapping/syntax/parsePath';
import { Scanner } from '../../../core/mapping/syntax/scanner';
import { isSettingName } from '../../../core/mapping/syntax/settings';
import type { Statement } from '../../../core/mapping/syntax/syntax';
import { keywordAt, mappingMode } from '../../../core/mapping/syntax/statementStarts';
import { findAttribute } from '../../../core/scim/schema';
import { USER_SCHEMA } from '../../../core/scim/userSchema';
import { span } from '../../../core/text/span';
import { holdsCursor, locateExpression } from './locateExpression';
import type { MappingDocument } from './mappingDocument';
import type { OpenBlock, Place, RuleAround } from './place';

/**
 * Finds out what is at the cursor. Reads the text rather than the tree, which has no node for a half-typed statement;
 * the tree only tells where to start reading.
 */
export function locate({ text, loaded }: MappingDocument, cursor: number): Place {
  // Reading stops at the end of the text, so a place beyond it would never be reached
  const offset = Math.min(cursor, text.length);
  const blocks: OpenBlock[] = [];
  let start = 0;
  for (let members: readonly Statement[] = loaded.parsed.tree.statements; ;) {
    const last = lastBefore(members, offset);
    if (last === undefined) break;
    start = last.span.start;
    const isAround = (last.kind === 'schema' || last.kind === 'group') && lastBefore(last.body, offset) !== undefined;
    if (!isAround) break;
    blocks.push(last.kind === 'schema' ? { kind: 'schema', urn: last.urn } : { kind: 'group', path: last.path });
    members = last.body;
  }
  return new Locator(text, start, blocks, offset).place();
}

/** The last of the statements, in the order of the text, that begins before the offset. */
function lastBefore(statements: readonly Statement[], offset: number): Statement | undefined {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.span.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return statements[low - 1];
}

const NOWHERE: Place = { kind: 'nowhere' };

/** Reads statement by statement, as the parser does, up to the one that contains the cursor. */
class Locator {
  readonly #scanner: Scanner;
  readonly #offset: number;
  #blocks: OpenBlock[];

  constructor(text: string, start: number, blocks: OpenBlock[], offset: number) {
    this.#scanner = new Scanner(text);
    this.#scanner.at = start;
    this.#blocks = blocks;
    this.#offset = offset;
  }

  place(): Place {
    for (;;) {
      if (this.#skipBlank()) return NOWHERE;
      const { at } = this.#scanner;
      if (this.#isPassed(at))
        return { kind: 'statement', blocks: this.#blocks, span: span(this.#offset, this.#offset) };
      if (this.#scanner.peek() === '}') {
        this.#blocks.pop();
        this.#scanner.at++;
        continue;
      }
      const place = this.#statement();
      if (place !== undefined) return place;
    }
  }

  #isPassed(at: number): boolean {
    return at >= this.#offset;
  }

  /** Moves to the next token before the cursor and returns whether the cursor is in a comment. */
  #skipBlank(): boolean {
    const scanner = this.#scanner;
    while (scanner.at < this.#offset) {
      if (/\s|\uFEFF/.test(scanner.peek())) scanner.at++;
      else if (scanner.peek() === '#') {
        if (this.#isOnRestOfLine()) return true;
      } else return false;
    }
    return false;
  }

  #isOnRestOfLine(): boolean {
    this.#scanner.restOfLine(this.#scanner.at);
    return this.#isPassed(this.#scanner.at);
  }

  #statement(): Place | undefined {
    const { at } = this.#scanner;
    const keyword = keywordAt(this.#scanner);
    if (keyword === undefined) return this.#beginsSetting() ? this.#setting() : this.#ruleOrGroup();
    this.#blocks = [];
    if (this.#isPassed(at + keyword.length))
      return { kind: 'statement', blocks: this.#blocks, span: span(at, at + keyword.length) };
    this.#scanner.at += keyword.length;
    if (keyword === 'where') return this.#expression(undefined);
    this.#scanner.skipSpaces();
    return keyword === 'source' ? this.#source(at) : this.#schema(at);
  }

  /** Reads the word that matches a pattern; returns a place if the cursor is at it. */
  #word(kind: 'source-kind' | 'urn' | 'setting', start: number, pattern: RegExp): Place | undefined {
    const from = this.#scanner.at;
    this.#scanner.take(this.#scanner.match(pattern)?.length ?? 0);
    if (!this.#isPassed(this.#scanner.at)) return undefined;
    // Spaces may have been skipped past the cursor
    return { kind, start, span: from > this.#offset ? span(this.#offset, this.#offset) : span(from, this.#scanner.at) };
  }

  #source(start: number): Place | undefined {
    return this.#word('source-kind', start, /\w*/y) ?? this.#opening({ kind: 'source' });
  }

  #schema(start: number): Place | undefined {
    const from = this.#scanner.at;
    const place = this.#word('urn', start, /[^\s{}#]*/y);
    const urn = { text: this.#scanner.text.slice(from, this.#scanner.at), span: span(from, this.#scanner.at) };
    return place ?? this.#opening({ kind: 'schema', urn });
  }

  #opening(block: OpenBlock): Place | undefined {
    this.#scanner.skipSpaces();
    if (this.#scanner.peek() !== '{') return this.#isOnRestOfLine() ? NOWHERE : undefined;
    if (this.#isPassed(this.#scanner.at)) return NOWHERE;
    this.#scanner.at++;
    this.#blocks.push(block);
    return undefined;
  }

  /** Only in a source block, which ends, as in the parser, before the first item that is not a setting. */
  #beginsSetting(): boolean {
    if (this.#blocks.at(-1)?.kind !== 'source') return false;
    const { text, at } = this.#scanner;
    const path = text.slice(at, endOfPath(text, at));
    const isOutside =
      !isSettingName(path) && (/[.:[]/.test(path) || findAttribute(USER_SCHEMA.attributes, path) !== undefined);
    if (isOutside) this.#blocks = [];
    return !isOutside;
  }

  #setting(): Place | undefined {
    const start = this.#scanner.at;
    const place = this.#word('setting', start, /[\w-]*/y);
    if (place !== undefined) return place;
    const setting = this.#scanner.text.slice(start, this.#scanner.at);
    this.#scanner.skipSpaces();
    if (this.#scanner.peek() !== '=' || setting === '') return this.#isOnRestOfLine() ? NOWHERE : undefined;
    if (this.#isPassed(this.#scanner.at)) return NOWHERE;
    this.#scanner.at++;
    const tokens = this.#tokens();
    if (tokens === undefined) return undefined;
    if (this.#hasComment(tokens.filter(({ span: { end } }) => end <= this.#offset).at(-1)?.span.end ?? start))
      return NOWHERE;
    const token = tokens.find((candidate) => holdsCursor(candidate, this.#offset));
    const before = tokens.filter(({ span: { end } }) => end <= this.#offset).at(-1);
    return {
      kind: 'setting-value',
      setting,
      given: tokens.filter((candidate) => candidate !== token),
      expectsValue: token !== undefined || before === undefined || before.kind === 'comma',
      ...(token === undefined ? {} : { token }),
    };
  }

  #ruleOrGroup(): Place | undefined {
    const { at, text } = this.#scanner;
    const end = endOfPath(text, at);
    if (end === at) return this.#isOnRestOfLine() ? NOWHERE : undefined;
    const path = span(at, end);
    this.#scanner.at = end;
    if (this.#isPassed(end)) return { kind: 'statement', blocks: this.#blocks, span: path };
    this.#scanner.skipSpaces();
    if (this.#scanner.peek() !== '=') return this.#opening({ kind: 'group', path: parsePath(text, path).path });
    if (this.#isPassed(this.#scanner.at)) return NOWHERE;
    this.#scanner.at++;
    const rule = { blocks: this.#blocks, path };
    return this.#expression(rule) ?? this.#decorators(rule);
  }

  #expression(rule: RuleAround | undefined): Place | undefined {
    const start = this.#scanner.at;
    const tokens = this.#tokens();
    if (tokens === undefined) return undefined;
    const before = tokens.filter((token) => token.span.start < this.#offset).at(-1);
    if (this.#hasComment(before?.span.end ?? start)) return NOWHERE;
    const place = locateExpression(tokens, start, this.#offset);
    return rule === undefined ? { kind: 'expression', ...place } : { kind: 'expression', rule, ...place };
  }

  /** Whether a comment begins between the end of a token and the cursor, on the cursor's line. */
  #hasComment(from: number): boolean {
    return /#[^\r\n]*$/.test(this.#scanner.text.slice(from, this.#offset));
  }

  /** The tokens from here to the end of the expression if it contains the cursor; otherwise skips the expression. */
  #tokens(): readonly Token[] | undefined {
    const { text, at } = this.#scanner;
    const lexer = new Lexer(text, at, text.length, mappingMode(this.#scanner));
    const tokens: Token[] = [];
    let depth = 0;
    let token = lexer.next();
    for (; token.kind !== 'end'; token = lexer.next()) {
      tokens.push(token);
      if (token.kind === 'open') depth++;
      else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    }
    const last = tokens.at(-1)?.span.end ?? at;
    const end = token.span.start < this.#offset ? last : this.#endBeforeCursor(tokens, depth > 0);
    if (end === undefined) return tokens;
    this.#scanner.at = end;
    return undefined;
  }

  /** Where the expression ended before the cursor; `undefined` if the cursor still belongs to it. */
  #endBeforeCursor(tokens: readonly Token[], isOpen: boolean): number | undefined {
    const { text, at } = this.#scanner;
    const last = tokens.at(-1)?.span.end ?? at;
    if (!isOpen) return last < this.#offset && /[\r\n]/.test(text.slice(last, this.#offset)) ? last : undefined;
    // An unclosed parenthesis continues on lower lines only if they are indented more than the statement
    if (this.#isOnLineOfCursor(at) || this.#indentOf(this.#offset) > this.#indentOf(at)) return undefined;
    return tokens.filter(({ span: { end } }) => !this.#isOnLineOfCursor(end)).at(-1)?.span.end ?? at;
  }

  #isOnLineOfCursor(at: number): boolean {
    return at >= this.#offset || !/[\r\n]/.test(this.#scanner.text.slice(at, this.#offset));
  }

  /** The indentation of the line at a place; on a blank line, the column of the place. */
  #indentOf(at: number): number {
    const { text } = this.#scanner;
    let start = at;
    while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
    let end = start;
    while (end < at && /[ \t]/.test(text.charAt(end))) end++;
    return end - start;
  }

  #decorators(rule: RuleAround): Place | undefined {
    const before: string[] = [];
    for (;;) {
      this.#scanner.skipSpaces();
      if (this.#isPassed(this.#scanner.at))
        return { kind: 'decorator', rule, span: span(this.#offset, this.#offset), before };
      if (this.#scanner.peek() !== '@') {
        const isNext = this.#scanner.isAtEnd || '\r\n#}'.includes(this.#scanner.peek());
        return !isNext && this.#isOnRestOfLine() ? NOWHERE : undefined;
      }
      const start = this.#scanner.at++;
      const name = this.#scanner.word()?.text ?? '';
      if (this.#isPassed(this.#scanner.at))
        return { kind: 'decorator', rule, span: span(start, this.#scanner.at), before };
      const values = this.#decoratorValues(rule, name);
      if (values !== undefined) return values;
      before.push(name);
    }
  }

  #decoratorValues(rule: RuleAround, decorator: string): Place | undefined {
    if (this.#scanner.peek() !== '(') return undefined;
    const { text, at } = this.#scanner;
    const lexer = new Lexer(text, at, text.length, mappingMode(this.#scanner));
    for (let token = lexer.next(); token.kind !== 'end'; token = lexer.next()) {
      if (holdsCursor(token, this.#offset)) return { kind: 'decorator-value', rule, decorator, span: token.span };
      if (this.#isPassed(token.span.start)) break;
      this.#scanner.at = token.span.end;
      if (token.kind === 'close') return undefined;
    }
    if (/[\r\n#]/.test(text.slice(this.#scanner.at, this.#offset))) return undefined;
    return { kind: 'decorator-value', rule, decorator, span: span(this.#offset, this.#offset) };
  }
}
