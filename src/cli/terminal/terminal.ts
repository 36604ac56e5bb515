import type { Stop } from './stopSignals';

/** Where a call reads and writes: the process in production, buffers in tests. Nothing that is written to it is refused. */
export interface Terminal extends Stop {
  /**
   * Results for people and for machines. Resolves once they are taken, so that a slow reader slows the writer down. What
   * standard output cannot take goes to standard error, unless its reader has left.
   */
  readonly out: (text: string) => Promise<void>;
  /** What must not be lost: whole on standard output, or else whole on standard error. */
  readonly account: (pieces: () => Iterable<string>) => Promise<void>;
  /** What a call was made for, such as requests. Resolves once it is written and an array may be used again. */
  readonly data: (data: string | Uint8Array) => Promise<void>;
  /** Whether standard output still takes anything: a call that only prints may end once it does not. */
  readonly isRead: () => boolean;
  /** Why standard output could not be written; `undefined` when it was, and when its reader has left. */
  readonly outFailure: () => OutFailure | undefined;
  /** Everything else: progress, problems. */
  readonly err: (text: string) => Promise<void>;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /**
   * Puts a question to the person at the terminal and gives their line; `undefined` where they end their input or stop the call.
   * Absent where there is nobody to ask, because standard input is no terminal.
   */
  readonly ask?: (question: string) => Promise<string | undefined>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface OutFailure {
  /** The system's code, such as `ENOSPC`. */
  readonly code: string;
  /** Whether it was data, which went nowhere else. */
  readonly isDataLost: boolean;
}

/** A value as one line of NDJSON. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** A sentence for standard error; with `--format json` it is an object with "message", so that every line is one. */
export function messageLine(text: string, json: boolean): string {
  return json ? jsonLine({ message: text }) : `${text}\n`;
}
