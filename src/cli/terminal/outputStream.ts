import { constants, fstatSync, readFileSync, statSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Why a stream does not accept more. */
export interface StreamLoss {
  /**
   * `left`: the reader is gone, as with `head`, or there never was one. `failed`: the disk is full, the terminal is
   * gone, or the stream is not writable.
   */
  readonly why: 'left' | 'failed';
  /** The system's code, such as `ENOSPC`. */
  readonly code: string;
}

type Chunk = string | Uint8Array;

/** The error codes of a pipe without a reader, on different systems. */
const LEFT: ReadonlySet<string> = new Set(['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED']);
/** Milliseconds before a busy device is tried again. */
const BUSY_PAUSE = 10;

/**
 * One of the two streams that a command writes to. Nothing else writes to them. Errors are not thrown: the command
 * continues, and checks {@link loss} where it matters.
 */
export class OutputStream {
  readonly #fd: 1 | 2;
  #sink: ((chunk: Chunk) => Promise<void>) | undefined;
  #last: Promise<void> = Promise.resolve();
  #loss: StreamLoss | undefined;

  constructor(fd: 1 | 2) {
    this.#fd = fd;
  }

  /** `undefined` as long as all output was accepted. */
  get loss(): StreamLoss | undefined {
    return this.#loss;
  }

  /** Resolves when the whole chunk was accepted or lost. */
  write(chunk: Chunk): Promise<void> {
    this.#last = this.#last.then(() => this.#write(chunk));
    return this.#last;
  }

  /** Resolves when no output is pending. */
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

/**
 * Whether to write to the descriptor directly. For files and devices, Node's own streams do not notice partial writes.
 */
function isWrittenByUs(fd: number): boolean {
  const found = fstatSync(fd);
  return found.isFile() || (found.isCharacterDevice() && !isatty(fd));
}

/**
 * Whether the stream was closed when the process started (`>&-`). Node then opens the null device for reading and
 * writing; a shell's `>/dev/null` is open for writing only. Only Linux shows the difference.
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
