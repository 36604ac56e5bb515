import type { IncomingMessage } from 'node:http';
import { Agent, request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Line } from '../tenant/loopback/line';
import { ATTEMPT_TIMEOUTS } from '../tenant/limits';
import { LineGoneError, ProtocolSwitchError } from '../tenant/loopback/line';
import type { TransportAnswer, TransportRequest } from '../tenant/transport';

/**
 * A line over Node's own HTTP client, the only one that shows a request's connection before it is sent. Does not use
 * proxies or follow redirects.
 */
export function openLoopbackLine(origin: string, connectTimeout: number = ATTEMPT_TIMEOUTS.connect): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  // The connection of the last answer; `undefined` before the first, or if the other side announced that it closes
  let kept: Socket | undefined;
  const call = async (url: string, request: TransportRequest): Promise<IncomingMessage> => {
    if (new URL(url).origin !== origin) throw new Error('A line leads to one address.');
    const answer = await exchange({ agent, kept, connectTimeout }, url, request);
    kept = saysClose(answer) ? undefined : answer.socket;
    return answer;
  };
  return {
    ask: async (url, request) => answerOf(await call(url, request)),
    async send(url, request) {
      const answer = await call(url, request);
      answer.once('close', () => agent.destroy());
      return answerOf(answer);
    },
    close: () => agent.destroy(),
  };
}

interface Way {
  readonly agent: Agent;
  /** The connection that the request must use; default: any. */
  readonly kept: Socket | undefined;
  readonly connectTimeout: number;
}

function exchange(
  { agent, kept, connectTimeout }: Way,
  url: string,
  { method, headers, body = '', signal }: TransportRequest,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const length = method === 'GET' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const outgoing = httpRequest(url, { agent, method, headers: { ...headers, ...length }, ...(signal && { signal }) });
    outgoing.on('error', (error) => reject(signal?.aborted === true ? toError(signal.reason) : error));
    const refuseSwitch = ({ socket }: IncomingMessage): void => {
      socket.destroy();
      reject(new ProtocolSwitchError('The other side answered with 101.'));
    };
    // Node reports a 101 in two ways. One of them detaches the connection from the request, so a signal could not end
    // it
    outgoing.once('upgrade', refuseSwitch);
    outgoing.once('response', (answer) => (answer.statusCode === 101 ? refuseSwitch(answer) : resolve(answer)));
    // For requests that end without an answer or an error; does nothing otherwise
    outgoing.once('close', () => reject(Object.assign(new Error('No answer came.'), { code: 'ECONNRESET' })));
    // Nothing is written before the request is ended, so a wrong connection receives nothing
    outgoing.once('socket', (socket) => {
      if (socket.connecting) limitConnecting(socket, connectTimeout);
      if (kept === undefined || (socket === kept && !socket.destroyed)) outgoing.end(body);
      else outgoing.destroy(new LineGoneError('The connection has ended.'));
    });
  });
}

/**
 * Limits the time for connecting: without it, a program that does not accept connections would leave them half-open for
 * minutes. Nothing is sent until then.
 */
function limitConnecting(socket: Socket, ms: number): void {
  const timer = setTimeout(() => {
    socket.destroy(Object.assign(new Error('Connecting took too long.'), { code: 'CONNECT_TIMEOUT' }));
  }, ms);
  const clear = () => {
    clearTimeout(timer);
  };
  socket.once('connect', clear).once('close', clear);
}

function saysClose({ httpVersion, headers }: IncomingMessage): boolean {
  const connection = headers.connection?.toLowerCase() ?? '';
  return connection.includes('close') || (httpVersion === '1.0' && !connection.includes('keep-alive'));
}

function answerOf(message: IncomingMessage): TransportAnswer {
  return {
    status: message.statusCode ?? 0,
    headers: {
      get: (name) => {
        const value = message.headers[name.toLowerCase()];
        return value === undefined ? null : String(value);
      },
    },
    body: Readable.toWeb(message),
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The call was cancelled.', { cause: reason });
}
