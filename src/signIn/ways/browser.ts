import { RedirectListener } from '../people/redirectListener';
import { personTokens } from '../people/personTokens';
import { redirectFailure } from '../failures/redirectFailure';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/**
 * Tokens of a person who signs in with this machine's browser, which returns a code to a local port (PKCE, RFC 7636).
 */
export function browser(context: SignInContext<Way<'browser'>>): AskForToken {
  return personTokens(context, async ({ application, scopes, signal }) => {
    const { CryptoProvider } = await import('../identityLibrary');
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const listener = await RedirectListener.open();
    try {
      const redirectUri = listener.address;
      const url = await application.getAuthCodeUrl({
        scopes,
        redirectUri,
        state: listener.state,
        codeChallenge: challenge,
        codeChallengeMethod: 'S256',
        prompt: 'select_account',
      });
      await context.effects.openBrowser(url);
      const back = await listener.redirect(signal);
      const code = back.get('code');
      if (code === null) throw redirectFailure(back, context);
      return await application.acquireTokenByCode({ scopes, redirectUri, code, codeVerifier: verifier });
    } finally {
      listener.close();
    }
  });
}
