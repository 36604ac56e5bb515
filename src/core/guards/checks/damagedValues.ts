import { formatCount } from '../../text/formatCount';
import { shareOf } from '../allowance';
import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';

/** A spreadsheet that saves a CSV file removes the leading zeros of ids and writes long ids as 1.23E+11. */
export const damagedValues: Guard<OwnFacts> = {
  id: 'G16',
  title: 'Values damaged by a spreadsheet',
  check: ({ counts, damagedIds, lostZeros, damagedElsewhere }, { damage }) => {
    const ids = damagedIds.count;
    if (ids > 0) {
      const message = `${counted(ids, 'record')} ${agree(ids, 'has', 'have')} an id that looks damaged by a spreadsheet. Export the file again, and do not save it with a spreadsheet.`;
      return { decision: 'stop', message, value: ids, limit: 0, records: damagedIds };
    }
    const bare = lostZeros.count;
    if (bare > 0) {
      const message = `${counted(bare, 'record')} ${agree(bare, 'has', 'have')} an id without the leading zeros with which other records name ${agree(bare, 'this person', 'these people')} as ${agree(bare, 'their manager', 'managers')}. A spreadsheet removes such zeros: export the file again, and do not save it with a spreadsheet. If the ids have no zeros, remove those of the managers in the mapping.`;
      return { decision: 'stop', message, value: bare, limit: 0, records: lostZeros };
    }
    const { count } = damagedElsewhere;
    const limit = shareOf(damage.ask, counts.records);
    const rest = { value: count, limit, records: damagedElsewhere };
    if (count === 0) return { decision: 'pass', message: 'No value looks damaged by a spreadsheet.', value: 0, limit };
    const found = `${formatCount(count)} of ${counted(counts.records, 'record')} ${agree(count, 'has', 'have')} a value that looks damaged by a spreadsheet`;
    if (count <= limit) return { decision: 'pass', message: `${found}.`, ...rest };
    return {
      decision: 'ask',
      message: `${found}. Export the file again, and do not save it with a spreadsheet.`,
      ...rest,
    };
  },
};
