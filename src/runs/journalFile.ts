import { dirname } from 'node:path';
import type { Journal, JournalEvent, JournalLine } from '../core/journal/journalEvent';
import type { ChainEnd } from '../core/journal/journalText';
import { writeLine } from '../core/journal/journalText';
import { unkept } from '../files/fileError';
import type { AppendedFile } from '../files/fileLayer';
import { JournalError } from './journalError';
import { sha256 } from './runPaths';

/** What a journal needs to write. */
export interface JournalFileOptions {
  readonly path: string;
  readonly file: AppendedFile;
  readonly chain: ChainEnd;
  /** Bytes so far. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
  /** Called with each line that is on disk. */
  readonly onLine: (line: JournalLine) => void;
}

interface Waiting {
  readonly event: JournalEvent;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Maximum lines per flush. */
const GROUP = 1000;

/**
 * A journal that is open for writing. Each event is on disk before its promise resolves; events that arrive during a
 * write share the next flush. A failed write leaves no partial line, so the same event may be tried again.
 */
export class JournalFile implements Journal {
  readonly #options: JournalFileOptions;
  readonly #waiting: Waiting[] = [];
  #chain: ChainEnd;
  #size: number;
  /** Whether a write failed and may have left a partial line. */
  #isDirty = false;
  #isWriting = false;
  #work: Promise<void> | undefined;

  constructor(options: JournalFileOptions) {
    this.#options = options;
    this.#chain = options.chain;
    this.#size = options.size;
  }

  append(event: JournalEvent): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ event, resolve, reject });
      if (this.#isWriting) return;
      this.#isWriting = true;
      this.#work = this.#writeAll();
    });
  }

  /** Waits for pending events. */
  async close(): Promise<void> {
    await this.#work;
    // Every resolved event is on disk, so an error while closing loses nothing
    await this.#options.file.close().catch(() => undefined);
  }

  async #writeAll(): Promise<void> {
    // Events appended in the same turn share a flush
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, GROUP);
      try {
        const lines = await this.#write(group);
        for (const line of lines) this.#options.onLine(line);
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    // Reset in the turn in which the queue became empty, so that the next append starts a new flush
    this.#isWriting = false;
  }

  async #write(group: readonly Waiting[]): Promise<readonly JournalLine[]> {
    const { path, file, wallClock } = this.#options;
    const at = new Date(wallClock()).toISOString();
    let chain = this.#chain;
    let text = '';
    const lines: JournalLine[] = [];
    for (const { event } of group) {
      const written = writeLine(event, at, chain, sha256);
      chain = written.end;
      text += written.text;
      lines.push(written.line);
    }
    try {
      await this.#prepare();
      this.#isDirty = true;
      await file.write(text);
      await file.sync();
    } catch (error) {
      throw error instanceof JournalError ? error : notWritten(path, error);
    }
    this.#isDirty = false;
    this.#chain = chain;
    this.#size += Buffer.byteLength(text);
    return lines;
  }

  /** Truncates the file if it does not end where this journal does. */
  async #prepare(): Promise<void> {
    const { path, file } = this.#options;
    const size = await file.size();
    if (size === undefined) throw new JournalError(`${path} was deleted while it was written.`, GONE);
    if (size === this.#size) return;
    if (!this.#isDirty) throw new JournalError(`Another process has written to ${path}.`, FOREIGN);
    await file.truncate(this.#size);
  }
}

const GONE =
  'Nothing more is sent, because the journal could not be written. Read the provisioning log before you send the same people again.';

const FOREIGN =
  'Nothing more is sent. Make sure that only one machine uses this folder, then read the provisioning log before you go on.';

function notWritten(path: string, error: unknown): JournalError {
  const { message } = unkept('The journal of the run', dirname(path), error);
  return new JournalError(message, 'Nothing more is sent until it can be written; then resume the run.', {
    cause: error,
  });
}
