import { refused } from '../message';
import type { CallKind } from '../routes';
import type { Scenario } from './scenario';

const OF_JOB: ReadonlySet<CallKind> = new Set<CallKind>(['upload', 'jobs', 'control', 'schema']);

export const deletedJob: Scenario = {
  name: 'deleted-job',
  title: 'Deleted Job',
  summary: 'The job no longer exists: uploads are answered 404, and its log has nothing new.',
  description:
    'The job no longer exists, as after somebody has set up provisioning again: every call about it is answered 404, and the log has nothing new.',
  effects: {
    purges: true,
    fault: ({ operation }) =>
      OF_JOB.has(operation)
        ? { answer: refused(404, 'itemNotFound', 'There is no synchronizationJob with this id.') }
        : undefined,
  },
};
