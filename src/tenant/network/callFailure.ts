import type { ProxyChoice } from './networkFacts';

/** What a transport knows of a call that brought no answer, besides the error that ended it, which is its cause. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  /** Whether any of the request may have left. Where a transport knows that none has, the code of the error does not matter. */
  readonly started: boolean;
  readonly proxy: ProxyChoice;

  constructor(cause: unknown, facts: { readonly started: boolean; readonly proxy: ProxyChoice }) {
    super('The call brought no answer.', { cause });
    this.started = facts.started;
    this.proxy = facts.proxy;
  }
}
