import type { GuardFinding } from './guard';

/** What guards say when they cannot be computed: somebody has to be asked. */
export function uncertain(message: string): Omit<GuardFinding, 'id'> {
  return { decision: 'ask', isUncertain: true, message };
}

/** What guards say that compare with last time when there was none. */
export const FIRST_TIME: Omit<GuardFinding, 'id'> = {
  decision: 'pass',
  message: 'Nothing was sent to this job before, so there is nothing to compare with.',
};
