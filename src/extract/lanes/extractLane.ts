import type { ExtractEvent } from '../../core/csv/extractEvent';
import type { RecordProblem } from '../../core/problems/problem';

type Events = readonly ExtractEvent[] | Promise<readonly ExtractEvent[]>;

/** A way to turn decoded text into the events of an extract. Push only after the last call has given its events. */
export interface ExtractLane {
  /** Whether a fatal problem was reported; then no more events follow. */
  readonly isStopped: boolean;
  /** The events of this piece of text. */
  push(text: string): Events;
  /** The events at the end of the text. */
  end(): Events;
  /** Ends the reading at bytes that are not text; the problem gets the current line. */
  abort(problem: RecordProblem): Events;
}
