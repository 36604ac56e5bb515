/** A bulk request to be sent by other means. It contains a placeholder instead of a token. */
export interface ExportedRequest {
  /** Valid JSON, so no line of it starts inside a string. */
  readonly text: string;
  /** The provisioning API endpoint of the job. */
  readonly endpoint: string;
  /** Who issues the token, where the text prompts for it. If absent: Microsoft Graph. */
  readonly issuer?: string;
}

/** The endpoint without characters that would end a line or a word. */
export function addressOf({ endpoint }: ExportedRequest): string {
  return endpoint.trim().replace(/[\s\p{Cc}{}]/gu, (one) => encodeURIComponent(one));
}
