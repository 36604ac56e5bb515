import { utcTime } from '../../text/time/utcTime';
import type { Guard } from '../guard';
import { uncertain } from '../uncertain';

/** Detects a double click, or a scheduled job that ran twice. */
export const sentBefore: Guard = {
  id: 'G13',
  title: 'Already sent',
  check: ({ sameBodiesAt, sameBodiesRun }) => {
    if ('unknown' in sameBodiesAt)
      return uncertain(`Whether these requests were already sent is unknown: ${sameBodiesAt.unknown}.`);
    if (sameBodiesAt.known === undefined)
      return { decision: 'pass', message: 'These requests were not sent to this job before.' };
    const message = `The same requests were accepted on ${utcTime(sameBodiesAt.known)}. Send them again only if the job has lost them.`;
    return { decision: 'ask', message, ...(sameBodiesRun !== undefined && { run: sameBodiesRun }) };
  },
};
