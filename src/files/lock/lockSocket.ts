import type { Server } from 'node:net';
import { connect, createServer } from 'node:net';
import { systemCode } from '../fileError';

/** What the process that has bound an address says: whether it holds the lock already, and of itself. */
export interface Spoken {
  readonly isHolding: boolean;
  readonly words: string;
}

/** Milliseconds that a process has to answer. */
const ANSWER_TIMEOUT = 1000;
const MAX_ANSWER_CHARACTERS = 4000;
const HOLDING = 'holding\n';
const ASKING = 'asking\n';
/** A socket that listens may be too busy to take a call: only several refusals mean that nobody listens. */
const CALLS = 3;

/** Tells everybody who connects what `speak` gives then. */
export function announce(speak: () => Spoken): Server {
  return createServer((socket) => {
    // Who has gone before the answer needs none
    socket.on('error', () => undefined);
    const { isHolding, words } = speak();
    socket.end(`${isHolding ? HOLDING : ASKING}${words}`);
  });
}

/** Binds an address; gives whether it was free. */
export function listen(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      if (systemCode(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(address, () => {
      server.removeListener('error', failed);
      // Holding a lock keeps no process alive
      server.unref();
      resolve(true);
    });
  });
}

export function close(server: Server): Promise<void> {
  return new Promise((closed) => server.close(() => closed()));
}

/** What the process at an address says; `undefined` where nobody listens. One that says nothing that we know holds it. */
export async function ask(address: string): Promise<Spoken | undefined> {
  for (let call = 1; call <= CALLS; call++) {
    const text = await callOnce(address);
    if (text !== undefined) return understand(text);
  }
  return undefined;
}

/** What is said at an address, as far as it comes in time; `undefined` where the call is refused. */
function callOnce(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(address);
    const finish = (answer: string | undefined): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding('utf8').setTimeout(ANSWER_TIMEOUT, () => finish(text));
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MAX_ANSWER_CHARACTERS) finish('');
    });
    socket.on('end', () => finish(text));
    socket.on('error', (error) => {
      finish(['ECONNREFUSED', 'ENOENT'].includes(systemCode(error) ?? '') ? undefined : text);
    });
  });
}

function understand(text: string): Spoken {
  return text.startsWith(ASKING)
    ? { isHolding: false, words: '' }
    : { isHolding: true, words: text.startsWith(HOLDING) ? text.slice(HOLDING.length) : '' };
}
