import type { Scenario } from './scenario';

export const unverifiedDomain: Scenario = {
  name: 'unverified-domain',
  title: 'Domain Not Verified',
  description:
    'The domain of the sign-in names is not verified in the tenant: every newcomer fails in the log, although every upload is accepted.',
  effects: { verifiedDomains: [] },
};
