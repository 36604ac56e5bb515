/**
 * A function like the web's `fetch`, passed in: the editor's own in the extension host, undici's on the command line.
 * It must not follow redirects with `redirect: 'manual'`, and must not repeat a request by itself.
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
  /** Ends its connections and what is under way on them. */
  close(): Promise<void>;
}

/** The part of a web `Response` that we look at. */
export interface TransportAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader } | null;
}

interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: unknown }>;
  cancel(): Promise<unknown>;
}

/** A body's text, and whether it is all of it: it is not when it was over the limit, and when it broke off. */
export interface BodyText {
  readonly text: string;
  readonly complete: boolean;
  readonly brokeOff?: true;
}

/** Reads at most `limit` bytes, counted after unpacking. Never rejects: what the status says holds without the body. */
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
    // The connection broke inside the body; the caller learns it from `complete`
    return { text, complete: false, brokeOff: true };
  }
  // Not awaited: the rest is not wanted, and whether the other side hears of it does not matter
  reader.cancel().catch(() => undefined);
  return { text, complete: false };
}
