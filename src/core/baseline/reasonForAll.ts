import { formatCount } from '../text/formatCount';
import { parseInstant } from '../logs/instant';
import type { Comparison } from './comparison';

/** The number of days after which everybody should be sent again. */
const MAX_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Why sending only changes is not enough, as a sentence, and what to do. */
export interface ReasonForAll {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Why everybody should be sent, rather than only the people who changed; `undefined` if changes are enough.
 * @param last what was last sent to the job; `undefined` if unknown
 * @param now milliseconds since 1970
 */
export function reasonForAll(
  last: Pick<Comparison, 'wholeAt' | 'isSameMapping' | 'hasSameAttributes'> | undefined,
  now: number,
): ReasonForAll | undefined {
  const remedy = 'Send everybody once; after that, changes are enough.';
  if (last === undefined)
    return { message: 'Nothing is known of what this job was last sent, so who has changed is unknown.', remedy };
  if (last.wholeAt === undefined)
    return { message: 'This job was never sent a whole extract with every request accepted.', remedy };
  if (!last.isSameMapping) return { message: 'The mapping is not the one with which everybody was last sent.', remedy };
  if (!last.hasSameAttributes)
    return { message: 'The attributes are not those with which everybody was last sent.', remedy };
  const age = now - (parseInstant(last.wholeAt) ?? 0);
  if (age < -DAY)
    return {
      message:
        'By the clock of this machine everybody was last sent in the future, so how long ago that was is unknown.',
      remedy,
    };
  if (age <= MAX_DAYS * DAY) return undefined;
  return {
    message: `Everybody was last sent ${formatCount(Math.floor(age / DAY))} days ago, and ${formatCount(MAX_DAYS)} is the limit: what was changed in the directory since then stays as it is.`,
    remedy,
  };
}
