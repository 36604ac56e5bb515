import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';

/** The order in which the service takes operations is not documented, so two for one person may end either way. */
export const repeatedIds: Guard<OwnFacts> = {
  id: 'G8',
  title: 'Ids that repeat, or nearly',
  check: ({ counts, survey }) => {
    const { sameIds, nearIds, firstSameId } = survey;
    const same = Math.max(sameIds.count, counts.duplicates);
    if (same > 0) {
      const lines =
        firstSameId === undefined ? '' : `, ${same === 1 ? '' : 'first '}in lines ${firstSameId.join(' and ')}`;
      const message = `${counted(same, 'record')} ${agree(same, 'repeats', 'repeat')} the id of an earlier one${lines}. Give each person one record with an id of its own.`;
      return { decision: 'stop', message, value: same, limit: 0, records: sameIds };
    }
    const { count } = nearIds;
    if (count === 0) return { decision: 'pass', message: 'Every id is there once.', value: 0, limit: 0 };
    const message = `${counted(count, 'record')} ${agree(count, 'has', 'have')} an id that differs from an earlier one by case, spaces, the form of its letters or leading zeros alone. Check that these are different people.`;
    return { decision: 'ask', message, value: count, limit: 0, records: nearIds };
  },
};
