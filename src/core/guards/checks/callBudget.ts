import { formatCount } from '../../text/formatCount';
import { counted } from '../counted';
import type { Guard } from '../guard';
import { uncertain } from '../uncertain';

/** A tenant accepts a limited number of calls in 24 hours. Sending pauses once they are used up. */
export const callBudget: Guard = {
  id: 'G12',
  title: 'Requests left in the daily quota',
  check: ({ plan, requests, callsToday, callsPerDay }, limits) => {
    const permitted = Math.min(callsPerDay, limits.callsPerDay);
    if ('unknown' in callsToday)
      return uncertain(`The number of requests to the tenant in the last 24 hours is unknown: ${callsToday.unknown}.`);
    const made = callsToday.known;
    const left = Math.max(0, permitted - made);
    const rest = { value: made + requests, limit: permitted };
    const budget = `${formatCount(left)} of the ${counted(permitted, 'request')} that the tenant accepts in 24 hours`;
    if (requests <= left) {
      const message = `This needs ${counted(requests, 'request')}, and ${budget} are left, as far as this program knows.`;
      return { decision: 'pass', message, ...rest };
    }
    const message = `This needs ${counted(requests, 'request')}, and ${budget} are left. ${pauseAfter(left, plan.selection.kind === 'search' ? undefined : plan.batches[left]?.first)}; uploads by other programs are not counted.`;
    return { decision: 'ask', message, ...rest };
  },
};

function pauseAfter(requests: number, record: number | undefined): string {
  if (requests === 0) return 'Sending can start up to 24 hours later';
  const where = record === undefined ? '' : `, before record ${formatCount(record)}`;
  return `Sending pauses after ${counted(requests, 'request')}${where}, and can continue up to 24 hours later`;
}
