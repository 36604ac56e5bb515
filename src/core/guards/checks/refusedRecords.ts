import { formatCount } from '../../text/formatCount';
import { grade, shareOf } from '../allowance';
import { agree, counted } from '../counted';
import type { Guard } from '../guard';
import type { OwnFacts } from '../guardFacts';

/**
 * If only a part of a file can be used, it may be the wrong file. Counts records that are left out because of problems.
 */
export const refusedRecords: Guard<OwnFacts> = {
  id: 'G9',
  title: 'Records left out because of problems',
  check: ({ counts, refused, plan }, { refuse }) => {
    const { records, refused: count } = counts;
    if (count === 0) return { decision: 'pass', message: 'No record has a problem.', value: 0, limit: 0 };
    if (plan.selection?.kind === 'person') {
      const message = 'The records with problems belong to people other than the chosen one.';
      return { decision: 'pass', message, value: 0, limit: 0 };
    }
    const { decision, limit } = grade(count, {
      type: shareOf(refuse.type, records),
      stop: shareOf(refuse.stop, records),
    });
    const found = `${formatCount(count)} of ${counted(records, 'record')} ${agree(count, 'has', 'have')} a problem and ${agree(count, 'is', 'are')} left out`;
    const it = agree(count, 'it', 'them');
    const over = `${found}, and the limit is ${formatCount(limit)}.`;
    const rest = { value: count, ...(refused && { records: refused }) };
    if (decision === 'pass')
      return { decision: 'ask', message: `${found}. Correct ${it}, or send only the others.`, limit: 0, ...rest };
    if (decision === 'type')
      return { decision, message: `${over} Correct ${it} first.`, typed: String(count), limit, ...rest };
    return { decision, message: `${over} Correct ${it}, or raise refuse.stop.`, limit, ...rest };
  },
};
