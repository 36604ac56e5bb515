import { once } from 'node:events';
import type { Socket } from 'node:net';

/** The other side has ended the connection before what was to be read. */
export class EndedEarlyError extends Error {
  override readonly name = 'EndedEarlyError';
}

/** Reads requests from a socket byte by byte, and no further than it is asked to. */
export class RequestReader {
  readonly #socket: Socket;
  #hasEnded = false;
  #head = '';
  /** Of the request whose head was read. */
  #body: Buffer[] = [];
  #left = 0;
  #isChunked = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    const end = (): void => {
      this.#hasEnded = true;
      socket.emit('readable');
    };
    socket.once('end', end).once('close', end);
  }

  get head(): string {
    return this.#head;
  }

  /** Resolves when something arrives. */
  async begin(): Promise<void> {
    while (this.#socket.readableLength === 0) await this.#more();
  }

  async read(bytes: number): Promise<Buffer> {
    if (bytes <= 0) return Buffer.alloc(0);
    for (;;) {
      const chunk = this.#socket.read(bytes) as Buffer | null;
      if (chunk !== null && chunk.length === bytes) return chunk;
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    if (this.#hasEnded || this.#socket.destroyed) throw new EndedEarlyError();
    await once(this.#socket, 'readable').catch(() => (this.#hasEnded = true));
  }

  async readHead(): Promise<void> {
    this.#head = '';
    while (!this.#head.endsWith('\r\n\r\n')) this.#head += (await this.read(1)).toString('latin1');
    this.#body = [];
    this.#isChunked = /^transfer-encoding:\s*chunked/im.test(this.#head);
    this.#left = Number(/^content-length:\s*(\d+)/im.exec(this.#head)?.[1] ?? 0);
  }

  /** The body once all of it was read, and `undefined` before. */
  async readBody({
    share = 1,
    but = 0,
  }: {
    readonly share?: number;
    readonly but?: number;
  }): Promise<Buffer | undefined> {
    if (this.#isChunked) return this.#readChunks(share < 1 || but > 0);
    const bytes = Math.max(0, Math.floor(this.#left * share) - but);
    this.#body.push(await this.read(bytes));
    this.#left -= bytes;
    return this.#left === 0 ? Buffer.concat(this.#body) : undefined;
  }

  /** Of a chunked body a part is its first chunk without what ends it. */
  async #readChunks(isPart: boolean): Promise<Buffer | undefined> {
    for (;;) {
      let line = '';
      while (!line.endsWith('\r\n')) line += (await this.read(1)).toString('latin1');
      const size = Number.parseInt(line, 16);
      if (isPart && size > 0) {
        this.#body.push(await this.read(size - 1));
        return undefined;
      }
      this.#body.push(await this.read(size));
      await this.read(2);
      if (size === 0) return Buffer.concat(this.#body);
    }
  }
}
