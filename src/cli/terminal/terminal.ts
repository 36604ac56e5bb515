/** Where a call reads and writes: the process in production, buffers in tests. */
export interface Terminal {
  /** Results. Resolves once more can be taken, so that a slow reader slows the writer down. */
  readonly out: (text: string) => Promise<void>;
  /** Results as bytes. Resolves once they are written and the array may be used again. */
  readonly outBytes: (bytes: Uint8Array) => Promise<void>;
  /** Everything else: progress, problems. */
  readonly err: (text: string) => Promise<void>;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Raised by Ctrl-C and by termination: the call stops as soon as it cleanly can. */
  readonly signal: AbortSignal;
}

/** A value as one line of NDJSON. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** A sentence for standard error; with `--format json` it is an object with "message", so that every line is one. */
export function messageLine(text: string, json: boolean): string {
  return json ? jsonLine({ message: text }) : `${text}\n`;
}
