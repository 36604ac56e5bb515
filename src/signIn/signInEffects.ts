import type { SecretPurpose } from '../connections/file/secretOf';
import type { SecretPlace } from '../connections/file/signIn';
import type { CloudName } from '../tenant/clouds';
import type { Clock } from '../tenant/clock';
import type { IssuedToken, TokenRequest } from '../tenant/signIn/keptTokens';
import type { Transport } from '../tenant/transport';

/** The purpose of a file, for messages. */
type FilePurpose = SecretPurpose | 'certificate' | 'token of the workload identity';

/** What a person has to do elsewhere. Both texts come from the service. */
export interface DeviceCode {
  readonly code: string;
  /** The page on which it is entered. */
  readonly address: string;
}

/** The account for an editor's token. */
interface EditorAccount {
  readonly clientId: string;
  readonly tenantId: string;
  readonly cloud: CloudName;
}

/** The effects of signing in. They reject with a `TenantError` that says what is missing and what to do. */
export interface SignInEffects {
  readonly clock: Clock;
  /** The transport of calls: the same as for Microsoft Graph, so that proxy and certificates are the same. */
  readonly transport: Transport;
  readonly secretOf: (place: SecretPlace, purpose: SecretPurpose) => Promise<string>;
  /** A file that the connection names. */
  readonly readFile: (path: string, purpose: FilePurpose) => Promise<Uint8Array>;
  /** Shows a person the code, with the warning that only the person who started the sign-in may enter it. */
  readonly onDeviceCode: (given: DeviceCode) => void;
  /** Opens a page in the browser of the person. */
  readonly openBrowser: (url: string) => Promise<void>;
  /** Warns about what will soon prevent signing in. Absent if nobody reads it. */
  readonly warn?: (message: string) => void;
  /** Absent outside an editor. */
  readonly editorAccount?: (account: EditorAccount, request: TokenRequest) => Promise<IssuedToken>;
}

/** The warning shown with every device code (it may be somebody else's, sent to steal the sign-in). */
export const DEVICE_CODE_WARNING =
  'Only do so if you started this sign-in yourself: a code that somebody else sends you signs them in.';
