import { personTokens } from '../people/personTokens';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/** Tokens of a person who enters a code on another device or in any browser. */
export function deviceCode(context: SignInContext<Way<'deviceCode'>>): AskForToken {
  return personTokens(context, ({ application, scopes, signal }) => {
    const request = {
      scopes,
      cancel: false,
      deviceCodeCallback: (given: { readonly userCode: string; readonly verificationUri: string }) =>
        context.effects.onDeviceCode({ code: given.userCode, address: given.verificationUri }),
    };
    // The library checks `cancel` before each poll
    signal.addEventListener('abort', () => (request.cancel = true), { once: true });
    return application.acquireTokenByDeviceCode(request);
  });
}
