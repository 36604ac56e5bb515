import type { ExtractEvent } from '../../core/csv/extractEvent';
import type { RecordProblem } from '../../core/problems/problem';

type Events = readonly ExtractEvent[] | Promise<readonly ExtractEvent[]>;

/** One way of turning decoded text into the events of an extract. Nothing is pushed before the last call has given its events. */
export interface ExtractLane {
  /** Whether a fatal problem was reported: then nothing more will be. */
  readonly isStopped: boolean;
  /** What this piece of text gives. */
  push(text: string): Events;
  /** What is known once the text has ended. */
  end(): Events;
  /** Ends the reading at bytes that are not text; the problem gets the line reached. */
  abort(problem: RecordProblem): Events;
}
