import type { Span } from '../../text/span';
import { span } from '../../text/span';
import { readTokens } from './lexer';
import type { TranslationRefusal, Script } from './scriptSyntax';
import type { ScriptToken, ScriptTokenKind } from './token';
import { TokenCursor } from './tokenCursor';

export type ParsedScript = { readonly script: Script } | { readonly refusal: TranslationRefusal };

/** Deeper nesting is refused, because it could exhaust the stack. */
const MAX_DEPTH = 60;

/** Operators of one level have equal precedence, and so do `-and` and `-or`. Source: about_Operator_Precedence. */
const LOGICAL = new Set(['-and', '-or']);
const COMPARING =
  /^-[ic]?(?:eq|ne|in|notin|contains|notcontains|replace|like|notlike|match|notmatch|gt|ge|lt|le|join|split|is|isnot|as)$/;

/**
 * Parses the inside of a script block if it is a single expression, `if` or `switch`; refuses anything else with a
 * reason. Never throws and never runs anything.
 */
export function parseScript(text: string, inside: Span, depth = 0): ParsedScript {
  const parser = new ScriptParser(text, inside, depth);
  const script = parser.whole();
  return parser.refusal === undefined ? { script } : { refusal: parser.refusal };
}

class ScriptParser {
  refusal: TranslationRefusal | undefined;
  readonly #text: string;
  readonly #tokens: TokenCursor;
  #depth: number;

  constructor(text: string, inside: Span, depth: number) {
    this.#text = text;
    this.#tokens = new TokenCursor(readTokens(text, inside), (where, reason) => this.#refuse(where, reason));
    this.#depth = depth;
  }

  whole(): Script {
    const script = this.#statement();
    this.#tokens.skip('line', 'semicolon');
    if (this.#tokens.peek().kind !== 'end') this.#refuse(this.#tokens.peek().span, 'It has more than one statement.');
    return script;
  }

  /** Keeps the first reason and stops reading. */
  #refuse(where: Span, reason: string): Script {
    this.refusal ??= { reason, span: where };
    this.#tokens.stop();
    return { kind: 'nothing', span: where };
  }

  #deeper<Result>(read: () => Result, otherwise: Result): Result {
    if (this.#depth >= MAX_DEPTH) {
      this.#refuse(this.#tokens.peek().span, `It is nested more than ${MAX_DEPTH} levels deep.`);
      return otherwise;
    }
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  #statement(): Script {
    this.#tokens.skip('line', 'semicolon');
    const { kind, value, span: where } = this.#tokens.peek();
    if (kind === 'end') return { kind: 'nothing', span: where };
    if (kind === 'word' && value.toLowerCase() === 'return') {
      this.#tokens.pass();
      return this.#expression();
    }
    if (kind === 'word' && value.toLowerCase() === 'if') return this.#deeper(() => this.#if(), nothing(where));
    if (kind === 'word' && value.toLowerCase() === 'switch') return this.#deeper(() => this.#switch(), nothing(where));
    // A block inside the block: reading the file as data wraps it in another one
    if (kind === 'openBlock') return this.#deeper(() => this.#body(), nothing(where));
    return this.#expression();
  }

  /** `{ statement }`, optionally with a `break` at its end. */
  #body(): Script {
    this.#expect('openBlock', '{');
    const script = this.#statement();
    this.#tokens.skip('line', 'semicolon');
    if (this.#tokens.peek().kind === 'word' && this.#tokens.peek().value.toLowerCase() === 'break') this.#tokens.pass();
    this.#tokens.skip('line', 'semicolon');
    this.#expect('closeBlock', '}');
    return script;
  }

  #if(): Script {
    const start = this.#tokens.peek().span.start;
    const branches: { condition: Script; body: Script }[] = [];
    do {
      this.#tokens.pass();
      branches.push({ condition: this.#parenthesised(), body: (this.#tokens.skip('line'), this.#body()) });
    } while (this.#followedBy('elseif'));
    if (!this.#followedBy('else')) return { kind: 'if', branches, span: span(start, this.#end) };
    this.#tokens.pass();
    this.#tokens.skip('line');
    const otherwise = this.#body();
    return { kind: 'if', branches, otherwise, span: span(start, this.#end) };
  }

  /** Whether the word comes next, possibly on a later line; then skips the line ends before it. */
  #followedBy(word: string): boolean {
    return this.#tokens.attempt(() => {
      this.#tokens.skip('line');
      const { kind, value } = this.#tokens.peek();
      return kind === 'word' && value.toLowerCase() === word;
    });
  }

  #switch(): Script {
    const start = this.#tokens.take().span.start;
    if (this.#tokens.peek().kind === 'operator')
      return this.#refuse(this.#tokens.peek().span, 'Its switch has options.');
    const subject = this.#parenthesised();
    this.#tokens.skip('line');
    this.#expect('openBlock', '{');
    const cases: { key: Script; body: Script }[] = [];
    let otherwise: Script | undefined;
    for (;;) {
      this.#tokens.skip('line', 'semicolon');
      if (this.#tokens.peek().kind === 'closeBlock' || this.#tokens.peek().kind === 'end') break;
      const isDefault = this.#tokens.peek().kind === 'word' && this.#tokens.peek().value.toLowerCase() === 'default';
      const key = isDefault ? nothing(this.#tokens.take().span) : this.#primary();
      this.#tokens.skip('line');
      const body = this.#body();
      if (isDefault) otherwise = body;
      else cases.push({ key, body });
    }
    this.#expect('closeBlock', '}');
    const common = { kind: 'switch', subject, cases, span: span(start, this.#end) } as const;
    return otherwise === undefined ? common : { ...common, otherwise };
  }

  #parenthesised(): Script {
    this.#tokens.skip('line');
    this.#expect('open', '(');
    this.#tokens.skip('line');
    const script = this.#expression();
    this.#tokens.skip('line');
    this.#expect('close', ')');
    return script;
  }

  #expression(): Script {
    return this.#deeper(() => this.#logical(), nothing(this.#tokens.peek().span));
  }

  #logical(): Script {
    return this.#leftToRight(
      (operator) => LOGICAL.has(operator),
      () => this.#comparison(),
    );
  }

  #comparison(): Script {
    return this.#leftToRight(
      (operator) => COMPARING.test(operator),
      () => this.#sum(),
    );
  }

  #sum(): Script {
    return this.#leftToRight(
      (operator) => operator === '+',
      () => this.#format(),
    );
  }

  #format(): Script {
    return this.#leftToRight(
      (operator) => operator === '-f',
      () => this.#negation(),
    );
  }

  #leftToRight(isMine: (operator: string) => boolean, operand: () => Script): Script {
    let left = operand();
    while (this.#tokens.peek().kind === 'operator' && isMine(this.#tokens.peek().value)) {
      const operator = this.#tokens.take().value;
      this.#tokens.skip('line');
      const right = operand();
      left = { kind: 'binary', operator, left, right, span: span(left.span.start, right.span.end) };
    }
    return left;
  }

  /** `-not` binds tighter than any comparison: `-not $a -eq 'x'` compares the result of `-not $a`. */
  #negation(): Script {
    const { kind, value, span: where } = this.#tokens.peek();
    if (kind !== 'operator' || (value !== '-not' && value !== '!')) return this.#items();
    this.#tokens.pass();
    return this.#deeper(() => {
      const operand = this.#negation();
      return { kind: 'not', operand, span: span(where.start, operand.span.end) };
    }, nothing(where));
  }

  #items(): Script {
    const first = this.#cast();
    if (this.#tokens.peek().kind !== 'comma') return first;
    const items = [first];
    while (this.#tokens.peek().kind === 'comma') {
      this.#tokens.pass();
      this.#tokens.skip('line');
      items.push(this.#cast());
    }
    return { kind: 'list', items, span: span(first.span.start, this.#end) };
  }

  #cast(): Script {
    if (this.#tokens.peek().kind !== 'openType') return this.#postfix(this.#primary());
    const start = this.#tokens.take().span.start;
    let type = '';
    while (this.#tokens.peek().kind === 'word' || this.#tokens.peek().kind === 'dot') type += this.#tokens.take().value;
    this.#expect('closeType', ']');
    type = type.toLowerCase().replace(/^system\./, '');
    if (this.#tokens.peek().kind !== 'static') {
      return this.#deeper(() => {
        const operand = this.#cast();
        return { kind: 'cast', type, operand, span: span(start, operand.span.end) };
      }, nothing(this.#tokens.peek().span));
    }
    this.#tokens.pass();
    const name = this.#tokens.take().value;
    if (this.#tokens.peek().kind !== 'open')
      return this.#refuse(this.#tokens.peek().span, `It reads ${type}::${name}.`);
    const args = this.#arguments();
    return this.#postfix({ kind: 'static', type, name, arguments: args, span: span(start, this.#end) });
  }

  /** Any number of `.Name`, `.'Name'` and `.Method(...)` after an operand. */
  #postfix(operand: Script): Script {
    let target = operand;
    // After a space, the dot does not access a member
    while (this.#tokens.peek().kind === 'dot' && this.#tokens.peek().span.start === target.span.end) {
      this.#tokens.pass();
      const name = this.#tokens.take();
      if ((name.kind !== 'word' && name.kind !== 'text') || name.parts !== undefined)
        return this.#refuse(name.span, 'The member that it reads is known only at run time.');
      if (this.#tokens.peek().kind === 'open' && this.#tokens.peek().span.start === name.span.end) {
        const args = this.#arguments();
        target = {
          kind: 'method',
          target,
          name: name.value,
          arguments: args,
          span: span(target.span.start, this.#end),
        };
      } else {
        target = { kind: 'member', target, name: name.value, span: span(target.span.start, name.span.end) };
      }
    }
    return target;
  }

  #arguments(): readonly Script[] {
    this.#expect('open', '(');
    const args: Script[] = [];
    this.#tokens.skip('line');
    while (this.#tokens.peek().kind !== 'close' && this.#tokens.peek().kind !== 'end') {
      args.push(this.#argument());
      this.#tokens.skip('line');
      if (this.#tokens.peek().kind !== 'comma') break;
      this.#tokens.pass();
      this.#tokens.skip('line');
    }
    this.#expect('close', ')');
    return args;
  }

  /** Reads an argument. A comma ends it here and does not make a list. */
  #argument(): Script {
    return this.#deeper(() => this.#postfix(this.#primary()), nothing(this.#tokens.peek().span));
  }

  #primary(): Script {
    const token = this.#tokens.peek();
    switch (token.kind) {
      case 'text':
        this.#tokens.take();
        return token.parts === undefined
          ? { kind: 'text', value: token.value, span: token.span }
          : this.#joined(token.parts, token.span);
      case 'number':
        this.#tokens.pass();
        return { kind: 'number', value: token.value, span: token.span };
      case 'variable':
        this.#tokens.pass();
        return { kind: 'variable', name: token.value, span: token.span };
      case 'open':
      case 'evaluate': {
        this.#tokens.pass();
        this.#tokens.skip('line');
        const inner = token.kind === 'open' ? this.#expression() : this.#statement();
        this.#tokens.skip('line');
        this.#expect('close', ')');
        return { ...inner, span: span(token.span.start, this.#end) };
      }
      case 'list': {
        this.#tokens.pass();
        this.#tokens.skip('line');
        const items = this.#tokens.peek().kind === 'close' ? [] : [this.#expression()];
        this.#tokens.skip('line');
        this.#expect('close', ')');
        const [only] = items;
        return only?.kind === 'list'
          ? { ...only, span: span(token.span.start, this.#end) }
          : { kind: 'list', items, span: span(token.span.start, this.#end) };
      }
      default:
        return this.#refuse(
          token.span,
          token.kind === 'word'
            ? `It runs the command ${/^[\p{L}\p{N}_-]+/u.exec(this.#text.slice(token.span.start))?.[0] ?? token.value}.`
            : `"${this.#text.slice(token.span.start, token.span.end)}" is not supported.`,
        );
    }
  }

  #joined(parts: NonNullable<ScriptToken['parts']>, where: Span): Script {
    const scripts = parts.map((part): Script => {
      if (part.kind === 'text') return { kind: 'text', value: part.text, span: where };
      if (part.kind === 'variable') return { kind: 'variable', name: part.name, span: where };
      const inner = this.#deeper(() => parseScript(this.#text, part.inside, this.#depth), { script: nothing(where) });
      if ('script' in inner) return inner.script;
      return this.#refuse(inner.refusal.span, inner.refusal.reason);
    });
    return { kind: 'joined', parts: scripts, span: where };
  }

  /** The end of the last token that was read. */
  get #end(): number {
    return this.#tokens.passed()?.span.end ?? this.#tokens.peek().span.start;
  }

  #expect(kind: ScriptTokenKind, mark: string): void {
    if (this.#tokens.peek().kind === kind) this.#tokens.pass();
    else this.#refuse(this.#tokens.peek().span, `Expected "${mark}".`);
  }
}

function nothing(where: Span): Script {
  return { kind: 'nothing', span: where };
}
