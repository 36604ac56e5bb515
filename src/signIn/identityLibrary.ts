/** All that is used of Microsoft's sign-in library. It is large: this module is loaded by `import()` alone, with the first token. */
export type { TokenCredential, TokenCredentialOptions } from '@azure/identity';
export { ClientSecretCredential } from '@azure/identity';
