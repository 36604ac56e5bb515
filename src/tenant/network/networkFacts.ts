/** Looks up facts about the route to a host. The command line and the extension host each have an implementation. */
export interface NetworkFacts {
  /**
   * The proxy for calls to an address, found without a call. Rejects with a `TenantError` if the configuration is
   * invalid.
   */
  proxyFor(url: string): Promise<ProxyChoice>;
  /**
   * Opens an encrypted connection to an https origin, reads its certificate and closes the connection without a
   * request. Rejects with a `TenantError` if there is no certificate, because the host did not answer or a proxy
   * refused.
   */
  probeTls(origin: string, signal?: AbortSignal): Promise<TlsProbe>;
}

/** How a call reaches its host. */
export type ProxyChoice =
  /** `address` contains neither user nor password. `source` is the variable or setting that sets the proxy. */
  | { readonly kind: 'proxy'; readonly address: string; readonly source: string }
  /** `source` is the variable or setting that exempts the host from the proxy; absent if no proxy is configured. */
  | { readonly kind: 'direct'; readonly source?: string }
  /** `reason` is a sentence. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a host presents before any request is made. */
export interface TlsProbe {
  readonly way: 'direct' | 'proxy' | 'unknown';
  /** Whether the certificate is accepted: from a known authority, currently valid, for this host. */
  readonly authorised: boolean;
  /** Why it is not accepted: a code of OpenSSL or Node, such as `CERT_HAS_EXPIRED`. */
  readonly code?: string;
  /** Absent if the certificate was refused before it could be read. */
  readonly certificate?: PeerCertificate;
}

/** The facts of a host's certificate that people compare. */
export interface PeerCertificate {
  /** The common name. `subject` and `issuer` come from the host: print them escaped. */
  readonly subject: string;
  /** Common name and organisation of the issuer. A company's name here means that a proxy inspects TLS. */
  readonly issuer: string;
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validUntil: string;
}
