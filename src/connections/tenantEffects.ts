import type { Clock } from '../tenant/clock';
import type { TokenSource } from '../tenant/signIn/tokenSource';
import type { OpenedTransport, Transport } from '../tenant/transport';
import type { TenantConnectionFile } from './tenantFile';

/** The effects of calling a Microsoft Entra tenant. Each is only loaded when a connection is opened. */
export interface TenantEffects {
  readonly clock: Clock;
  /**
   * Opens the transport for calls: undici on the command line, the editor's own `fetch` in the extension host. Rejects
   * with a `TenantError` before signing in if calls would be unsafe or are impossible.
   */
  readonly openTransport: () => Promise<OpenedTransport>;
  /**
   * Opens the source of the connection's tokens, over the same transport. Makes no call before the first token is
   * requested.
   */
  readonly openTokens: (file: TenantConnectionFile, transport: Transport) => Promise<TokenSource>;
}
