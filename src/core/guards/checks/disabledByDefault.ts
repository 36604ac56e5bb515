import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts, PredictedEffects, Known } from '../guardFacts';

/** A status value that the mapping does not list must not disable anybody through the default. */
export const disabledByDefault: Guard<OwnFacts> = {
  id: 'G18',
  title: 'People disabled by an unmapped status value',
  check: ({ disabledByDefault: people, effects }) => {
    const { count } = people;
    const none = { decision: 'pass', value: 0, limit: 0 } as const;
    if (count === 0) return { ...none, message: 'Nobody is inactive by default.' };
    // If the accounts are known, people who are already disabled do not count
    if (changesNobody(effects)) return { ...none, message: 'Nobody who is enabled would be disabled by default.' };
    const message = `${counted(count, 'person')} ${agree(count, 'is', 'are')} inactive only because the mapping does not name the value of ${agree(count, 'the', 'their')} status column. Map every value in the rule for active.`;
    return { decision: 'ask', message, value: count, limit: 0, records: people };
  },
};

/** Whether the plan is known to disable no account and to create none for somebody inactive. */
function changesNobody(effects: Known<PredictedEffects | undefined>): boolean {
  const known = 'known' in effects ? effects.known : undefined;
  return known?.disabled.count === 0 && known.madeForLeavers.count === 0 && known.failed.count === 0;
}
