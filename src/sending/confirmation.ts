/** The confirmation of one plan. It is valid for this plan alone, while nothing of it changes. */
export interface Confirmation {
  /** The hash of the plan that was shown. */
  readonly plan: string;
  readonly by: 'dialog' | 'typed' | '--yes' | '--confirm' | 'nothing-asked';
  /** What was typed, where guards want something typed: all of it, in any order. */
  readonly typed?: readonly string[];
}

/** How a run goes on after its requests. */
export interface FollowOptions {
  /** Whether the log is read, until every operation is answered or nothing more is to be expected. */
  readonly follows: boolean;
  /** Milliseconds for which the log is read at most; as long as its connection says when left out. */
  readonly deadline?: number;
  /** Whether the others follow by themselves once everybody of the pilot is answered and well. Else it pauses there. */
  readonly passesPilot?: boolean;
}
