import { formatCount } from '../../text/formatCount';
import { shareOf } from '../allowance';
import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';
import { uncertain } from '../uncertain';

/** If ids are reused or come from another column, one person's account becomes another person's. */
export const otherPeople: Guard<OwnFacts> = {
  id: 'G20',
  title: "Ids of other people's accounts",
  check: ({ effects, survey }, { change }) => {
    if ('unknown' in effects)
      return uncertain(`Whether ids belong to other people's accounts is unknown: ${effects.unknown}.`);
    if (effects.known === undefined)
      return { decision: 'pass', message: 'No accounts were read, so ids are not compared.' };
    const people = effects.known.otherPeople;
    const { count } = people;
    if (count === 0)
      return { decision: 'pass', message: "No id belongs to another person's account.", value: 0, limit: 0 };
    const most = shareOf(change.stopIdentity, survey.operations);
    const found = `${counted(count, 'id')} ${agree(count, 'belongs', 'belong')} to ${agree(count, 'an account', 'accounts')} with another name and another sign-in name.`;
    const rest = { value: count, records: people };
    if (count > most) {
      const message = `${found} The limit is ${formatCount(most)}: check that ids come from the right column, or raise change.stopIdentity.`;
      return { decision: 'stop', message, limit: most, ...rest };
    }
    const message = `${found} Check that ${agree(count, 'it is the same person', 'they are the same people')}.`;
    return { decision: 'type', message, typed: String(count), limit: 0, ...rest };
  },
};
