/** What a fault server does with a connection, one step after the other. */
export type FaultStep =
  /** Reads this many bytes of any content. */
  | { readonly do: 'read'; readonly bytes: number }
  /** Reads up to the empty line that ends the head of a request. */
  | { readonly do: 'read-head' }
  /** Reads the body of the request whose head was read: all of it, a share, or all but some bytes. */
  | { readonly do: 'read-body'; readonly share?: number; readonly but?: number }
  /** Writes this: all at once, or in pieces of so many bytes. */
  | { readonly do: 'write'; readonly text: string | Uint8Array; readonly pieces?: number }
  /** Writes this again and again, so often or until nobody listens. */
  | { readonly do: 'flood'; readonly text: string | Uint8Array; readonly times: number }
  /** Does nothing for so many milliseconds; `Infinity` until the other side ends the connection. */
  | { readonly do: 'stall'; readonly ms: number }
  /** Ends the connection as a broken one (RST). */
  | { readonly do: 'reset' }
  /** Ends it as one that is done with (FIN). */
  | { readonly do: 'close' }
  /** What comes next depends on what was received, the body of this turn as the last. */
  | { readonly do: 'decide'; readonly by: (received: readonly { readonly body: string }[]) => readonly FaultStep[] };

/** Reads a whole request. */
export const readAll: readonly FaultStep[] = [{ do: 'read-head' }, { do: 'read-body' }];

export interface AnswerParts {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What `Content-Length` says; the length of the body when left out, and no such header for `none`. */
  readonly length?: number | 'none';
}

/** The text of an answer. */
export function answerText(status: number, { headers = {}, body = '', length }: AnswerParts = {}): string {
  const named = { 'request-id': '0f0f0f0f-0000-0000-0000-000000000001', ...headers };
  const lines = Object.entries(named).map(([name, value]) => `${name}: ${value}`);
  if (length !== 'none') lines.push(`Content-Length: ${length ?? Buffer.byteLength(body)}`);
  return [`HTTP/1.1 ${status} Fault`, ...lines, '', body].join('\r\n');
}

/** Reads a whole request and answers it. */
export function answering(status: number, parts?: AnswerParts): readonly FaultStep[] {
  return [...readAll, { do: 'write', text: answerText(status, parts) }];
}
