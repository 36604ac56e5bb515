import type { Span } from '../../text/span';
import { MAX_RESULT, refuseOver } from './resultLimit';
import { EvaluationError } from '../value';

/** What all values on the way to one result may be together. It bounds the time, too: functions take some ns a unit. */
export const MAX_WORK = 4 * MAX_RESULT;

/** Counts what an evaluation makes, in UTF-16 units: the same on every machine. */
export class WorkMeter {
  spent = 0;
  #limit = MAX_WORK;

  begin(limit = MAX_WORK): void {
    this.spent = 0;
    this.#limit = limit;
  }

  /** What a function has made; what no function may make is refused. */
  takeResult(size: number, at: Span): void {
    refuseOver(size, at);
    this.take(size, at);
  }

  /** What a function reads. */
  take(size: number, at: Span): void {
    this.spent += size;
    if (this.spent <= this.#limit) return;
    const message =
      this.#limit < MAX_WORK
        ? 'The expression was not evaluated to its end: the mapping has made too much text for other records before. Make its texts shorter.'
        : 'The expression makes more than 4 MiB of text on the way to its result, which is the limit. Shorten its texts with Left earlier.';
    throw new EvaluationError('E_SIZE', message, at);
  }
}
