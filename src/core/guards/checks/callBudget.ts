import { formatCount } from '../../text/formatCount';
import { counted } from '../counted';
import type { Guard } from '../guard';
import { uncertain } from '../uncertain';

/** A tenant may be called so often in 24 hours; what does not fit makes sending pause half-way. */
export const callBudget: Guard = {
  id: 'G12',
  title: 'Requests that the tenant may still take',
  check: ({ plan, requests, callsToday, callsPerDay }, limits) => {
    const permitted = Math.min(callsPerDay, limits.callsPerDay);
    if ('unknown' in callsToday)
      return uncertain(`How many requests the tenant took in the last 24 hours is unknown: ${callsToday.unknown}.`);
    const made = callsToday.known;
    const left = Math.max(0, permitted - made);
    const rest = { value: made + requests, limit: permitted };
    const budget = `${formatCount(left)} of the ${counted(permitted, 'request')} that the tenant takes in 24 hours`;
    if (requests <= left) {
      const message = `This needs ${counted(requests, 'request')}, and ${budget} are left, as far as this program knows.`;
      return { decision: 'pass', message, ...rest };
    }
    const message = `This needs ${counted(requests, 'request')}, and ${budget} are left. ${pauseAfter(left, plan.selection.kind === 'search' ? undefined : plan.batches[left]?.first)}; uploads by other programs are not counted.`;
    return { decision: 'ask', message, ...rest };
  },
};

function pauseAfter(requests: number, record: number | undefined): string {
  if (requests === 0) return 'Sending can begin up to 24 hours later';
  const where = record === undefined ? '' : `, before record ${formatCount(record)}`;
  return `Sending pauses after ${counted(requests, 'request')}${where}, and can go on up to 24 hours later`;
}
