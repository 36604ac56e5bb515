import { formatCount } from '../../text/formatCount';
import { agree, counted } from '../counted';
import { disabling, gradeDisabling, stoppingLimit } from '../disabling';
import type { Guard } from '../guard';
import { FIRST_TIME, uncertain } from '../uncertain';

/**
 * The service counts disabled accounts per cycle of a job, so people who are sent in several parts stay below its
 * threshold. This guard counts a whole day. Source: Entra, accidental deletions prevention.
 */
export const disabledToday: Guard = {
  id: 'G3',
  title: 'People disabled within 24 hours',
  check: (facts, limits) => {
    const { people, of } = disabling(facts);
    const earlier = facts.disabledToday;
    if (people.count === 0) return { decision: 'pass', message: 'This plan disables nobody.', value: 0 };
    if ('unknown' in earlier)
      return uncertain(`The number of people disabled in the last 24 hours is unknown: ${earlier.unknown}.`);
    const isFirst = 'known' in facts.comparison && facts.comparison.known === undefined;
    if (isFirst && earlier.known === 0) return FIRST_TIME;
    const count = earlier.known + people.count;
    const { decision, limit } = gradeDisabling(count, of, limits);
    const found = `With this plan, ${counted(count, 'person')} ${agree(count, 'is', 'are')} disabled within 24 hours`;
    const over = `${found}, and the limit is ${formatCount(limit)}.`;
    const rest =
      earlier.known === 0
        ? 'Check that all of them have left.'
        : `${formatCount(earlier.known)} of them ${agree(earlier.known, 'was', 'were')} part of earlier uploads.`;
    const message = {
      pass: `${found}.`,
      type: `${over} ${rest}`,
      stop: `${over} Send this later, or raise ${stoppingLimit(count, of, limits)}.`,
    }[decision];
    return { decision, message, value: count, limit, ...(decision === 'type' && { typed: String(count) }) };
  },
};
