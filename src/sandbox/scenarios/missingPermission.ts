import type { Scenario } from './scenario';

export const missingPermission: Scenario = {
  name: 'missing-permission',
  title: 'Missing Permission',
  summary: 'The application can read everything, but its uploads are answered 403.',
  description:
    'The application has not been granted SynchronizationData-User.Upload: it can read everything, but its uploads are answered 403.',
  effects: { withheld: ['SynchronizationData-User.Upload'] },
};
