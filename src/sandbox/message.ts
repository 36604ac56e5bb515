import type { JsonValue } from '../core/json/jsonValue';
import { readBoundedJson } from '../core/json/readBoundedJson';

/** A request as the sandbox sees it, independent of the transport. */
export interface SandboxRequest {
  readonly method: string;
  /** Path and query, as on the request line. */
  readonly target: string;
  /** By lower-case name; several headers of one name are joined with `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
  /** The address at which the request arrived, `127.0.0.1:port`; taken from the socket, never from the request. */
  readonly authority: string;
}

export interface SandboxResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `''` if the answer has no body. */
  readonly body: string;
  /** The answer must be lost: the transport closes the connection instead. */
  readonly isLost?: true;
}

/** The answer of a route, before the common headers are added. */
export type SandboxAnswer = Success | Refused | Page;

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

/** The answer of a device between caller and service, without the service's headers. */
export interface Page {
  readonly status: number;
  readonly html: string;
}

export function refused(
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Refused {
  return { status, code, message, ...(headers && { headers }) };
}

export function notFound(kind: string, id: string): Refused {
  return refused(404, 'itemNotFound', `The ${kind} "${id}" was not found.`);
}

/** Reads the body; `undefined` if it has more than `limit` bytes, in which case the rest is not read. */
export async function bodyOf(request: SandboxRequest, limit: number): Promise<Uint8Array | undefined> {
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

/** Parses a JSON body; `value` is `undefined` if the body is empty. */
export async function readJsonBody(
  request: SandboxRequest,
  limit: number,
): Promise<{ readonly value: JsonValue | undefined } | Refused> {
  const body = await bodyOf(request, limit);
  if (body === undefined) return refused(413, 'invalidRequest', `The body must not be larger than ${limit} bytes.`);
  if (body.length === 0) return { value: undefined };
  if (mediaType(request) !== 'application/json')
    return refused(415, 'notSupported', 'The Content-Type must be application/json.');
  const text = decodeUtf8(body);
  if (text === undefined) return refused(400, 'BadRequest', 'The body is not UTF-8 text.');
  const json = readBoundedJson(text);
  return 'refusal' in json ? refused(400, 'BadRequest', `The body is ${json.refusal}`) : json;
}

/** The media type of the body in lower case, without its parameters. */
export function mediaType(request: SandboxRequest): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A fatal decoder throws for bytes that are not UTF-8
    return undefined;
  }
}
