import { expressionProblems } from './expressionProblems';
import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import type { Span } from '../text/span';
import { span } from '../text/span';
import type { LexerMode } from './lexer';
import { Lexer } from './lexer';
import type { Comparison, ComparisonOperator, Expression, Operand, Slot } from './syntax';
import type { Token, TokenKind } from './token';

export interface ParsedExpression {
  /** Absent when the text contains nothing that an expression could begin with. */
  readonly expression?: Expression;
  readonly problems: readonly Problem[];
  /** The offset after the last token. */
  readonly end: number;
  /** The offset up to which the lexer has read the text. */
  readonly reach: number;
}

const PLAIN: LexerMode = { lineOriented: false };
const WORDS = new Set(['vbTextCompare', 'vbBinaryCompare', 'IgnoreAttributeFlow', 'IgnoreObjectFlow']);
/** The advice for a text between single or typographic quotes. */
export const wrongQuotes = 'Write texts between straight double quotes: "text".';

/** Deeper nesting is refused: no mapping needs it, and recursion would exhaust the stack. */
const MAX_DEPTH = 100;

/**
 * Parses an expression. Never throws: any text, even half-typed, gives a partial tree and problems with code
 * `expression.syntax` whose spans lie inside the text.
 * @param range the part of the text to read, by default all of it; spans count from the start of `text`
 */
export function parseExpression(
  text: string,
  range: Span = span(0, text.length),
  mode: LexerMode = PLAIN,
): ParsedExpression {
  return new Parser(new Lexer(text, range.start, range.end, mode), range.start).whole();
}

class Parser {
  readonly #lexer: Lexer;
  readonly #problems: Problem[] = [];
  #token: Token;
  #last: number;

  constructor(lexer: Lexer, start: number) {
    this.#lexer = lexer;
    this.#token = lexer.next();
    this.#last = start;
    this.#reportFault(this.#token);
  }

  whole(): ParsedExpression {
    const expression = this.#argument(0);
    if (expression === undefined && this.#is('end')) this.#report(this.#token.span, 'Expected an expression.');
    if (!this.#is('end')) {
      this.#report(
        this.#token.span,
        `"${this.#token.value}" is not expected here: the expression has ended before it.`,
      );
      while (!this.#is('end')) this.#advance();
    }
    const result = { problems: this.#problems, end: this.#last, reach: this.#lexer.reach };
    return expression === undefined ? result : { ...result, expression };
  }

  /** A call, not an inline comparison: TypeScript would keep the narrowed type after the token has moved. */
  #is(kind: TokenKind): boolean {
    return this.#token.kind === kind;
  }

  #advance(): Token {
    const token = this.#token;
    this.#last = token.span.end;
    this.#token = this.#lexer.next();
    this.#reportFault(this.#token);
    return token;
  }

  /** condition | primary: whether a comparison is legal depends on its meaning and is checked later. */
  #argument(depth: number): Expression | undefined {
    const left = this.#primary(depth);
    if (left === undefined || !this.#is('operator')) return left;
    const operator = this.#advance();
    const right = this.#primary(depth);
    if (right === undefined) {
      this.#report(operator.span, `Expected a value after "${operator.value}".`);
      return left;
    }
    const comparison: Comparison = {
      kind: 'comparison',
      operator: operator.value as ComparisonOperator,
      left,
      right,
      span: span(left.span.start, right.span.end),
    };
    while (this.#is('operator')) {
      this.#report(
        this.#token.span,
        'Comparisons cannot be chained: use one operator between two values, and nest IIF for more.',
      );
      this.#advance();
      this.#primary(depth);
    }
    return comparison;
  }

  #primary(depth: number): Operand | undefined {
    while (this.#is('invalid')) {
      this.#report(this.#token.span, `"${this.#token.value}" is not allowed in an expression.`);
      this.#advance();
    }
    const token = this.#token;
    switch (token.kind) {
      case 'name':
        return this.#nameOrCall(depth);
      case 'attribute':
        this.#advance();
        return { kind: 'attribute', name: token.value, span: token.span };
      case 'string':
        this.#advance();
        return { kind: 'string', value: token.value, span: token.span };
      case 'integer':
        this.#advance();
        return { kind: 'integer', value: token.value, span: token.span };
      case 'invalid':
      case 'operator':
      case 'open':
      case 'close':
      case 'comma':
      case 'end':
        return undefined;
    }
  }

  #nameOrCall(depth: number): Operand {
    const name = this.#advance();
    if (!this.#is('open')) {
      if (!WORDS.has(name.value)) {
        this.#report(
          name.span,
          `"${name.value}" is not a column in brackets, a text in quotes or a call with parentheses.`,
          {
            word: name.value,
          },
        );
      }
      return { kind: 'word', name: name.value, span: name.span };
    }
    const open = this.#advance();
    if (depth >= MAX_DEPTH) {
      this.#report(name.span, `Calls are nested more than ${MAX_DEPTH} levels deep.`);
      this.#skipArguments();
      return {
        kind: 'call',
        name: name.value,
        nameSpan: name.span,
        slots: [],
        span: span(name.span.start, this.#last),
      };
    }
    const slots = this.#slots(open.span.end, depth + 1);
    if (this.#is('close')) this.#advance();
    else this.#report(open.span, `Expected ")" to close the call of ${name.value}.`, { insert: ')', at: this.#last });
    return { kind: 'call', name: name.value, nameSpan: name.span, slots, span: span(name.span.start, this.#last) };
  }

  /** Skips everything up to the parenthesis that closes the call, without recursion. */
  #skipArguments(): void {
    for (let open = 1; open > 0 && !this.#is('end'); this.#advance()) {
      if (this.#is('open')) open++;
      else if (this.#is('close')) open--;
    }
  }

  #slots(start: number, depth: number): readonly Slot[] {
    if (this.#is('close')) return [];
    const slots: Slot[] = [];
    for (let from = start; ;) {
      const expression = this.#argument(depth);
      while (!this.#is('comma') && !this.#is('close') && !this.#is('end')) {
        this.#report(this.#token.span, `Expected "," before "${this.#token.value}".`);
        if (this.#argument(depth) === undefined) this.#advance();
      }
      const to = Math.max(from, this.#token.span.start);
      slots.push(expression === undefined ? { span: span(from, to) } : { span: span(from, to), expression });
      if (!this.#is('comma')) return slots;
      from = this.#advance().span.end;
    }
  }

  #reportFault(token: Token): void {
    switch (token.fault) {
      case undefined:
        return;
      case 'unclosed-string':
        this.#report(token.span, 'Unterminated text: expected a closing quotation mark.', {
          insert: '"',
          at: token.span.end,
        });
        return;
      case 'unclosed-single-quotes':
        this.#report(token.span, 'Unterminated text: expected a closing single quotation mark.', {
          insert: "'",
          at: token.span.end,
        });
        return;
      case 'unclosed-attribute':
        this.#report(token.span, `Expected "]" after [${token.value}.`, { insert: ']', at: token.span.end });
        return;
      case 'empty-attribute':
        this.#report(token.span, 'Expected a name between the brackets.');
        return;
      case 'single-quotes':
      case 'typographic-quotes':
        this.#report(token.span, wrongQuotes, { replaceQuotes: true });
    }
  }

  #report(where: Span, message: string, data?: Readonly<Record<string, unknown>>): void {
    this.#problems.push(problemOf(expressionProblems.syntax, where, message, data));
  }
}
