import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';

/**
 * Operations without `active` have disabled existing accounts, so each must have true or false. Source:
 * AzureAD/entra-id-inbound-provisioning#16 on GitHub.
 */
export const uncertainActive: Guard<OwnFacts> = {
  id: 'G10',
  title: 'Operations without a definite "active"',
  check: ({ survey: { uncertain } }) => {
    const { count } = uncertain;
    const rest = { value: count, limit: 0 };
    if (count === 0)
      return { decision: 'pass', message: 'Every operation says whether its person is active.', ...rest };
    const message = `${counted(count, 'operation')} ${agree(count, 'does', 'do')} not say true or false for active, which may disable the account. Give active a value for everybody.`;
    return { decision: 'stop', message, ...rest, records: uncertain };
  },
};
