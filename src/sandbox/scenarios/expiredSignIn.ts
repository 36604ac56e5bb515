import { tokenExpired } from '../gate/tokens';
import type { Scenario } from './scenario';

export const expiredSignIn: Scenario = {
  name: 'expired-sign-in',
  title: 'Expired Sign-in',
  summary: 'Every call is answered 401, and no new token is issued.',
  description:
    'Tokens and the client secret have expired: every call is answered 401, and no new token is issued until the secret is renewed.',
  effects: {
    fault: ({ operation }) => {
      if (operation !== 'token') return { answer: tokenExpired() };
      const description = 'AADSTS7000222: The provided client secret keys are expired.';
      const json = { error: 'invalid_client', error_description: description, error_codes: [7000222] };
      return { answer: { status: 401, json } };
    },
  },
};
