import { utcTime } from '../counted';
import type { Guard } from '../guard';
import { uncertain } from '../uncertain';

/** A double click, or a job of the scheduler that ran twice. */
export const sentBefore: Guard = {
  id: 'G13',
  title: 'The very same was sent before',
  check: ({ sameBodiesAt }) => {
    if ('unknown' in sameBodiesAt)
      return uncertain(`Whether the very same was sent before is unknown: ${sameBodiesAt.unknown}.`);
    if (sameBodiesAt.known === undefined) return { decision: 'pass', message: 'This was not sent to this job before.' };
    const message = `The very same requests were accepted on ${utcTime(sameBodiesAt.known)}. Send them again only if the job has lost them.`;
    return { decision: 'ask', message };
  },
};
