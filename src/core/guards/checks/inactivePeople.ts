import { formatCount } from '../../text/formatCount';
import { counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';
import { disabledPeople } from './disabledPeople';

/**
 * What {@link disabledPeople} says where nothing is known of accounts, nor of what was sent last: an extract may hold the leavers of
 * many years, so only one most of whose people are inactive is asked about.
 */
export const inactivePeople: Guard<OwnFacts> = {
  id: disabledPeople.id,
  title: disabledPeople.title,
  check: ({ survey: { operations, disabled } }) => {
    const limit = Math.max(1, Math.floor(operations / 2));
    const rest = { value: disabled.count, limit };
    const found = `${formatCount(disabled.count)} of ${counted(operations, 'person')} would be sent as inactive.`;
    if (disabled.count <= limit) return { decision: 'pass', message: found, ...rest };
    const message = `${found} Check the rule for active: only a connection, or a file of the accounts, tells whom this would disable.`;
    return { decision: 'ask', message, records: disabled, ...rest };
  },
};
