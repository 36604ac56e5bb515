import { counted } from '../counted';
import type { Guard } from '../guard';
import { uncertain } from '../uncertain';

/** A few people alone show whether job and mapping do what is meant, before everybody follows. */
export const pilotFirst: Guard = {
  id: 'G15',
  title: 'A few people first',
  check: ({ plan, survey, comparison }, limits) => {
    if (plan.target.kind === 'sandbox') return { decision: 'pass', message: 'A sandbox needs no pilot.' };
    if (plan.pilot > 0) {
      const message = `${counted(plan.pilot, 'person')} ${plan.pilot === 1 ? 'is' : 'are'} sent first, and the others once the log has answered for ${plan.pilot === 1 ? 'this one' : 'them'}.`;
      return { decision: 'pass', message, value: plan.pilot };
    }
    if (limits.pilot === 0) return { decision: 'pass', message: 'The limit pilot is 0, so nobody is sent first.' };
    if (survey.operations <= limits.pilot)
      return { decision: 'pass', message: 'These are so few people that nobody needs to be sent first.' };
    if ('unknown' in comparison)
      return uncertain(`Whether a few people should be sent first is unknown: ${comparison.unknown}.`);
    const propose = `Send ${counted(limits.pilot, 'person')} first, and look at what becomes of them.`;
    if (comparison.known === undefined)
      return { decision: 'ask', message: `This is the first upload to this job. ${propose}`, limit: limits.pilot };
    if (!comparison.known.isSameMapping)
      return {
        decision: 'ask',
        message: `The mapping is not the one that was used last. ${propose}`,
        limit: limits.pilot,
      };
    return { decision: 'pass', message: 'This mapping was used for this job before.' };
  },
};
