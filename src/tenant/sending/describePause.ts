import type { Explanation } from '../../core/logs/explanations';

const WORDS = {
  sending: { what: 'calls', next: 'Send again' },
  failing: { what: 'calls', next: 'Send again' },
  reading: { what: 'reads', next: 'Try again' },
  log: { what: 'reads of the provisioning log', next: 'Read the log again' },
} as const;

/**
 * Why nothing happens before a time, and what to do then: the service asks for a wait that no program sits out.
 * @param until milliseconds since 1970
 */
export function describePause(until: number, of: keyof typeof WORDS): Explanation {
  const { what, next } = WORDS[of];
  const time = formatUtc(until);
  const limit = of === 'sending' ? '; the daily limit is probably reached' : '';
  return { cause: `The service accepts no ${what} before ${time}${limit}.`, remedy: `${next} after ${time}.` };
}

/** `2026-11-28 14:35 UTC`, never before the time itself. */
function formatUtc(time: number): string {
  const minutes = Math.ceil(time / 60_000) * 60_000;
  return `${new Date(minutes).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
