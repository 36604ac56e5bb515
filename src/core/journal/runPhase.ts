/** The phase of a run, which follows from its journal. */
export type RunPhase =
  | 'sending'
  | 'pilot'
  | 'paused'
  | 'awaiting-log'
  | 'complete'
  | 'cancelled'
  /** Guards stopped the run, or a person declined: nothing was sent. */
  | 'blocked';
