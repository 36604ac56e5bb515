/** The confirmation of one plan. It is only valid for this plan, and while nothing in the plan changes. */
export interface Confirmation {
  /** The hash of the plan that was shown. */
  readonly plan: string;
  readonly by: 'dialog' | 'typed' | '--yes' | '--confirm' | 'nothing-asked';
  /** What the user typed if guards demand typing: all demanded texts, in any order. */
  readonly typed?: readonly string[];
}

/** How a run continues after its requests. */
export interface FollowOptions {
  /** Whether the log is read until every operation is answered or no more entries are expected. */
  readonly follows: boolean;
  /** Maximum milliseconds to read the log; default: the connection's. */
  readonly deadline?: number;
  /**
   * Whether the others follow automatically if the pilot succeeds for everybody. Otherwise the run pauses after the
   * pilot.
   */
  readonly passesPilot?: boolean;
}
