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
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Told of the sandbox's own errors; the caller of the request sees a 500. */
  readonly onFault?: ((error: unknown) => void) | undefined;
  /** Told of every request that holds the token or asks for one. */
  readonly onRequest?: () => void;
  readonly timeouts?: Timeouts;
}

/** In milliseconds: how long a connection may take to send the head of a request, and all of it, and how often that is looked at. */
type Timeouts = Readonly<Record<'headersTimeout' | 'requestTimeout' | 'connectionsCheckingInterval', number>>;

/** A body that nobody reads is taken in up to here, so that the sender sees the answer and not a broken connection. */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;
/** What one machine's clients need, with room. */
const MAX_CONNECTIONS = 256;
const MAX_HEADER_BYTES = 16 * 1024;
const TIMEOUTS: Timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1000 };
/** Milliseconds without a byte either way, after which a connection ends: its client does not take the answer. */
const STALL_TIMEOUT = 60_000;

/** Puts a sandbox behind a socket of 127.0.0.1: translates, and decides nothing. */
export function listen(sandbox: Sandbox, options: ListenOptions = {}): Promise<SandboxServer> {
  const { port = 0, onFault, onRequest, timeouts = TIMEOUTS } = options;
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, ...timeouts }, (message, response) => {
    answer(sandbox, message, response, onRequest).catch((error: unknown) => {
      // A caller who went away in mid-request is not the sandbox's fault, and there is nobody left to answer
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
    // Leaving the body half read must not tear the connection down: the answer still has to go out
    body: message.iterator({ destroyOnReturn: false }),
    authority: `127.0.0.1:${message.socket.localPort}`,
  });
  // Whoever is not let in does not keep the sandbox awake
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
  // The caller has its answer; how its own sending ends is of no interest
  message.on('error', () => undefined);
  message.resume();
}
