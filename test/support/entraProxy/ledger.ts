/** A tunnel that somebody asked the proxy for. */
export interface TunnelEntry {
  readonly kind: 'tunnel';
  /** `host:port` as it was asked for. */
  readonly target: string;
  readonly outcome: 'opened' | 'refused' | 'failed' | 'dropped' | 'ignored' | 'proxy authentication required';
  /** Bytes that arrived decrypted: 0 where the client did not trust the certificate. */
  bytes: number;
}

/** A request that arrived in a tunnel, or unencrypted at the proxy itself. It is listed once it is answered. */
export interface RequestEntry {
  readonly kind: 'request';
  /** `plain` came without a tunnel, and is always refused. */
  readonly way: 'tunnel' | 'plain';
  readonly host: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly bodyBytes: number;
  readonly hasToken: boolean;
  readonly status: number;
}

type LedgerEntry = TunnelEntry | RequestEntry;

/** Who asked the proxy for what, in order. It holds no token, no secret and no body. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];

  add<Entry extends LedgerEntry>(entry: Entry): Entry {
    this.entries.push(entry);
    return entry;
  }

  get tunnels(): readonly TunnelEntry[] {
    return this.entries.filter((entry) => entry.kind === 'tunnel');
  }

  get requests(): readonly RequestEntry[] {
    return this.entries.filter((entry) => entry.kind === 'request');
  }

  /** The requests as `METHOD host/path status`, without their queries. */
  get lines(): readonly string[] {
    return this.requests.map(({ method, host, path, status }) => `${method} ${host}${path.split('?')[0]} ${status}`);
  }

  /** Begins an empty list, for what comes next. */
  clear(): void {
    this.entries.length = 0;
  }
}
