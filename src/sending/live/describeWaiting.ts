import { formatCount } from '../../core/text/formatCount';
import { formatDuration } from '../../core/text/formatDuration';
import type { SendEvent, WaitReason } from '../../tenant/sending/sendEvent';

const WORDS: Readonly<Record<WaitReason, string>> = {
  throttled: 'The service takes no more for now.',
  'daily-limit-likely': 'The service takes no more for now: the daily limit is probably reached.',
  unknown: 'The answer to a request was lost.',
  'not-sent': 'A request could not be sent.',
  'token-renewed': 'The service asks to sign in again.',
};

/**
 * What sending waits for after an event, as a sentence; `undefined` where it goes on at once.
 * @param isSearch whether requests have no numbers, because what they hold depends on the ones before
 */
export function describeWaiting(event: SendEvent, isSearch = false): string | undefined {
  if (event.type === 'breaker')
    return `Too many requests in a row were not accepted. One is tried alone in ${formatDuration(event.ms)}.`;
  if (event.type !== 'waiting') return undefined;
  const request = isSearch ? 'The request' : `Request ${formatCount(event.batch)}`;
  return `${WORDS[event.reason]} ${request} is sent again in ${formatDuration(event.ms)}.`;
}
