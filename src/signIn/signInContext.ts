import type { SignIn } from '../connections/file/signIn';
import type { TenantConnectionFile } from '../connections/tenantFile';
import type { TokenRequest } from '../tenant/signIn/keptTokens';
import type { SignInEffects } from './signInEffects';

/** What a token is asked for with, by one way to sign in. */
export interface SignInContext<Kind extends SignIn['kind'] = SignIn['kind']> {
  readonly file: TenantConnectionFile;
  readonly signIn: Extract<SignIn, { readonly kind: Kind }>;
  readonly effects: SignInEffects;
  readonly request: TokenRequest;
}
