import type { GuardLimits } from '../core/guards/guardLimits';
import type { RunStore } from '../runs/runStore';

/** What every sending works with. */
export interface SendingContext {
  readonly store: RunStore;
  readonly limits: GuardLimits;
  /** `VS Code`, `command line`: shown to whoever comes second. */
  readonly program: string;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** Numbers from 0 to below 1. */
  readonly random: () => number;
}
