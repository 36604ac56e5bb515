import { agree, counted } from '../counted';
import { utcTime } from '../../text/time/utcTime';
import type { Guard } from '../guard';

/** Reports whether the plan was simulated on a sandbox. For information only. */
export const trialRun: Guard = {
  id: 'G17',
  title: 'Simulation on a sandbox',
  check: ({ simulated }) => {
    if (simulated === undefined) return { decision: 'pass', message: 'This plan was not simulated on a sandbox.' };
    const { failed, at } = simulated;
    const result = failed === 0 ? 'nobody failed' : `${counted(failed, 'person')} failed`;
    const look = failed === 0 ? '' : ` Check ${agree(failed, 'this person', 'them')} first.`;
    const message = `This plan was simulated on a sandbox on ${utcTime(at)}, and ${result}.${look}`;
    return { decision: 'pass', message, value: failed };
  },
};
