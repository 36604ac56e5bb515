import { SIGN_IN_LABELS } from '../connections/file/tenantFacts';
import type { TenantConnectionFile } from '../connections/tenantFile';
import { SignInRefusedError } from '../tenant/errors';
import type { IssuedToken } from '../tenant/signIn/keptTokens';
import { keptTokens } from '../tenant/signIn/keptTokens';
import type { TokenSource } from '../tenant/signIn/tokenSource';
import { isTokenText } from '../tenant/signIn/tokenText';
import type { AskForToken } from './signInContext';
import type { SignInEffects } from './signInEffects';
import { azureCli } from './ways/azureCli';
import { browser } from './ways/browser';
import { clientCertificate } from './ways/clientCertificate';
import { clientSecret } from './ways/clientSecret';
import { deviceCode } from './ways/deviceCode';
import { managedIdentity } from './ways/managedIdentity';
import { vscodeAccount } from './ways/vscodeAccount';
import { workloadIdentity } from './ways/workloadIdentity';

/**
 * The tokens of a connection, from Microsoft's sign-in library, by the way to sign in of its file. Nothing is called
 * and no secret is read before the first token is requested. Failures are a `TenantError` in our words. Nothing is
 * stored on disk.
 */
export function openTokens(file: TenantConnectionFile, effects: SignInEffects): TokenSource {
  const ask = wayOf(file, effects);
  return keptTokens(async (request) => seen(await ask(request), file), effects.clock);
}

/** Checks that a program or a service returned a token, because the library passes on anything. */
function seen(issued: IssuedToken, { signIn }: TenantConnectionFile): IssuedToken {
  if (isTokenText(issued.text)) return issued;
  throw new SignInRefusedError(`Signing in by ${SIGN_IN_LABELS[signIn.kind]} did not return a token.`, {
    remedy: 'Nothing was sent. Check what answers in place of the sign-in service, then sign in again.',
  });
}

function wayOf(file: TenantConnectionFile, effects: SignInEffects): AskForToken {
  const { signIn } = file;
  const context = { file, effects };
  switch (signIn.kind) {
    case 'clientSecret':
      return clientSecret({ ...context, signIn });
    case 'clientCertificate':
      return clientCertificate({ ...context, signIn });
    case 'workloadIdentity':
      return workloadIdentity({ ...context, signIn });
    case 'managedIdentity':
      return managedIdentity({ ...context, signIn });
    case 'azureCli':
      return azureCli({ ...context, signIn });
    case 'deviceCode':
      return deviceCode({ ...context, signIn });
    case 'browser':
      return browser({ ...context, signIn });
    case 'vscodeAccount':
      return vscodeAccount({ ...context, signIn });
  }
}
