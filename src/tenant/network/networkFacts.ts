/** What can be found out about the way to a host. The command line and the extension host each know it in their own way. */
export interface NetworkFacts {
  /** Which proxy a call to an address takes. Calls nobody. Rejects with a `TenantError` where the choice itself is wrong. */
  proxyFor(url: string): Promise<ProxyChoice>;
  /**
   * Opens an encrypted connection to an https origin, looks at its certificate and closes it: no request is sent. Rejects with a
   * `TenantError` when there is no certificate to look at, because nobody answered or a proxy refused.
   */
  probeTls(origin: string, signal?: AbortSignal): Promise<TlsProbe>;
}

/** How a call reaches its host. */
export type ProxyChoice =
  /** `address` has neither user nor password. `source` is the variable or the setting that names it. */
  | { readonly kind: 'proxy'; readonly address: string; readonly source: string }
  /** `source` is the variable or the setting that excepts the host from the proxy; absent where no proxy is named. */
  | { readonly kind: 'direct'; readonly source?: string }
  /** `reason` is a sentence. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a host shows of itself before any request. */
export interface TlsProbe {
  readonly way: 'direct' | 'proxy' | 'unknown';
  /** Whether the certificate is accepted: from an authority that is known here, in time, for this host. */
  readonly authorised: boolean;
  /** Why it is not accepted: a code of OpenSSL or Node, such as `CERT_HAS_EXPIRED`. */
  readonly code?: string;
  /** Absent where the certificate was refused before it could be looked at. */
  readonly certificate?: PeerCertificate;
}

/** A host's certificate, as far as people compare it. */
export interface PeerCertificate {
  /** The common name. Both names come from the host: show them as text. */
  readonly subject: string;
  /** Common name and organisation of who issued it: a company's name here tells of a proxy that inspects TLS. */
  readonly issuer: string;
  /** ISO 8601, UTC. */
  readonly validFrom: string;
  readonly validUntil: string;
}
