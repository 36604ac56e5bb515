import type { GuardLimits } from '../core/guards/guardLimits';
import type { RunStore } from '../runs/runStore';

/** The dependencies of every sending. */
export interface SendingContext {
  readonly store: RunStore;
  readonly limits: GuardLimits;
  /** `VS Code` or `command line`: shown to a second sender that finds the job locked. */
  readonly program: string;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** Numbers from 0 to below 1. */
  readonly random: () => number;
}
