import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { createSeededRandom } from '../seededRandom';
import type { FaultStep } from './faultStep';
import { EndedEarlyError, RequestReader } from './requestReader';

/** A body that was received whole. */
interface ReceivedBody {
  readonly body: string;
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
  /** Milliseconds, by the clock of the server's options. */
  readonly at: number;
  /** The number of its connection, from 1. */
  readonly connection: number;
  readonly head: string;
  /** The status that was written for it: a body that was refused is not taken. */
  answered?: number;
}

/** A request that begins to arrive. */
interface FaultTurn {
  /** From 1, over all connections. */
  readonly turn: number;
  /** The number of the connection, from 1, and of its turn. */
  readonly connection: number;
  readonly ofConnection: number;
  /** Numbers from 0 to below 1, by the seed. */
  readonly random: () => number;
  /** Bodies that were received whole until now. */
  readonly received: readonly ReceivedBody[];
}

/** What a connection does next; it ends after no steps. */
export type FaultScript = (turn: FaultTurn) => readonly FaultStep[];

export interface FaultServer {
  readonly port: number;
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly received: readonly ReceivedBody[];
  /** When the first byte of each request arrived. */
  readonly calls: readonly number[];
  readonly connections: number;
  close(): Promise<void>;
}

export interface FaultOptions {
  readonly script: FaultScript;
  readonly seed?: number;
  /** Milliseconds. */
  readonly now?: () => number;
}

/**
 * A server that speaks TCP and misbehaves byte by byte as a test wants: each connection does the steps of its turn, then those of the
 * next. What it has received whole it keeps: that is the truth against which everything said is held.
 */
export async function startFaultServer(options: FaultOptions): Promise<FaultServer> {
  const keeper = new FaultKeeper(options);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket.on('error', () => undefined).once('close', () => sockets.delete(socket)));
    void keeper.serve(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    received: keeper.received,
    calls: keeper.calls,
    get connections() {
      return keeper.connections;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

class FaultKeeper {
  readonly received: ReceivedBody[] = [];
  readonly calls: number[] = [];
  connections = 0;
  readonly #script: FaultScript;
  readonly #random: () => number;
  readonly #now: () => number;
  #turns = 0;

  constructor({ script, seed = 1, now = () => performance.now() }: FaultOptions) {
    this.#script = script;
    this.#random = createSeededRandom(seed);
    this.#now = now;
  }

  async serve(socket: Socket): Promise<void> {
    const connection = ++this.connections;
    const reader = new RequestReader(socket);
    try {
      for (let ofConnection = 1; !socket.destroyed; ofConnection++) {
        // A client keeps connections and uses any of them: which one is the next shows when it sends
        await reader.begin();
        this.calls.push(this.#now());
        const { received } = this;
        const turn = { turn: ++this.#turns, connection, ofConnection, random: this.#random, received };
        const steps = this.#script(turn);
        if (steps.length === 0) break;
        await this.#run(steps, socket, reader, connection);
      }
      socket.destroy();
    } catch (error) {
      socket.destroy();
      if (!(error instanceof EndedEarlyError)) throw error;
    }
  }

  async #run(steps: readonly FaultStep[], socket: Socket, reader: RequestReader, connection: number): Promise<void> {
    for (const step of steps) {
      if (step.do === 'read') await reader.read(step.bytes);
      else if (step.do === 'read-head') await reader.readHead();
      else if (step.do === 'read-body') this.#keep(await reader.readBody(step), reader.head, connection);
      else if (step.do === 'decide') await this.#run(step.by(this.received), socket, reader, connection);
      else {
        if (step.do === 'write') this.#noteAnswer(step.text, connection);
        if (!(await act(step, socket))) return;
      }
    }
  }

  #noteAnswer(text: string | Uint8Array, connection: number): void {
    const status = typeof text === 'string' ? /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] : undefined;
    const last = this.received.findLast((body) => body.connection === connection);
    if (status !== undefined && last !== undefined) last.answered ??= Number(status);
  }

  #keep(body: Buffer | undefined, head: string, connection: number): void {
    if (body === undefined) return;
    const hash = createHash('sha256').update(body).digest('hex');
    this.received.push({ body: body.toString(), hash, at: this.#now(), connection, head });
  }
}

type Deed = Exclude<FaultStep, { readonly do: `read${string}` | 'decide' }>;

/** Whether the connection is still there. */
async function act(step: Deed, socket: Socket): Promise<boolean> {
  switch (step.do) {
    case 'write':
      await writeInPieces(socket, Buffer.from(step.text as string), step.pieces ?? Infinity);
      break;
    case 'flood':
      for (let time = 0; time < step.times && !socket.destroyed; time++)
        await write(socket, Buffer.from(step.text as string));
      break;
    case 'stall':
      if (step.ms === Infinity) await ended(socket);
      else await new Promise((resolve) => setTimeout(resolve, step.ms));
      break;
    case 'reset':
      socket.resetAndDestroy();
      break;
    case 'close':
      socket.end();
      await ended(socket);
  }
  return !socket.destroyed;
}

async function writeInPieces(socket: Socket, bytes: Buffer, size: number): Promise<void> {
  for (let at = 0; at < bytes.length; at += size) {
    await write(socket, bytes.subarray(at, Math.min(bytes.length, at + size)));
    // So that each is a packet of its own
    if (size !== Infinity) await new Promise((resolve) => setImmediate(resolve));
  }
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.write(bytes, () => resolve());
  });
}

function ended(socket: Socket): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    // Nobody notices the end of the other side while nothing is read
    socket.resume();
  });
}
