import { formatCount } from '../../text/formatCount';
import { counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';
import { disabledPeople } from './disabledPeople';

/**
 * A variant of {@link disabledPeople} for when neither accounts nor a last upload are known. An extract may contain the
 * leavers of many years, so this guard asks only if most people are inactive.
 */
export const inactivePeople: Guard<OwnFacts> = {
  id: disabledPeople.id,
  title: disabledPeople.title,
  check: ({ survey: { operations, disabled } }) => {
    const limit = Math.max(1, Math.floor(operations / 2));
    const rest = { value: disabled.count, limit };
    const found = `${formatCount(disabled.count)} of ${counted(operations, 'person')} would be sent as inactive.`;
    if (disabled.count <= limit) return { decision: 'pass', message: found, ...rest };
    const message = `${found} Check the rule for active. Only a connection, or a file of the accounts, shows who would be disabled.`;
    return { decision: 'ask', message, records: disabled, ...rest };
  },
};
