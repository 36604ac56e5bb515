/**
 * Everything that is used from Microsoft's sign-in library and its engine. It is large, so this module is only loaded
 * by `import()`, with the first token.
 */
import { AzureLogger } from '@azure/logger';

export type { TokenCredential, TokenCredentialOptions } from '@azure/identity';
export {
  AzureCliCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
} from '@azure/identity';
export type { AccountInfo, AuthenticationResult, INetworkModule } from '@azure/msal-node';
export { CryptoProvider, ManagedIdentityApplication, PublicClientApplication } from '@azure/msal-node';

// With AZURE_LOG_LEVEL or DEBUG the library writes its calls to standard error, including the proxy's password
AzureLogger.log = () => undefined;
