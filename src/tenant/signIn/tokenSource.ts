/** Where tokens come from. Implementations keep a token for as long as it is good. */
export interface TokenSource {
  /** A token; with `renew` a fresh one, because the service has refused the last. */
  token(options?: { readonly renew?: boolean; readonly signal?: AbortSignal }): Promise<string>;
}
