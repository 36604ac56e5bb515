import type { SecretPlace } from '../connections/file/signIn';
import type { Clock } from '../tenant/clock';
import type { Transport } from '../tenant/transport';

/** What a secret is for, as messages name it. */
type SecretPurpose = 'client secret' | 'password of the certificate';

/** What a file is for, as messages name it. */
type FilePurpose = SecretPurpose | 'certificate' | 'token of the workload identity';

/** What signing in takes of the world. */
export interface SignInEffects {
  readonly clock: Clock;
  /** What carries the calls: the same that calls Microsoft Graph, so that proxy and certificates are the same. */
  readonly transport: Transport;
  /** A secret. Rejects with a `TenantError` that says where it is missing. */
  readonly secretOf: (place: SecretPlace, purpose: SecretPurpose) => Promise<string>;
  /** A file that the connection names. Rejects with a `TenantError` when it cannot be read. */
  readonly readFile: (path: string, purpose: FilePurpose) => Promise<Uint8Array>;
}
