import type { Stop } from './stopSignals';

/** Where a command reads and writes: the process in production, buffers in tests. Writing never fails. */
export interface Terminal extends Stop {
  /**
   * Results for people and machines. Resolves once they are accepted, so that a slow reader slows the writer down. What
   * standard output cannot take goes to standard error, unless its reader has left.
   */
  readonly out: (text: string) => Promise<void>;
  /** Output that must not be lost: all of it on standard output, or else all of it on standard error. */
  readonly account: (pieces: () => Iterable<string>) => Promise<void>;
  /** The data that a command produces, such as requests. Resolves once it is written and the array may be reused. */
  readonly data: (data: string | Uint8Array) => Promise<void>;
  /** Whether standard output still accepts data: a command that only prints may end once it does not. */
  readonly isRead: () => boolean;
  /** Why standard output could not be written; `undefined` if it was, or if its reader has left. */
  readonly outFailure: () => OutFailure | undefined;
  /** Everything else: progress, problems. */
  readonly err: (text: string) => Promise<void>;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /**
   * Asks the person at the terminal and returns their line; `undefined` if they end their input or stop the command.
   * Absent if standard input is not a terminal.
   */
  readonly ask?: (question: string) => Promise<string | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface OutFailure {
  /** The system's code, such as `ENOSPC`. */
  readonly code: string;
  /** Whether it was data, which was not written anywhere else. */
  readonly isDataLost: boolean;
}

/** A value as one line of NDJSON. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** A message for standard error; with `--format json` an object with "message", so that every line is an object. */
export function messageLine(text: string, json: boolean): string {
  return json ? jsonLine({ message: text }) : `${text}\n`;
}
