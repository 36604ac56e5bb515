import type { SignIn } from '../../connections/file/signIn';
import type { TenantConnectionFile } from '../../connections/tenantFile';

/** The facts about a failed sign-in. */
export interface SignInFacts {
  readonly file: TenantConnectionFile;
  readonly signIn: SignIn;
  /** The client secret, to recognise a secret's id that was entered by mistake; never shown. */
  readonly secret?: string;
  /** When the certificate expires, in milliseconds since 1970. */
  readonly certificateEnd?: number;
}
