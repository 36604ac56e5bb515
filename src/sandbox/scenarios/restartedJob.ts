import type { Scenario } from './scenario';

export const restartedJob: Scenario = {
  name: 'restarted-job',
  title: 'Restarted Job',
  summary: 'Uploads are accepted, then deleted by a restart: the log never tells of anybody.',
  description:
    'Uploads are accepted and then deleted, as when a paused job is restarted instead of started: the job runs, and the log never tells of anybody.',
  effects: { purges: true },
};
