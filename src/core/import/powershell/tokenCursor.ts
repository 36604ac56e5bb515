import type { Span } from '../../text/span';
import type { ScriptToken, ScriptTokenKind } from './token';

/** A place among tokens; the last one is always the end. */
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

  /** The token that was passed last. */
  passed(): ScriptToken | undefined {
    return this.#tokens[this.#at - 1];
  }

  /** Passes the next token and gives it; the end is never passed. */
  take(): ScriptToken {
    const token = this.peek();
    if (token.kind !== 'end') this.#at++;
    if (token.fault !== undefined) this.#fault(token.span, token.fault);
    return token;
  }

  /** Passes the next token, which must not be the end. */
  pass(): void {
    this.#at++;
  }

  skip(...kinds: readonly ScriptTokenKind[]): void {
    while (kinds.includes(this.peek().kind)) this.#at++;
  }

  /** Goes to the end: nothing more is read. */
  stop(): void {
    this.#at = this.#tokens.length - 1;
  }

  /** Passes what `isThere` passes if it finds it, and nothing else. */
  attempt(isThere: () => boolean): boolean {
    const back = this.#at;
    if (isThere()) return true;
    this.#at = back;
    return false;
  }
}
