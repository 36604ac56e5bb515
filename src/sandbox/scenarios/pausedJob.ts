import type { Scenario } from './scenario';

export const pausedJob: Scenario = {
  name: 'paused-job',
  title: 'Paused Job',
  description:
    'Uploads are accepted and pile up, but nothing reaches the log until the job is started: what "sent" without a result looks like.',
  effects: { job: { kind: 'paused' } },
};
