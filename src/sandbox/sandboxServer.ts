import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Sandbox } from './sandbox';
import type { SandboxResponse } from './message';

export interface SandboxServer {
  /** `127.0.0.1:port`. */
  readonly authority: string;
  /** Ends every open connection and stops listening. */
  close(): Promise<void>;
}

/** A body that nobody reads is taken in up to here, so that the sender sees the answer and not a broken connection. */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;

/**
 * Puts a sandbox behind a socket of 127.0.0.1: translates, and decides nothing. `port` 0 takes a free one.
 * `onFault` is told of the sandbox's own errors; the caller of the request sees a 500.
 */
export function listen(sandbox: Sandbox, port = 0, onFault?: (error: unknown) => void): Promise<SandboxServer> {
  const server = createServer((message, response) => {
    answer(sandbox, message, response).catch((error: unknown) => {
      // A caller who went away in mid-request is not the sandbox's fault, and there is nobody left to answer
      if (message.destroyed && !message.complete) return;
      onFault?.(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
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

async function answer(sandbox: Sandbox, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Map(
    Object.entries(message.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? '']),
  );
  write(
    response,
    await sandbox.handle({
      method: message.method ?? '',
      target: message.url ?? '',
      headers,
      // Leaving the body half read must not tear the connection down: the answer still has to go out
      body: message.iterator({ destroyOnReturn: false }),
      authority: `127.0.0.1:${message.socket.localPort}`,
    }),
  );
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
