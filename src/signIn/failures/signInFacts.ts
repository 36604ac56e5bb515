import type { SignIn } from '../../connections/file/signIn';
import type { TenantConnectionFile } from '../../connections/tenantFile';

/** The facts about a failed sign-in. */
export interface SignInFacts {
  readonly file: TenantConnectionFile;
  readonly signIn: SignIn;
  /** The client secret, to see whether it is one; it is never shown. */
  readonly secret?: string;
  /** The expiry of the certificate, in milliseconds since 1970. */
  readonly certificateEnd?: number;
}
