import type { JsonValue } from '../core/json/jsonValue';

/** A request as the sandbox sees it, however it came. */
export interface SandboxRequest {
  readonly method: string;
  /** Path and query, as on the request line. */
  readonly target: string;
  /** By lower-case name; several headers of one name are joined with `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
  /** The address that the request arrived at, `127.0.0.1:port`: told by the socket, never by the request. */
  readonly authority: string;
}

export interface SandboxResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `''` for an answer without a body. */
  readonly body: string;
}

/** What a route answers, before the headers that every answer has. */
export type Answer = Success | Refused;

export interface Success {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: JsonValue;
}

/** A refusal, which becomes Graph's error envelope. */
export interface Refused {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly code: string;
  readonly message: string;
}

export function refused(
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Refused {
  return { status, code, message, ...(headers && { headers }) };
}

/** The body's bytes, or `undefined` once there are more than `limit`: the rest is then not read. */
export async function readBody(request: SandboxRequest, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The media type of the body in lower case, without its parameters. */
export function mediaType(request: SandboxRequest): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
