/** A bulk request to send by other means. It does not contain a token, only a placeholder for one. */
export interface ExportedRequest {
  /** Valid JSON: text after its line breaks is never the beginning of a string. */
  readonly text: string;
  /** The provisioning API endpoint of the job. */
  readonly endpoint: string;
  /** Who the token is of, where the text asks for it. Left out: Microsoft Graph. */
  readonly issuer?: string;
}

/** The endpoint without characters that end a line or a word. */
export function addressOf({ endpoint }: ExportedRequest): string {
  return endpoint.trim().replace(/[\s\p{Cc}{}]/gu, (one) => encodeURIComponent(one));
}
