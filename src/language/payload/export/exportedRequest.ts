/** A bulk request to be sent by other means. No token is part of it: what is written names where one is put. */
export interface ExportedRequest {
  /** JSON without mistakes: what follows line breaks in it is never the beginning of a text. */
  readonly text: string;
  /** The provisioning API endpoint of the job. */
  readonly endpoint: string;
  /** Who the token is of, where the text asks for it. Left out: Microsoft Graph. */
  readonly issuer?: string;
}

/** The endpoint with nothing in it that ends a line or a word. */
export function addressOf({ endpoint }: ExportedRequest): string {
  return endpoint.trim().replace(/[\s\p{Cc}{}]/gu, (one) => encodeURIComponent(one));
}
