import type { Scenario } from './scenario';

export const restartedJob: Scenario = {
  name: 'restarted-job',
  title: 'Restarted Job',
  summary: 'Uploads are accepted, then deleted by a restart: nobody ever reaches the log.',
  description:
    'Uploads are accepted and then deleted, as when a paused job is restarted instead of started: the job runs, and nobody ever reaches the log.',
  effects: { purges: true },
};
