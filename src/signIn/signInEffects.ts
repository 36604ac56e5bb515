import type { SecretPurpose } from '../connections/file/secretOf';
import type { SecretPlace } from '../connections/file/signIn';
import type { CloudName } from '../tenant/clouds';
import type { Clock } from '../tenant/clock';
import type { IssuedToken, TokenRequest } from '../tenant/signIn/keptTokens';
import type { Transport } from '../tenant/transport';

/** What a file is for, as messages name it. */
type FilePurpose = SecretPurpose | 'certificate' | 'token of the workload identity';

/** What a person has to do elsewhere. Both are text of the service. */
export interface DeviceCode {
  readonly code: string;
  /** The page on which it is entered. */
  readonly address: string;
}

/** Whose account an editor is to give a token of. */
interface EditorAccount {
  readonly clientId: string;
  readonly tenantId: string;
  readonly cloud: CloudName;
}

/** What signing in takes of the world. What it is handed rejects with a `TenantError` that says what is missing and what to do. */
export interface SignInEffects {
  readonly clock: Clock;
  /** What carries the calls: the same that calls Microsoft Graph, so that proxy and certificates are the same. */
  readonly transport: Transport;
  readonly secretOf: (place: SecretPlace, purpose: SecretPurpose) => Promise<string>;
  /** A file that the connection names. */
  readonly readFile: (path: string, purpose: FilePurpose) => Promise<Uint8Array>;
  /** Shows a person the code, and that it is to be entered only by who has started the sign-in. */
  readonly onDeviceCode: (given: DeviceCode) => void;
  /** Opens a page in the browser of the person. */
  readonly openBrowser: (url: string) => Promise<void>;
  /** Says what will soon keep the connection from signing in. Absent where nobody reads it. */
  readonly warn?: (message: string) => void;
  /** Absent where there is no editor. */
  readonly editorAccount?: (account: EditorAccount, request: TokenRequest) => Promise<IssuedToken>;
}

/** What everybody who shows a device code says with it (it may be somebody else's, sent to steal the sign-in). */
export const DEVICE_CODE_WARNING =
  'Only do so if you started this sign-in yourself: a code that somebody sends you signs them in.';
