import type { SecretPurpose } from '../connections/file/secretOf';
import type { SecretPlace } from '../connections/file/signIn';
import type { CloudName } from '../tenant/clouds';
import type { Clock } from '../tenant/clock';
import type { IssuedToken, TokenRequest } from '../tenant/signIn/keptTokens';
import type { Transport } from '../tenant/transport';

/** The kind of a file, for messages. */
type FilePurpose = SecretPurpose | 'certificate' | 'token of the workload identity';

/** What a person must enter on another page. Both texts come from the service. */
export interface DeviceCode {
  readonly code: string;
  /** The page on which to enter the code. */
  readonly address: string;
}

/** The account whose token the editor is asked for. */
interface EditorAccount {
  readonly clientId: string;
  readonly tenantId: string;
  readonly cloud: CloudName;
}

/** The effects of signing in. They reject with a `TenantError` that says what is missing and what to do. */
export interface SignInEffects {
  readonly clock: Clock;
  /** The transport for calls; the same as for Microsoft Graph, so that proxy and certificates are the same. */
  readonly transport: Transport;
  readonly secretOf: (place: SecretPlace, purpose: SecretPurpose) => Promise<string>;
  /** Reads a file that the connection names. */
  readonly readFile: (path: string, purpose: FilePurpose) => Promise<Uint8Array>;
  /** Shows a person the code, with a warning to enter it only if they started the sign-in themselves. */
  readonly onDeviceCode: (given: DeviceCode) => void;
  /** Opens a page in the browser of the person. */
  readonly openBrowser: (url: string) => Promise<void>;
  /** Warns about something that will soon prevent signing in. Absent if no user would see it. */
  readonly warn?: (message: string) => void;
  /** Absent outside an editor. */
  readonly editorAccount?: (account: EditorAccount, request: TokenRequest) => Promise<IssuedToken>;
}

/** The warning for every device code, because it may have been sent by somebody else to steal the sign-in. */
export const DEVICE_CODE_WARNING =
  'Only do so if you started this sign-in yourself: a code that somebody else sends you signs them in.';
