import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { FileLayer, WrittenFile } from '../../files/fileLayer';

/** Bytes of the SHA-256 at the end of a file, over everything before it. */
export const SUM_LENGTH = 32;

/** Writes a head as a line of JSON, padded with spaces so that rows are aligned to words. */
function headLine(head: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(head));
  const line = Buffer.alloc(Math.ceil((text.length + 1) / 4) * 4, ' ');
  text.copy(line);
  line[line.length - 1] = LINE_END;
  return line;
}

export const LINE_END = 0x0a;

/** Converts a system error into the error for users when a file of rows cannot be written. */
export type RowFileRefusal = (error: unknown) => Error;

/**
 * Writes a head and rows to a file that only this user can read. Rejects with the error that `refusal` makes of a
 * system error.
 */
export class RowFileWriter {
  readonly #file: WrittenFile;
  readonly #sum: Hash = createHash('sha256');

  readonly #refusal: RowFileRefusal;

  private constructor(file: WrittenFile, refusal: RowFileRefusal) {
    this.#file = file;
    this.#refusal = refusal;
  }

  static async create(files: FileLayer, path: string, head: unknown, refusal: RowFileRefusal): Promise<RowFileWriter> {
    const writer = new RowFileWriter(await attempt(refusal, () => files.create(path)), refusal);
    try {
      await writer.write(headLine(head));
      return writer;
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  async write(rows: Uint8Array | Uint32Array): Promise<void> {
    if (rows.length === 0) return;
    const bytes = new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength);
    this.#sum.update(bytes);
    await attempt(this.#refusal, () => this.#file.write(bytes));
  }

  /** Writes the checksum, and flushes the file to disk. */
  async finish(): Promise<void> {
    await attempt(this.#refusal, async () => {
      await this.#file.write(this.#sum.digest());
      await this.#file.sync();
    });
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

async function attempt<T>(refusal: RowFileRefusal, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw refusal(error);
  }
}
