import type { Stop } from './stopSignals';

/** The input and output of a command: the process in production, buffers in tests. Writing never fails. */
export interface Terminal extends Stop {
  /**
   * Prints results, for people or machines. Resolves when they are accepted, so that a slow reader slows the writer
   * down. If standard output fails, uses standard error; if the reader has left, drops the text.
   */
  readonly out: (text: string) => Promise<void>;
  /** Prints output that must not be lost: all of it on standard output, or else all of it on standard error. */
  readonly account: (pieces: () => Iterable<string>) => Promise<void>;
  /**
   * Writes the data that a command produces, such as requests. Resolves when it is written and the array may be reused.
   */
  readonly data: (data: string | Uint8Array) => Promise<void>;
  /** Whether standard output still accepts data. A command that only prints may end when it does not. */
  readonly isRead: () => boolean;
  /** Why standard output failed; `undefined` if it did not, or if its reader has left. */
  readonly outFailure: () => OutFailure | undefined;
  /** Prints progress, problems and other messages. */
  readonly err: (text: string) => Promise<void>;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /**
   * Asks the person at the terminal and returns the typed line; `undefined` if the input ends or the command is
   * stopped. Absent if standard input is not a terminal.
   */
  readonly ask?: (question: string) => Promise<string | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface OutFailure {
  /** The system's code, such as `ENOSPC`. */
  readonly code: string;
  /** Whether the lost output was data, which is not printed elsewhere. */
  readonly isDataLost: boolean;
}

/** A value as one line of NDJSON. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * A message for standard error. With `--format json` it is an object with "message", so that every line is an object.
 */
export function messageLine(text: string, json: boolean): string {
  return json ? jsonLine({ message: text }) : `${text}\n`;
}
