import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { systemCode } from '../../files/fileError';
import { LINE_END, SUM_LENGTH } from './rowFile';

/** Bytes per read. */
const BLOCK = 256 * 1024;
/** Maximum bytes of a head. */
const MAX_HEAD = 1024 * 1024;

/** A file of rows with a correct checksum. */
export interface RowFile {
  /** Its first line. */
  readonly head: string;
  /** The position of the rows and their total length, in bytes. */
  readonly start: number;
  readonly length: number;
}

/**
 * Reads a file of rows once from beginning to end, and passes on pieces of whole rows. `undefined` if the file is
 * damaged; then the passed rows must be discarded. Rejects with system errors.
 *
 * @param take receives rows, which are only valid until it returns
 *
 * @param begin receives the head and the number of bytes of rows; returns the bytes per row, or 0 for a wrong head
 */
export async function readRows(
  handle: FileHandle,
  begin: (file: RowFile) => number,
  take: (rows: Uint32Array) => void | Promise<void>,
): Promise<RowFile | undefined> {
  const { size } = await handle.stat();
  const found = await readHead(handle, size);
  const width = found === undefined ? 0 : begin(found.file);
  if (found === undefined || width <= 0 || found.file.length % width !== 0) return undefined;
  const sum = createHash('sha256').update(found.bytes);
  const { start, length } = found.file;
  const piece = Math.max(1, Math.floor(BLOCK / width)) * width;
  const memory = new Uint32Array(Math.min(piece, length) / 4);
  for (let at = 0; at < length; at += piece) {
    const rows = memory.subarray(0, Math.min(piece, length - at) / 4);
    const bytes = new Uint8Array(rows.buffer, 0, rows.byteLength);
    if ((await fill(handle, bytes, start + at)) < bytes.length) return undefined;
    sum.update(bytes);
    await take(rows);
  }
  const end = new Uint8Array(SUM_LENGTH);
  await fill(handle, end, start + length);
  return sum.digest().equals(end) ? found.file : undefined;
}

/** Opens a file for reading; `undefined` if it does not exist. */
export async function openToRead(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function readHead(
  handle: FileHandle,
  size: number,
): Promise<{ readonly file: RowFile; readonly bytes: Uint8Array } | undefined> {
  const bytes = new Uint8Array(Math.min(MAX_HEAD, Math.max(0, size - SUM_LENGTH)));
  await fill(handle, bytes, 0);
  const end = bytes.indexOf(LINE_END) + 1;
  if (end === 0 || end % 4 !== 0) return undefined;
  const own = bytes.subarray(0, end);
  const length = size - SUM_LENGTH - end;
  return { bytes: own, file: { head: Buffer.from(own).toString('utf8'), start: end, length } };
}

/** Returns the number of bytes that were read. */
async function fill(handle: FileHandle, bytes: Uint8Array, at: number): Promise<number> {
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
