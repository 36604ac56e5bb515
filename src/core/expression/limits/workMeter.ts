import type { Span } from '../../text/span';
import { MAX_RESULT, refuseOver } from './resultLimit';
import { EvaluationError } from '../value';

/**
 * The maximum total size of all intermediate values of a result. It also limits the time, because functions take a few
 * nanoseconds per unit.
 */
export const MAX_WORK = 4 * MAX_RESULT;

/**
 * Counts the text that an evaluation produces, in UTF-16 units. It does not measure time, so that the result is the
 * same on every machine.
 */
export class WorkMeter {
  spent = 0;
  #limit = MAX_WORK;

  begin(limit = MAX_WORK): void {
    this.spent = 0;
    this.#limit = limit;
  }

  /** Counts the result of a function, and refuses one that is too large. */
  takeResult(size: number, at: Span): void {
    refuseOver(size, at);
    this.take(size, at);
  }

  /** Counts the input of a function. */
  take(size: number, at: Span): void {
    this.spent += size;
    if (this.spent <= this.#limit) return;
    const message =
      this.#limit < MAX_WORK
        ? 'The expression was stopped: the mapping made too much text for earlier records. Make its texts shorter.'
        : 'The expression makes more than the limit of 4 MiB of intermediate text. Shorten its texts with Left earlier.';
    throw new EvaluationError('E_SIZE', message, at);
  }
}
