import type { Scenario } from './scenario';

export const unverifiedDomain: Scenario = {
  name: 'unverified-domain',
  title: 'Domain Not Verified',
  summary: 'People of other domains fail in the log, although every upload is accepted.',
  description:
    'The job takes sign-in names as they are sent, and the tenant has no domain but its first one: whoever is of another domain fails in the log, although every upload is accepted.',
  effects: { onlyDomain: 'contoso.onmicrosoft.com', expressions: { userPrincipalName: '[userName]' } },
};
