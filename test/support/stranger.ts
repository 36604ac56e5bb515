import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';

/** What a stranger says to the text that a connection has brought so far; `undefined` waits for more. */
export type Says = (received: string, socket: Socket) => string | undefined;

/** A program that has taken a sandbox's port: it notes every byte that it gets. */
export class Stranger {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #received = '';

  private constructor(says: Says) {
    this.#server = createServer((socket) => {
      let text = '';
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.setEncoding('latin1').on('data', (chunk: string) => {
        this.#received += chunk;
        text += chunk;
        const answer = says(text, socket);
        if (answer === undefined) return;
        text = '';
        socket.write(answer);
      });
    });
  }

  /** Takes a port whose owner has just gone; 0 takes a free one. */
  static async listen(port: number, says: Says = playService): Promise<Stranger> {
    const stranger = new Stranger(says);
    stranger.#server.listen(port, '127.0.0.1');
    await once(stranger.#server, 'listening');
    return stranger;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  get received(): string {
    return this.#received;
  }

  /** The request lines that are not challenges. */
  get requests(): readonly string[] {
    const lines = this.#received.match(/^[A-Z]+ \S+ HTTP\/1\.1$/gm) ?? [];
    return lines.filter(
      (line) => !/^GET \/[0-9a-f-]{36}\/sandbox-proof\?challenge=[0-9a-f]{64} HTTP\/1\.1$/.test(line),
    );
  }

  get challenges(): number {
    return (
      this.#received.match(/^GET \/[0-9a-f-]{36}\/sandbox-proof\?challenge=[0-9a-f]{64} HTTP\/1\.1$/gm)?.length ?? 0
    );
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

export const STOLEN_TOKEN = 'sandbox-token-stolen.a.b';

/** Plays a sandbox as well as one can who does not know the secret: gives tokens, takes uploads, has an empty log. */
const playService: Says = (received) => {
  if (!received.includes('\r\n\r\n')) return undefined;
  const isToken = received.includes('/oauth2/');
  const token = { token_type: 'Bearer', expires_in: 3599, access_token: STOLEN_TOKEN };
  const body = received.includes('/sandbox-proof')
    ? JSON.stringify({ proof: '0'.repeat(64) })
    : JSON.stringify(isToken ? token : { value: [] });
  return httpAnswer(received.includes('/bulkUpload') ? 202 : 200, body);
};

export function httpAnswer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Said\r\n${lines.join('')}\r\n${body}`;
}
