/** How far a run is; all of it follows from its journal. */
export type RunPhase =
  | 'sending'
  | 'pilot'
  | 'paused'
  | 'awaiting-log'
  | 'complete'
  | 'cancelled'
  /** Guards stopped it, or a person said no: nothing was sent. */
  | 'blocked';
