/** The reliable facts of an error: codes, not text. */
export interface FailureTrace {
  /** A code of Node, undici or Chromium (without `net::`), or one of the codes below. */
  readonly code: string;
  /** Whether it certainly occurred while connecting. */
  readonly isConnecting?: true;
  /** The status of a proxy that refused to open a tunnel. */
  readonly proxyStatus?: number;
}

/**
 * The connection closed during the TLS handshake. Node reports the code of any broken connection; only its message
 * shows this case.
 */
export const BROKEN_HANDSHAKE = 'BROKEN_HANDSHAKE';
/** A proxy refused to open a tunnel. */
export const PROXY_REFUSED = 'PROXY_REFUSED';

/** Thrown when a proxy refuses to open a tunnel. */
export class TunnelRefusedError extends Error {
  override readonly name = 'TunnelRefusedError';

  constructor(readonly status: number) {
    super('The proxy did not open a tunnel.');
  }
}

/**
 * The traces of an error: its own, its cause's, or those of all attempts to connect. Empty if no code is found.
 * Supports errors of Node, of undici (also inside `TypeError: fetch failed`), and of Chromium, which has its codes in
 * the message.
 */
export function failureTraces(failure: unknown, depth = 0): readonly FailureTrace[] {
  if (typeof failure !== 'object' || failure === null || depth > 5) return [];
  if ('errors' in failure && Array.isArray(failure.errors) && failure.errors.length > 0) {
    return failure.errors.flatMap((error: unknown) => failureTraces(error, depth + 1));
  }
  const own = traceOf(failure);
  if (own !== undefined) return [own];
  return 'cause' in failure ? failureTraces(failure.cause, depth + 1) : [];
}

function traceOf(failure: object): FailureTrace | undefined {
  if (failure instanceof TunnelRefusedError) return { code: PROXY_REFUSED, proxyStatus: failure.status };
  const text = 'message' in failure && typeof failure.message === 'string' ? failure.message : '';
  // Source: undici 6 and 7, lib/dispatcher/proxy-agent.js
  const refused = /^Proxy response \((\d{3})\) !== 200/.exec(text)?.[1];
  if (refused !== undefined) return { code: PROXY_REFUSED, proxyStatus: Number(refused) };
  const chromium = /^net::(ERR_[A-Z0-9_]+)$/.exec(text)?.[1];
  if (chromium !== undefined) return { code: chromium };
  if ('code' in failure && typeof failure.code === 'string') return codedTrace(failure.code, failure, text);
  // An abort signal throws an error with a name and no code
  if ('name' in failure && (failure.name === 'AbortError' || failure.name === 'TimeoutError'))
    return { code: failure.name };
  return undefined;
}

function codedTrace(code: string, failure: object, text: string): FailureTrace {
  // Source: Node, lib/internal/tls/wrap.js, the same in versions 20 to 24
  const isHandshake = text === 'Client network socket disconnected before secure TLS connection was established';
  if (code === 'ECONNRESET' && isHandshake) return { code: BROKEN_HANDSHAKE };
  return 'syscall' in failure && failure.syscall === 'connect' ? { code, isConnecting: true } : { code };
}
