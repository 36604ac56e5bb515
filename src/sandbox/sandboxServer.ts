import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { limitConnections } from './openConnections';
import type { Sandbox } from './sandbox';
import type { SandboxResponse } from './message';

export interface SandboxServer {
  /** `127.0.0.1:port`. */
  readonly authority: string;
  /** Ends every open connection and stops listening. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0, the default, uses a free one. */
  readonly port?: number;
  /** Called with the sandbox's own errors; the caller of the request sees a 500. */
  readonly onFault?: ((error: unknown) => void) | undefined;
  /** Called for every request with a token, or for a token. */
  readonly onRequest?: () => void;
  readonly timeouts?: Timeouts;
}

/**
 * In milliseconds: the time for the headers of a request, the time for the whole request, and the interval of these
 * checks.
 */
type Timeouts = Readonly<Record<'headersTimeout' | 'requestTimeout' | 'connectionsCheckingInterval', number>>;

/**
 * Maximum bytes of an unread body that are consumed, so that the sender sees the answer and not a broken connection.
 */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;
/** More than the clients of one machine need. */
const MAX_CONNECTIONS = 256;
const MAX_HEADER_BYTES = 16 * 1024;
const TIMEOUTS: Timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1000 };
/**
 * Milliseconds without a byte in either direction after which a connection is closed, because its client does not read
 * the answer.
 */
const STALL_TIMEOUT = 60_000;

/** Serves a sandbox on a socket of 127.0.0.1. Only translates between HTTP and the sandbox. */
export function listen(sandbox: Sandbox, options: ListenOptions = {}): Promise<SandboxServer> {
  const { port = 0, onFault, onRequest, timeouts = TIMEOUTS } = options;
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, ...timeouts }, (message, response) => {
    answer(sandbox, message, response, onRequest).catch((error: unknown) => {
      // The caller disconnected during its request, which is not a fault of the sandbox
      if (message.destroyed && !message.complete) return;
      onFault?.(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  server.timeout = STALL_TIMEOUT;
  limitConnections(server, MAX_CONNECTIONS);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The server has no port.');
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      resolve({ authority: `127.0.0.1:${address.port}`, close });
    });
  });
}

async function answer(
  sandbox: Sandbox,
  message: IncomingMessage,
  response: ServerResponse,
  onRequest: (() => void) | undefined,
): Promise<void> {
  const headers = new Map(
    Object.entries(message.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? '']),
  );
  const given = await sandbox.handle({
    method: message.method ?? '',
    target: message.url ?? '',
    headers,
    // An unread body must not close the connection, because the answer still has to be sent
    body: message.iterator({ destroyOnReturn: false }),
    authority: `127.0.0.1:${message.socket.localPort}`,
  });
  // Refused callers do not keep the sandbox running
  if (given.status !== 401 && given.status !== 403) onRequest?.();
  if (given.isLost === true) {
    message.socket.destroy();
    return;
  }
  write(response, given);
  drain(message);
}

function write(response: ServerResponse, { status, headers, body }: SandboxResponse): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function drain(message: IncomingMessage): void {
  let drained = 0;
  message.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > MAX_DRAINED_BYTES) message.destroy();
  });
  // The caller has its answer; errors of the rest of its request do not matter
  message.on('error', () => undefined);
  message.resume();
}
