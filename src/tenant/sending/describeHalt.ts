import { formatCount } from '../../core/text/formatCount';
import type { TenantError } from '../errors';
import { MAX_ATTEMPTS } from '../limits';
import { BREAKS_AFTER } from './breaker';
import { describePause } from './describePause';
import type { NextStep } from './nextStep';
import type { Pause } from './sendEvent';

/** What stops sending: the step after a failure, or the failure of the batch that was tried alone. */
export type Halt = Exclude<NextStep, { readonly kind: 'again' | 'give-up' }> | { readonly kind: 'broken' };

const CHECK_NETWORK = 'Check the network and the state of the service, then resume the run.';

/**
 * Describes why sending has stopped, in a text that may be stored.
 *
 * @param now milliseconds since 1970
 */
export function describeHalt(halt: Halt, error: TenantError, now: number): Pause {
  const { ownWords, remedy } = error;
  switch (halt.kind) {
    case 'stop':
      return { why: halt.why, cause: ownWords, remedy };
    case 'later': {
      const until = now + halt.ms;
      return { why: 'throttled', until, ...describePause(until, halt.isThrottled ? 'sending' : 'failing') };
    }
    case 'exhausted': {
      const what =
        halt.what === 'batch'
          ? `A request could not be sent in ${MAX_ATTEMPTS} attempts.`
          : 'Too many requests of this run had to be retried.';
      return { why: 'breaker', cause: `${what} ${ownWords}`, remedy: CHECK_NETWORK };
    }
    case 'broken':
      if (error.outcome === 'throttled')
        return {
          why: 'throttled',
          cause: 'The service keeps refusing requests. The daily limit is probably reached.',
          remedy: 'Resume the run tomorrow, or once the limit allows it.',
        };
      return {
        why: 'breaker',
        cause: `${formatCount(BREAKS_AFTER)} requests in a row were not accepted, and neither was another one after a minute. ${ownWords}`,
        remedy: CHECK_NETWORK,
      };
  }
}
