import type { SignIn } from '../connections/file/signIn';
import type { TenantConnectionFile } from '../connections/tenantFile';
import type { IssuedToken, TokenRequest } from '../tenant/signIn/keptTokens';
import type { SignInEffects } from './signInEffects';

/** The ways to sign in of some kinds. */
export type Way<Kind extends SignIn['kind']> = Extract<SignIn, { readonly kind: Kind }>;

/** The context of one way to sign in. */
export interface SignInContext<Own extends SignIn = SignIn> {
  readonly file: TenantConnectionFile;
  readonly signIn: Own;
  readonly effects: SignInEffects;
}

/** Asks for one token. Rejects with a `TenantError`. */
export type AskForToken = (request: TokenRequest) => Promise<IssuedToken>;
