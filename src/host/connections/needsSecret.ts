import type { SecretPurpose } from '../../connections/file/secretOf';
import type { TenantConnectionFile } from '../../connections/tenantFile';
import { SignInRefusedError } from '../../tenant/errors';
import type { FoundSecret } from './secrets';
import { describeMissing } from './secretWords';

/** A secret is missing, so the service was not called: it must be entered first. */
export class NeedsSecretError extends SignInRefusedError {
  /** The name of the connection. */
  readonly connection: string;

  constructor(message: string, connection: string) {
    super(message, { remedy: 'Nothing was sent. Edit the connection and enter it.' });
    this.connection = connection;
  }
}

/** The stored secret. Throws {@link NeedsSecretError} if there is none. */
export function secretOrThrow(found: FoundSecret, purpose: SecretPurpose, { name }: TenantConnectionFile): string {
  if ('value' in found) return found.value;
  throw new NeedsSecretError(describeMissing('missing' in found ? found.missing : found.trouble, purpose, name), name);
}
