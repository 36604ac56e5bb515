import type { Scenario } from './scenario';

export const unverifiedDomain: Scenario = {
  name: 'unverified-domain',
  title: 'Domain Not Verified',
  summary: 'People of other domains fail in the log, although every upload is accepted.',
  description:
    'The job takes sign-in names as they are sent, and the tenant has only its first domain: people of another domain fail in the log, although every upload is accepted.',
  effects: { onlyDomain: 'contoso.onmicrosoft.com', expressions: { userPrincipalName: '[userName]' } },
};
