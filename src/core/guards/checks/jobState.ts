import type { Guard } from '../guard';
import type { JobFacts } from '../guardFacts';
import { uncertain } from '../uncertain';

/** A job that is paused or in quarantine takes uploads with 202 all the same, and may never work on them. */
export const jobState: Guard = {
  id: 'G11',
  title: 'State of the job',
  check: ({ job, survey }) => {
    if ('unknown' in job) return uncertain(`The state of the job could not be checked: ${job.unknown}.`);
    const { isInbound, state } = job.known;
    if (!isInbound)
      return {
        decision: 'stop',
        message: 'This job takes no uploads. Choose a job of API-driven inbound provisioning.',
      };
    switch (state) {
      case 'active':
        return { decision: 'pass', message: `The job is active.${deletions(job.known)}` };
      case 'paused':
        return {
          decision: 'ask',
          message: 'The job is paused: it accepts people and works on nobody until it is started.',
        };
      case 'disabled':
        return {
          decision: 'ask',
          message: 'The job is off: it accepts people and works on nobody until it is started.',
        };
      case 'quarantined': {
        const message =
          'The job is in quarantine: it runs once a day at most, and is switched off after four weeks. Correct what keeps it there, then start it first: that ends the quarantine.';
        return { decision: 'type', message, typed: String(survey.operations), value: survey.operations };
      }
      case 'unknown':
        return uncertain(
          'The service names a state of the job that is not documented. Look at it in the admin center.',
        );
    }
  },
};

function deletions({ preventsDeletions }: JobFacts): string {
  if (preventsDeletions === undefined) return ' Whether the service stops accidental deletions could not be checked.';
  return preventsDeletions
    ? ' The service stops accidental deletions.'
    : ' The service does not stop accidental deletions: its prevention of them is off.';
}
