import type { Guard } from '../guard';
import type { JobFacts } from '../guardFacts';
import { uncertain } from '../uncertain';

/** A job that is paused or in quarantine still answers uploads with 202, but may never process them. */
export const jobState: Guard = {
  id: 'G11',
  title: 'State of the job',
  check: ({ job, survey }) => {
    if ('unknown' in job) return uncertain(`The state of the job could not be checked: ${job.unknown}.`);
    const { isInbound, state } = job.known;
    if (!isInbound)
      return {
        decision: 'stop',
        message: 'This job does not accept uploads. Choose a job for API-driven inbound provisioning.',
      };
    switch (state) {
      case 'active':
        return { decision: 'pass', message: `The job is active.${deletions(job.known)}` };
      case 'paused':
        return {
          decision: 'ask',
          message: 'The job is paused: it accepts people but does not process them until it is started.',
        };
      case 'disabled':
        return {
          decision: 'ask',
          message: 'The job is off: it accepts people but does not process them until it is started.',
        };
      case 'quarantined': {
        const message =
          'The job is in quarantine: it runs at most once a day, and is disabled after four weeks. Fix the cause, then start the job, which ends the quarantine.';
        return { decision: 'type', message, typed: String(survey.operations), value: survey.operations };
      }
      case 'unknown':
        return uncertain('The job is in a state that is not documented. Check it in the admin center.');
    }
  },
};

function deletions({ preventsDeletions }: JobFacts): string {
  if (preventsDeletions === undefined) return ' Whether the service stops accidental deletions could not be checked.';
  return preventsDeletions
    ? ' The service stops accidental deletions.'
    : ' Accidental deletions prevention is off: the service does not stop them.';
}
