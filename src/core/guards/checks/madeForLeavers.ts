import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';
import { uncertain } from '../uncertain';

/** A person who has left and has no account would get one, with a sign-in name that somebody else may need. */
export const madeForLeavers: Guard<OwnFacts> = {
  id: 'G21',
  title: 'Accounts made for leavers',
  check: ({ effects, plan }) => {
    if ('unknown' in effects)
      return uncertain(`Whether accounts would be created for leavers is unknown: ${effects.unknown}.`);
    if (effects.known === undefined)
      return { decision: 'pass', message: 'No accounts were read, so nobody knows who would get one.' };
    const people = effects.known.madeForLeavers;
    const { count } = people;
    if (count === 0)
      return { decision: 'pass', message: 'Nobody who has left would get an account.', value: 0, limit: 0 };
    const message = `${counted(count, 'person')} who ${agree(count, 'has', 'have')} left would get ${agree(count, 'a new account', 'new accounts')}. If they need none, remove these lines from the extract, but keep every leaver who has an account; otherwise confirm.`;
    // A sandbox starts empty, so every leaver is new to it, and nobody needs its names
    if (plan.target.kind === 'sandbox') return { decision: 'pass', message, value: count, records: people };
    return { decision: 'ask', message, value: count, limit: 0, records: people };
  },
};
