/** Provides tokens. Implementations cache a token while it is valid. */
export interface TokenSource {
  token(options?: TokenOptions): Promise<string>;
}

interface TokenOptions {
  /**
   * Requests a fresh token, because the service has refused the last one or permissions may have been granted since.
   */
  readonly renew?: boolean;
  /** The refused token. If several callers had it refused, only the first needs a fresh one. */
  readonly refused?: string;
  readonly signal?: AbortSignal;
}
