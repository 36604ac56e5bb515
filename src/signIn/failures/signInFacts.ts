import type { SignIn } from '../../connections/file/signIn';
import type { TenantConnectionFile } from '../../connections/tenantFile';

/** What is known here of a sign-in that failed. */
export interface SignInFacts {
  readonly file: TenantConnectionFile;
  readonly signIn: SignIn;
  /** The client secret, to see whether it is one; it is never shown. */
  readonly secret?: string;
  /** Until when the certificate is good, in milliseconds since 1970. */
  readonly certificateEnd?: number;
}
