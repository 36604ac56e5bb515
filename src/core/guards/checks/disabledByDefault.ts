import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';

/** A status word that the mapping does not name must not disable anybody by falling through to the default. */
export const disabledByDefault: Guard<OwnFacts> = {
  id: 'G18',
  title: 'People disabled by a word that is not named',
  check: ({ disabledByDefault: people }) => {
    const { count } = people;
    if (count === 0) return { decision: 'pass', message: 'Nobody is inactive by default.', value: 0, limit: 0 };
    const message = `${counted(count, 'person')} ${agree(count, 'is', 'are')} inactive only because the mapping does not name the value of ${agree(count, 'the', 'their')} status column. Name every value in the rule for active.`;
    return { decision: 'ask', message, value: count, limit: 0, records: people };
  },
};
