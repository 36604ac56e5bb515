import type { Scenario } from './scenario';

export const missingPermission: Scenario = {
  name: 'missing-permission',
  title: 'Missing Permission',
  description:
    'The application has not been granted SynchronizationData-User.Upload: it may read everything, and uploads are answered 403.',
  effects: { withheld: ['SynchronizationData-User.Upload'] },
};
