import { constants, fstatSync, readFileSync, statSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Why a stream does not accept more. */
export interface StreamLoss {
  /**
   * `left`: its reader is gone, as with `head`, or there never was one. `failed`: the disk is full, the terminal is
   * gone, or it cannot be written.
   */
  readonly why: 'left' | 'failed';
  /** The system's code, such as `ENOSPC`. */
  readonly code: string;
}

type Chunk = string | Uint8Array;

/** The error codes of a pipe whose reader is gone, by system. */
const LEFT: ReadonlySet<string> = new Set(['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);
/** Milliseconds before a busy device is tried again. */
const BUSY_PAUSE = 10;

/**
 * One of the two streams that a command writes to, and the only place that writes to them. Errors are not thrown: the
 * command continues, and checks {@link loss} where that matters.
 */
export class OutputStream {
  readonly #fd: 1 | 2;
  #sink: ((chunk: Chunk) => Promise<void>) | undefined;
  #last: Promise<void> = Promise.resolve();
  #loss: StreamLoss | undefined;

  constructor(fd: 1 | 2) {
    this.#fd = fd;
  }

  /** `undefined` while everything written has been accepted. */
  get loss(): StreamLoss | undefined {
    return this.#loss;
  }

  /** Resolves once the whole chunk has been accepted, or is lost. */
  write(chunk: Chunk): Promise<void> {
    this.#last = this.#last.then(() => this.#write(chunk));
    return this.#last;
  }

  /** Resolves once nothing waits to be written. */
  settled(): Promise<void> {
    return this.#last;
  }

  async #write(chunk: Chunk): Promise<void> {
    if (this.#loss !== undefined) return;
    try {
      this.#sink ??= this.#open();
      await this.#sink(chunk);
    } catch (error) {
      this.#lose(error);
    }
  }

  #open(): (chunk: Chunk) => Promise<void> {
    if (wasClosed(this.#fd)) this.#loss = { why: 'left', code: 'EBADF' };
    if (isWrittenByUs(this.#fd)) return (chunk) => writeWhole(this.#fd, chunk);
    const stream = this.#fd === 1 ? process.stdout : process.stderr;
    stream.on('error', (error) => this.#lose(error));
    return (chunk) =>
      new Promise((resolve, reject) => {
        stream.write(chunk, (error) => (error ? reject(error) : resolve()));
      });
  }

  #lose(error: unknown): void {
    const code = codeOf(error);
    this.#loss ??= { why: LEFT.has(code) ? 'left' : 'failed', code };
  }
}

/** For files and devices: the process's own streams do not notice when only part of a chunk was written. */
function isWrittenByUs(fd: number): boolean {
  const found = fstatSync(fd);
  return found.isFile() || (found.isCharacterDevice() && !isatty(fd));
}

/**
 * Whether the stream was closed when the process began (`>&-`): Node puts the null device there then, open for reading too, as no
 * shell's `>/dev/null` is. Only Linux shows it.
 */
function wasClosed(fd: number): boolean {
  if (process.platform !== 'linux' || fstatSync(fd).rdev !== statSync('/dev/null').rdev) return false;
  const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'))?.[1] ?? '0';
  return (Number.parseInt(flags, 8) & constants.O_RDWR) !== 0;
}

async function writeWhole(fd: number, chunk: Chunk): Promise<void> {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  for (let start = 0; start < bytes.length;) {
    try {
      start += writeSync(fd, bytes, start);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE));
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
