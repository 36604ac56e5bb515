import type { Clock } from '../tenant/clock';
import type { TokenSource } from '../tenant/signIn/tokenSource';
import type { OpenedTransport, Transport } from '../tenant/transport';
import type { TenantConnectionFile } from './tenantFile';

/** What reaching a tenant of Microsoft Entra takes of the world. Each part is loaded when a connection is opened, not before. */
export interface TenantEffects {
  readonly clock: Clock;
  /**
   * What carries calls: undici on the command line, the editor's own `fetch` in the extension host. Rejects with a `TenantError`
   * where calls would not be safe or cannot be made, before anybody signs in.
   */
  readonly openTransport: () => Promise<OpenedTransport>;
  /** Where the connection's tokens come from, over the same transport. Nobody is called before the first token is asked for. */
  readonly openTokens: (file: TenantConnectionFile, transport: Transport) => Promise<TokenSource>;
}
