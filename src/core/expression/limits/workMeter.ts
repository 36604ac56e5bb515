import type { Span } from '../../text/span';
import { MAX_RESULT, refuseOver } from './resultLimit';
import { EvaluationError } from '../value';

/**
 * The maximum size of all intermediate values of a result together. It limits the time, too: functions take some ns per
 * unit.
 */
export const MAX_WORK = 4 * MAX_RESULT;

/** Counts the text that an evaluation makes, in UTF-16 units, so that the result is the same on every machine. */
export class WorkMeter {
  spent = 0;
  #limit = MAX_WORK;

  begin(limit = MAX_WORK): void {
    this.spent = 0;
    this.#limit = limit;
  }

  /** Counts what a function has made, and refuses what is too large. */
  takeResult(size: number, at: Span): void {
    refuseOver(size, at);
    this.take(size, at);
  }

  /** Counts what a function reads. */
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
