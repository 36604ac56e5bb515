import { formatCount } from '../../text/formatCount';
import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';

/**
 * The service does not document the order in which it processes operations, so the result of two operations for one
 * person is undefined.
 */
export const repeatedIds: Guard<OwnFacts> = {
  id: 'G8',
  title: 'Duplicate or similar ids',
  check: ({ counts, survey }) => {
    const { sameIds, nearIds, firstSameId } = survey;
    const same = Math.max(sameIds.count, counts.duplicates);
    if (same > 0) {
      const lines =
        firstSameId === undefined
          ? ''
          : `, ${same === 1 ? '' : 'first '}in lines ${firstSameId.map((line) => formatCount(line)).join(' and ')}`;
      const message = `${counted(same, 'record')} ${agree(same, 'repeats', 'repeat')} the id of an earlier one${lines}. Give each person one record with a unique id.`;
      return { decision: 'stop', message, value: same, limit: 0, records: sameIds };
    }
    const { count } = nearIds;
    if (count === 0) return { decision: 'pass', message: 'Every id is unique.', value: 0, limit: 0 };
    const message = `${counted(count, 'record')} ${agree(count, 'has', 'have')} an id that differs from an earlier one only by case, spaces, the form of its letters or leading zeros. Check that these are different people.`;
    return { decision: 'ask', message, value: count, limit: 0, records: nearIds };
  },
};
