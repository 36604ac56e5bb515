import type { Transport } from '../transport';

/**
 * A connection to one address of this machine, for one request and the questions before it. All use one TCP connection,
 * so that the program that answered also gets the request.
 */
export interface Line {
  /** Sends a question before the request. The answer must be read to its end before the line is used again. */
  readonly ask: Transport;
  /**
   * Sends the request; the line ends with its answer. Rejects with {@link LineGoneError}, and sends nothing, if the
   * connection is no longer the one that answered. Only if the other side announced that it closes after each answer,
   * as some proxies do, does the request open a connection of its own, at once.
   */
  readonly send: Transport;
  /** Ends the connection. */
  close(): void;
}

/** Opens a line to `http://127.0.0.1:port`. Nothing is sent yet. */
export type OpenLine = (origin: string) => Promise<Line>;

/** The server wants to switch to another protocol than HTTP (101), which nobody has requested. */
export class ProtocolSwitchError extends Error {
  override readonly name = 'ProtocolSwitchError';
  readonly code = 'PROTOCOL_SWITCH';
}

/** The connection of a line has ended before its request; nothing of that was sent. */
export class LineGoneError extends Error {
  override readonly name = 'LineGoneError';
  readonly code = 'LINE_GONE';
}
