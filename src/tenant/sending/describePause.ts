import type { Explanation } from '../../core/logs/explanations';
import { formatUtc } from '../reading/formatUtc';

const WORDS = {
  sending: { what: 'calls', next: 'Send again' },
  failing: { what: 'calls', next: 'Send again' },
  reading: { what: 'reads', next: 'Try again' },
  log: { what: 'reads of the provisioning log', next: 'Read the log again' },
} as const;

/**
 * Explains that the service asks for a wait that is too long for a program, and what to do afterwards.
 *
 * @param until milliseconds since 1970
 */
export function describePause(until: number, of: keyof typeof WORDS): Explanation {
  const { what, next } = WORDS[of];
  const time = formatUtc(until);
  const limit = of === 'sending' ? '; the daily limit is probably reached' : '';
  return { cause: `The service accepts no ${what} before ${time}${limit}.`, remedy: `${next} after ${time}.` };
}
