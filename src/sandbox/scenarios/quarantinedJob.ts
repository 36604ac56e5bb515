import type { Scenario } from './scenario';

export const quarantinedJob: Scenario = {
  name: 'quarantined-job',
  title: 'Quarantined Job',
  summary: 'Uploads are accepted, cycles come once a day, a restart deletes what is queued.',
  description:
    'The job is in quarantine, as when no notification email was set: uploads are accepted, a cycle comes once a day, and a restart deletes what is queued.',
  effects: {
    job: {
      kind: 'quarantined',
      reason: 'EncounteredQuarantineException',
      error: {
        code: 'EncounteredQuarantineException',
        message: 'The job cannot go on. Check that a notification email is set, then restart provisioning.',
      },
    },
  },
};
