import type { Scenario } from './scenario';

export const unreadableLog: Scenario = {
  name: 'unreadable-log',
  title: 'Missing Permission for the Log',
  summary: 'The application can send, but cannot read any results.',
  description:
    'The application can send but has no permission for the provisioning log: people are provisioned, and you cannot see their results.',
  effects: { withheld: ['ProvisioningLog.Read.All', 'AuditLog.Read.All'] },
};
