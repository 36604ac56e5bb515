import type { ProxyChoice } from './networkFacts';

/** A transport's facts about a call without an answer. The error that ended it is its cause. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  /**
   * Whether any part of the request may have been sent. If the transport knows that none was, the error's code does not
   * matter.
   */
  readonly started: boolean;
  readonly proxy: ProxyChoice;

  constructor(cause: unknown, facts: { readonly started: boolean; readonly proxy: ProxyChoice }) {
    super('The call got no answer.', { cause });
    this.started = facts.started;
    this.proxy = facts.proxy;
  }
}
