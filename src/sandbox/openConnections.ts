import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The latest request on a connection, and its answer. */
interface Exchange {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
}

/** Open connections with their latest exchange, if any; the most recently used is last. */
type Connections = Map<Socket, Exchange | undefined>;

/**
 * Limits a server to `limit` open connections. A further connection replaces the least useful one: first those that are
 * idle or have sent part of a request, then those that send or receive slowly. It is refused only if all are busy.
 */
export function limitConnections(server: Server, limit: number): void {
  const open: Connections = new Map();
  server.on('connection', (newcomer) => {
    if (open.size >= limit) {
      const least = leastNeeded(open) ?? newcomer;
      least.destroy();
      open.delete(least);
    }
    if (newcomer.destroyed) return;
    open.set(newcomer, undefined);
    newcomer.once('close', () => open.delete(newcomer));
  });
  server.on('request', (message, response) => {
    // A pipelined request may still arrive after its connection has closed
    if (open.delete(message.socket)) open.set(message.socket, { message, response });
  });
}

function leastNeeded(open: Connections): Socket | undefined {
  let slow: Socket | undefined;
  for (const [socket, exchange] of open) {
    if (exchange === undefined || (exchange.message.complete && exchange.response.writableFinished)) return socket;
    if (!exchange.message.complete || exchange.response.writableEnded) slow ??= socket;
  }
  return slow;
}
