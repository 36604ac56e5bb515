import type { Server } from 'node:net';
import { connect, createServer } from 'node:net';
import { systemCode } from '../fileError';

/** What a process answers at its address: whether it holds the lock, and its description. */
export interface Spoken {
  readonly isHolding: boolean;
  readonly words: string;
}

/** Milliseconds to wait for a process's answer. */
const ANSWER_TIMEOUT = 1000;
const MAX_ANSWER_CHARACTERS = 4000;
const HOLDING = 'holding\n';
const ASKING = 'asking\n';
/** Connection attempts: a busy listener may refuse one, so only several refusals mean that no process listens. */
const CALLS = 3;
/** Milliseconds between calls to a process that hung up without an answer. */
const PAUSE = 5;

/** Creates a server that sends the current result of `speak` to every client. */
export function announce(speak: () => Spoken): Server {
  return createServer((socket) => {
    // A client that has disconnected needs no answer
    socket.on('error', () => undefined);
    const { isHolding, words } = speak();
    socket.end(`${isHolding ? HOLDING : ASKING}${words}`);
  });
}

/** Binds an address; returns whether it was free. */
export function listen(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      if (systemCode(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(address, () => {
      server.removeListener('error', failed);
      // A held lock must not keep the process alive
      server.unref();
      resolve(true);
    });
  });
}

export function close(server: Server): Promise<void> {
  return new Promise((closed) => server.close(() => closed()));
}

/**
 * Asks the process at an address; `undefined` if none listens. A process with a late or unknown answer counts as the
 * holder. One that hangs up without an answer may be exiting, so it is asked again.
 */
export async function ask(address: string): Promise<Spoken | undefined> {
  let answer: string | undefined;
  for (let call = 1; call <= CALLS; call++) {
    const { text, hungUp } = await callOnce(address);
    if (text !== undefined && !hungUp) return parseAnswer(text);
    answer = text;
    if (hungUp) await new Promise((later) => setTimeout(later, PAUSE));
  }
  return answer === undefined ? undefined : parseAnswer(answer);
}

interface Call {
  /** The part of the answer that arrived in time; `undefined` if the connection was refused. */
  readonly text: string | undefined;
  /** Whether the connection was accepted, then closed without an answer. */
  readonly hungUp: boolean;
}

function callOnce(address: string): Promise<Call> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(address);
    const finish = (call: Call): void => {
      socket.destroy();
      resolve(call);
    };
    socket.setEncoding('utf8').setTimeout(ANSWER_TIMEOUT, () => finish({ text, hungUp: false }));
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MAX_ANSWER_CHARACTERS) finish({ text: '', hungUp: false });
    });
    socket.on('end', () => finish({ text, hungUp: text === '' }));
    socket.on('error', (error) => {
      if (['ECONNREFUSED', 'ENOENT'].includes(systemCode(error) ?? '')) finish({ text: undefined, hungUp: false });
      else finish({ text, hungUp: text === '' });
    });
  });
}

function parseAnswer(text: string): Spoken {
  return text.startsWith(ASKING)
    ? { isHolding: false, words: '' }
    : { isHolding: true, words: text.startsWith(HOLDING) ? text.slice(HOLDING.length) : '' };
}
