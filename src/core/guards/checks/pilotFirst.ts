import { counted } from '../counted';
import type { Guard } from '../guard';
import { uncertain } from '../uncertain';

/** A few people show whether the job and the mapping work as intended, before everybody else is sent. */
export const pilotFirst: Guard = {
  id: 'G15',
  title: 'A few people first',
  check: ({ plan, survey, comparison }, limits) => {
    if (plan.target.kind === 'sandbox') return { decision: 'pass', message: 'A sandbox needs no pilot.' };
    if (plan.pilot > 0) {
      const message = `${counted(plan.pilot, 'person')} ${plan.pilot === 1 ? 'is' : 'are'} sent first, and the others once the log has entries for ${plan.pilot === 1 ? 'this one' : 'them'}.`;
      return { decision: 'pass', message, value: plan.pilot };
    }
    if (limits.pilot === 0) return { decision: 'pass', message: 'The limit pilot is 0, so nobody is sent first.' };
    if (survey.operations <= limits.pilot)
      return { decision: 'pass', message: 'There are too few people to need a pilot.' };
    if ('unknown' in comparison)
      return uncertain(`Whether a few people should be sent first is unknown: ${comparison.unknown}.`);
    const propose = `Send ${counted(limits.pilot, 'person')} first, and check their results.`;
    if (comparison.known === undefined)
      return { decision: 'ask', message: `This is the first upload to this job. ${propose}`, limit: limits.pilot };
    if (!comparison.known.isSameMapping)
      return {
        decision: 'ask',
        message: `The mapping has changed since the last upload. ${propose}`,
        limit: limits.pilot,
      };
    return { decision: 'pass', message: 'This mapping was already used for this job.' };
  },
};
