import type { TenantConnectionFile } from '../connections/tenantFile';
import { keptTokens } from '../tenant/signIn/keptTokens';
import type { TokenSource } from '../tenant/signIn/tokenSource';
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
 * Where the tokens of a connection come from: Microsoft's sign-in library, by the way that the file names. Nobody is called, and no
 * secret is read, before the first token is asked for. What fails is a `TenantError` in our words. Nothing is kept on disk.
 */
export function openTokens(file: TenantConnectionFile, effects: SignInEffects): TokenSource {
  return keptTokens(wayOf(file, effects), effects.clock);
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
