import type { GuardFinding } from './guard';

/** The finding of a guard that cannot be computed: it asks. */
export function uncertain(message: string): Omit<GuardFinding, 'id'> {
  return { decision: 'ask', isUncertain: true, message };
}

/** The finding of guards that compare with the last upload, if there was none. */
export const FIRST_TIME: Omit<GuardFinding, 'id'> = {
  decision: 'pass',
  message: 'Nothing was sent to this job before, so there is nothing to compare with.',
};
