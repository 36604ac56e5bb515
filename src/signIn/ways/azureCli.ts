import { clouds } from '../../tenant/clouds';
import { azureCliFailure } from '../failures/azureCliFailure';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/** Milliseconds that `az` may take: it starts slowly and may have to renew a token. */
const PATIENCE = 60_000;

/** Tokens of the account that the Azure CLI is signed in with. `az` is found through the PATH. */
export function azureCli(context: SignInContext<Way<'azureCli'>>): AskForToken {
  const { file } = context;
  return async () => {
    try {
      const { AzureCliCredential } = await import('../identityLibrary');
      const credential = new AzureCliCredential({
        tenantId: file.tenantId,
        additionallyAllowedTenants: [],
        processTimeoutInMs: PATIENCE,
      });
      const { token, expiresOnTimestamp } = await credential.getToken(clouds[file.cloud].scope);
      return { text: token, lifetime: expiresOnTimestamp - Date.now() };
    } catch (error) {
      throw azureCliFailure(error, context);
    }
  };
}
