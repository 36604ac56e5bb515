import type { Span } from '../../text/span';
import type { ScriptToken, ScriptTokenKind } from './token';

/** A position in a list of tokens. The last token is always `end`. */
export class TokenCursor {
  readonly #tokens: readonly ScriptToken[];
  readonly #fault: (where: Span, reason: string) => void;
  #at = 0;

  /** `fault` is called with each incomplete token that is taken. */
  constructor(tokens: readonly ScriptToken[], fault: (where: Span, reason: string) => void) {
    this.#tokens = tokens;
    this.#fault = fault;
  }

  peek(): ScriptToken {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    if (token === undefined) throw new Error('there is always an end');
    return token;
  }

  /** The last token that was read. */
  passed(): ScriptToken | undefined {
    return this.#tokens[this.#at - 1];
  }

  /** Returns the next token and moves past it, unless it is the end. */
  take(): ScriptToken {
    const token = this.peek();
    if (token.kind !== 'end') this.#at++;
    if (token.fault !== undefined) this.#fault(token.span, token.fault);
    return token;
  }

  /** Moves past the next token, which must not be the end. */
  pass(): void {
    this.#at++;
  }

  skip(...kinds: readonly ScriptTokenKind[]): void {
    while (kinds.includes(this.peek().kind)) this.#at++;
  }

  /** Moves to the end, so that nothing more is read. */
  stop(): void {
    this.#at = this.#tokens.length - 1;
  }

  /** Runs `accept`, and moves back if it returns `false`. Returns its result. */
  attempt(accept: () => boolean): boolean {
    const start = this.#at;
    if (accept()) return true;
    this.#at = start;
    return false;
  }
}
