import { formatCount } from '../../core/text/formatCount';
import { formatDuration } from '../../core/text/time/formatDuration';
import type { SendEvent, WaitReason } from '../../tenant/sending/sendEvent';

const WORDS: Readonly<Record<WaitReason, string>> = {
  throttled: 'Throttled (429).',
  'daily-limit-likely': 'Throttled (429): the daily limit is probably reached.',
  unknown: 'The answer to a request was lost.',
  'not-sent': 'A request could not be sent.',
  'token-renewed': 'The token had to be renewed.',
};

/**
 * Describes the wait after an event in one sentence; `undefined` if sending continues immediately.
 *
 * @param isSearch whether requests have no numbers, because their contents depend on earlier ones
 */
export function describeWaiting(event: SendEvent, isSearch = false): string | undefined {
  if (event.type === 'breaker')
    return `Too many requests in a row failed. Trying one alone in ${formatDuration(event.ms)}.`;
  if (event.type !== 'waiting') return undefined;
  const request = isSearch ? 'The request' : `Request ${formatCount(event.batch)}`;
  return `${WORDS[event.reason]} ${request} is retried in ${formatDuration(event.ms)}.`;
}
