import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The latest request on a connection, and its answer. */
interface Exchange {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
}

/** Open connections and their latest exchanges, if any; the one in use last is at the end. */
type Connections = Map<Socket, Exchange | undefined>;

/**
 * Keeps a server at `limit` open connections. Beyond it the newcomer takes the place of the connection that is needed least: one
 * that waits with no request, or half of one, before one that sends or takes slowly. It is turned away only where all are at work.
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
    // What was pipelined on a connection that has ended may still come
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
