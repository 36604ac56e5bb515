import type { Transport } from '../transport';

/**
 * One TCP connection to a port of this machine, for one request and the questions before it, so that the program that
 * answered the questions also gets the request.
 */
export interface Line {
  /** Sends a question before the request. The answer must be read to its end before the line is used again. */
  readonly ask: Transport;
  /**
   * Sends the request, whose answer ends the line. Rejects with {@link LineGoneError} and sends nothing if the
   * connection has closed since the questions were answered. The request only opens a new connection, immediately, if
   * the other side announced that it closes after each answer, as some proxies do.
   */
  readonly send: Transport;
  /** Ends the connection. */
  close(): void;
}

/** Opens a line to `http://127.0.0.1:port`. Nothing is sent yet. */
export type OpenLine = (origin: string) => Promise<Line>;

/** The server switched to a protocol other than HTTP (101), which was not requested. */
export class ProtocolSwitchError extends Error {
  override readonly name = 'ProtocolSwitchError';
  readonly code = 'PROTOCOL_SWITCH';
}

/** The connection closed before the request; no part of it was sent. */
export class LineGoneError extends Error {
  override readonly name = 'LineGoneError';
  readonly code = 'LINE_GONE';
}
