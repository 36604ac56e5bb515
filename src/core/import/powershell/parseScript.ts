import type { Span } from '../../text/span';
import { span } from '../../text/span';
import { readTokens } from './lexer';
import type { Refusal, Script } from './scriptSyntax';
import type { Token, TokenKind } from './token';

export type ParsedScript = { readonly script: Script } | { readonly refusal: Refusal };

/** Deeper nesting is not followed: no text may exhaust the stack. */
const DEEPEST = 60;

/** Operators of one level bind equally; `-and` and `-or` do, too. Source: about_Operator_Precedence. */
const LOGICAL = new Set(['-and', '-or']);
const COMPARING =
  /^-[ic]?(?:eq|ne|in|notin|contains|notcontains|replace|like|notlike|match|notmatch|gt|ge|lt|le|join|split|is|isnot|as)$/;

/**
 * Parses the inside of a script block as far as it is one expression, an `if` or a `switch`. Never throws and runs nothing: what
 * is anything else is refused with the reason.
 */
export function parseScript(text: string, inside: Span, depth = 0): ParsedScript {
  const parser = new ScriptParser(text, inside, depth);
  const script = parser.whole();
  return parser.refusal === undefined ? { script } : { refusal: parser.refusal };
}

class ScriptParser {
  refusal: Refusal | undefined;
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth: number;

  constructor(text: string, inside: Span, depth: number) {
    this.#text = text;
    this.#tokens = readTokens(text, inside);
    this.#depth = depth;
  }

  whole(): Script {
    const script = this.#statement();
    this.#skip('line', 'semicolon');
    if (this.#peek().kind !== 'end') this.#refuse(this.#peek().span, 'It has more than one statement.');
    return script;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error('there is always an end');
    return token;
  }

  #take(): Token {
    const token = this.#peek();
    if (token.kind !== 'end') this.#at++;
    if (token.fault !== undefined) this.#refuse(token.span, token.fault);
    return token;
  }

  #skip(...kinds: readonly TokenKind[]): void {
    while (kinds.includes(this.#peek().kind)) this.#at++;
  }

  /** The first reason counts. Reading ends at once. */
  #refuse(where: Span, reason: string): Script {
    this.refusal ??= { reason, span: where };
    this.#at = this.#tokens.length - 1;
    return { kind: 'nothing', span: where };
  }

  #deeper<Result>(read: () => Result, otherwise: Result): Result {
    if (this.#depth >= DEEPEST) {
      this.#refuse(this.#peek().span, `It is nested more than ${DEEPEST} deep.`);
      return otherwise;
    }
    this.#depth++;
    const result = read();
    this.#depth--;
    return result;
  }

  #statement(): Script {
    this.#skip('line', 'semicolon');
    const { kind, value, span: where } = this.#peek();
    if (kind === 'end') return { kind: 'nothing', span: where };
    if (kind === 'word' && value.toLowerCase() === 'return') {
      this.#at++;
      return this.#expression();
    }
    if (kind === 'word' && value.toLowerCase() === 'if') return this.#deeper(() => this.#if(), nothing(where));
    if (kind === 'word' && value.toLowerCase() === 'switch') return this.#deeper(() => this.#switch(), nothing(where));
    // A block in a block: reading the file as data wraps it once more
    if (kind === 'openBlock') return this.#deeper(() => this.#body(), nothing(where));
    return this.#expression();
  }

  /** `{ statement }`, with a `break` at its end or without. */
  #body(): Script {
    this.#expect('openBlock', '{');
    const script = this.#statement();
    this.#skip('line', 'semicolon');
    if (this.#peek().kind === 'word' && this.#peek().value.toLowerCase() === 'break') this.#at++;
    this.#skip('line', 'semicolon');
    this.#expect('closeBlock', '}');
    return script;
  }

  #if(): Script {
    const start = this.#peek().span.start;
    const branches: { condition: Script; body: Script }[] = [];
    do {
      this.#at++;
      branches.push({ condition: this.#parenthesised(), body: (this.#skip('line'), this.#body()) });
    } while (this.#followedBy('elseif'));
    if (!this.#followedBy('else')) return { kind: 'if', branches, span: span(start, this.#end) };
    this.#at++;
    this.#skip('line');
    const otherwise = this.#body();
    return { kind: 'if', branches, otherwise, span: span(start, this.#end) };
  }

  /** Whether the word comes next, on a later line perhaps; line ends before it are passed over. */
  #followedBy(word: string): boolean {
    const back = this.#at;
    this.#skip('line');
    if (this.#peek().kind === 'word' && this.#peek().value.toLowerCase() === word) return true;
    this.#at = back;
    return false;
  }

  #switch(): Script {
    const start = this.#take().span.start;
    if (this.#peek().kind === 'operator') return this.#refuse(this.#peek().span, 'Its switch has options.');
    const subject = this.#parenthesised();
    this.#skip('line');
    this.#expect('openBlock', '{');
    const cases: { key: Script; body: Script }[] = [];
    let otherwise: Script | undefined;
    for (;;) {
      this.#skip('line', 'semicolon');
      if (this.#peek().kind === 'closeBlock' || this.#peek().kind === 'end') break;
      const isDefault = this.#peek().kind === 'word' && this.#peek().value.toLowerCase() === 'default';
      const key = isDefault ? nothing(this.#take().span) : this.#primary();
      this.#skip('line');
      const body = this.#body();
      if (isDefault) otherwise = body;
      else cases.push({ key, body });
    }
    this.#expect('closeBlock', '}');
    const common = { kind: 'switch', subject, cases, span: span(start, this.#end) } as const;
    return otherwise === undefined ? common : { ...common, otherwise };
  }

  #parenthesised(): Script {
    this.#skip('line');
    this.#expect('open', '(');
    this.#skip('line');
    const script = this.#expression();
    this.#skip('line');
    this.#expect('close', ')');
    return script;
  }

  #expression(): Script {
    return this.#deeper(() => this.#logical(), nothing(this.#peek().span));
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
    while (this.#peek().kind === 'operator' && isMine(this.#peek().value)) {
      const operator = this.#take().value;
      this.#skip('line');
      const right = operand();
      left = { kind: 'binary', operator, left, right, span: span(left.span.start, right.span.end) };
    }
    return left;
  }

  /** `-not` binds tighter than any comparison: `-not $a -eq 'x'` compares what `-not $a` gives. */
  #negation(): Script {
    const { kind, value, span: where } = this.#peek();
    if (kind !== 'operator' || (value !== '-not' && value !== '!')) return this.#items();
    this.#at++;
    return this.#deeper(() => {
      const operand = this.#negation();
      return { kind: 'not', operand, span: span(where.start, operand.span.end) };
    }, nothing(where));
  }

  #items(): Script {
    const first = this.#cast();
    if (this.#peek().kind !== 'comma') return first;
    const items = [first];
    while (this.#peek().kind === 'comma') {
      this.#at++;
      this.#skip('line');
      items.push(this.#cast());
    }
    return { kind: 'list', items, span: span(first.span.start, this.#end) };
  }

  #cast(): Script {
    if (this.#peek().kind !== 'openType') return this.#postfix(this.#primary());
    const start = this.#take().span.start;
    let type = '';
    while (this.#peek().kind === 'word' || this.#peek().kind === 'dot') type += this.#take().value;
    this.#expect('closeType', ']');
    type = type.toLowerCase().replace(/^system\./, '');
    if (this.#peek().kind !== 'static') {
      return this.#deeper(() => {
        const operand = this.#cast();
        return { kind: 'cast', type, operand, span: span(start, operand.span.end) };
      }, nothing(this.#peek().span));
    }
    this.#at++;
    const name = this.#take().value;
    if (this.#peek().kind !== 'open') return this.#refuse(this.#peek().span, `It reads ${type}::${name}.`);
    const args = this.#arguments();
    return this.#postfix({ kind: 'static', type, name, arguments: args, span: span(start, this.#end) });
  }

  /** `.Name`, `.'Name'`, `.Method(...)`, one behind the other. */
  #postfix(operand: Script): Script {
    let target = operand;
    // A space between would make it something else
    while (this.#peek().kind === 'dot' && this.#peek().span.start === target.span.end) {
      this.#at++;
      const name = this.#take();
      if ((name.kind !== 'word' && name.kind !== 'text') || name.parts !== undefined)
        return this.#refuse(name.span, 'Which member it reads is known only when it runs.');
      if (this.#peek().kind === 'open' && this.#peek().span.start === name.span.end) {
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
    this.#skip('line');
    while (this.#peek().kind !== 'close' && this.#peek().kind !== 'end') {
      args.push(this.#argument());
      this.#skip('line');
      if (this.#peek().kind !== 'comma') break;
      this.#at++;
      this.#skip('line');
    }
    this.#expect('close', ')');
    return args;
  }

  /** An argument ends at a comma, which makes no list here. */
  #argument(): Script {
    return this.#deeper(() => this.#postfix(this.#primary()), nothing(this.#peek().span));
  }

  #primary(): Script {
    const token = this.#peek();
    switch (token.kind) {
      case 'text':
        this.#take();
        return token.parts === undefined
          ? { kind: 'text', value: token.value, span: token.span }
          : this.#joined(token.parts, token.span);
      case 'number':
        this.#at++;
        return { kind: 'number', value: token.value, span: token.span };
      case 'variable':
        this.#at++;
        return { kind: 'variable', name: token.value, span: token.span };
      case 'open':
      case 'evaluate': {
        this.#at++;
        this.#skip('line');
        const inner = token.kind === 'open' ? this.#expression() : this.#statement();
        this.#skip('line');
        this.#expect('close', ')');
        return { ...inner, span: span(token.span.start, this.#end) };
      }
      case 'list': {
        this.#at++;
        this.#skip('line');
        const items = this.#peek().kind === 'close' ? [] : [this.#expression()];
        this.#skip('line');
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
            : `"${this.#text.slice(token.span.start, token.span.end)}" is not understood.`,
        );
    }
  }

  #joined(parts: NonNullable<Token['parts']>, where: Span): Script {
    const scripts = parts.map((part): Script => {
      if (part.kind === 'text') return { kind: 'text', value: part.text, span: where };
      if (part.kind === 'variable') return { kind: 'variable', name: part.name, span: where };
      const inner = this.#deeper(() => parseScript(this.#text, part.inside, this.#depth), { script: nothing(where) });
      if ('script' in inner) return inner.script;
      return this.#refuse(inner.refusal.span, inner.refusal.reason);
    });
    return { kind: 'joined', parts: scripts, span: where };
  }

  /** The end of what was read last. */
  get #end(): number {
    return this.#tokens[this.#at - 1]?.span.end ?? this.#peek().span.start;
  }

  #expect(kind: TokenKind, mark: string): void {
    if (this.#peek().kind === kind) this.#at++;
    else this.#refuse(this.#peek().span, `"${mark}" is expected.`);
  }
}

function nothing(where: Span): Script {
  return { kind: 'nothing', span: where };
}
