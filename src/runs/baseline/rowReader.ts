import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { systemCode } from '../../files/fileError';
import { LINE_END, SUM_LENGTH } from './rowFile';

/** Bytes that are read at once. */
const BLOCK = 256 * 1024;
/** No head is longer. */
const MAX_HEAD = 1024 * 1024;

/** A file of rows whose sum was found right. */
export interface RowFile {
  /** Its first line. */
  readonly head: string;
  /** Where rows begin, in bytes, and how many bytes they have. */
  readonly start: number;
  readonly length: number;
}

/**
 * Reads a file of rows once from its beginning to its end, and hands its rows on in pieces of whole rows; `undefined` where it is not
 * as it was written: then nothing that was handed on counts. Rejects with the system's errors.
 * @param take gets rows that are of use until it has ended
 * @param begin is told the head and how many bytes of rows there are; gives the bytes of a row, or 0 for a head that is wrong
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

/** A file to be read; `undefined` where there is none. */
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

/** Gives how many bytes there were. */
async function fill(handle: FileHandle, bytes: Uint8Array, at: number): Promise<number> {
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
