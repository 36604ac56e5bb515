import type { Scenario } from './scenario';

export const quarantinedJob: Scenario = {
  name: 'quarantined-job',
  title: 'Quarantined Job',
  summary: 'Uploads are accepted, cycles run once a day, a restart deletes queued people.',
  description:
    'The job is in quarantine, as when no notification email was set: uploads are accepted, a cycle runs once a day, and a restart deletes queued people.',
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
