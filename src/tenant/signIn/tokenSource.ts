/** Where tokens come from. Implementations keep a token for as long as it is good. */
export interface TokenSource {
  token(options?: TokenOptions): Promise<string>;
}

interface TokenOptions {
  /** Asks for a fresh token, because the service has refused the last, or because more may have been granted since. */
  readonly renew?: boolean;
  /** The one that it has refused: of several callers whose token was refused, only the first needs a fresh one. */
  readonly refused?: string;
  readonly signal?: AbortSignal;
}
