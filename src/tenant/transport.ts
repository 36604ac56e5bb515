/**
 * A function like the web's `fetch`: the editor's own in the extension host, undici's on the command line. With
 * `redirect: 'manual'` it must not follow redirects, and it must not repeat a request by itself.
 */
export type Transport = (url: string, request: TransportRequest) => Promise<TransportAnswer>;

export interface TransportRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
  /** Redirects are never followed: a 307 would carry people's data to another host. */
  readonly redirect: 'manual';
  readonly signal?: AbortSignal;
}

/** A transport that keeps connections open until it is closed. */
export interface OpenedTransport {
  readonly transport: Transport;
  /** Closes its connections, including those in use. */
  close(): Promise<void>;
}

/** The part of a web `Response` that we use. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader } | null;
}

interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: unknown }>;
  cancel(): Promise<unknown>;
}

/** A body's text, and whether it is complete. It is not if it exceeds the limit or the connection broke. */
export interface BodyText {
  readonly text: string;
  readonly complete: boolean;
  readonly brokeOff?: true;
}

/**
 * Reads at most `limit` bytes, counted after decompression. Never rejects, because the status is valid without the
 * body.
 */
export async function readBody(body: TransportAnswer['body'], limit: number): Promise<BodyText> {
  if (body === null) return { text: '', complete: true };
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { text: text + decoder.decode(), complete: true };
      if (!(value instanceof Uint8Array)) break;
      size += value.length;
      if (size > limit) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // The connection broke while the body was read; `complete` tells the caller
    return { text, complete: false, brokeOff: true };
  }
  // Not awaited: the rest is not needed, and it does not matter whether the cancellation succeeds
  reader.cancel().catch(() => undefined);
  return { text, complete: false };
}
