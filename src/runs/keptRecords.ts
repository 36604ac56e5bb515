import { createHash } from 'node:crypto';
import type { KeptRecords } from './runStore';

/** The first bytes of the file: kind and format. */
const MAGIC = Buffer.from('EIRECS01', 'ascii');
/** For files with an additional last column of predictions. */
const MAGIC_PREDICTED = Buffer.from('EIRECS02', 'ascii');
const HEAD = MAGIC.length + 4;
const SUM = 32;
/** Bytes per record: line, fate, hash of the id. */
const WIDTH = 4 + 1 + 8;

/** The bytes of the file of records: head, columns, and the SHA-256 of both. Numbers are little-endian. */
export function writeRecords({ count, lines, fates, ids, predicted }: KeptRecords): Uint8Array {
  const width = predicted === undefined ? WIDTH : WIDTH + 1;
  const bytes = Buffer.alloc(HEAD + count * width + SUM);
  (predicted === undefined ? MAGIC : MAGIC_PREDICTED).copy(bytes);
  bytes.writeUInt32LE(count, MAGIC.length);
  for (let index = 0; index < count; index++) bytes.writeUInt32LE(lines[index] ?? 0, HEAD + index * 4);
  bytes.set(fates.subarray(0, count), HEAD + count * 4);
  bytes.set(ids.subarray(0, count * 8), HEAD + count * 5);
  if (predicted !== undefined) bytes.set(predicted.subarray(0, count), HEAD + count * WIDTH);
  const end = bytes.length - SUM;
  bytes.set(createHash('sha256').update(bytes.subarray(0, end)).digest(), end);
  return bytes;
}

/** `undefined` if the file is damaged. */
export function readRecords(bytes: Uint8Array): KeptRecords | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.length - SUM;
  const magic = buffer.subarray(0, MAGIC.length);
  const hasPredictions = magic.equals(MAGIC_PREDICTED);
  if (end < HEAD || !(hasPredictions || magic.equals(MAGIC))) return undefined;
  const count = buffer.readUInt32LE(MAGIC.length);
  const columns = HEAD + count * WIDTH;
  if (end !== (hasPredictions ? columns + count : columns)) return undefined;
  if (!createHash('sha256').update(buffer.subarray(0, end)).digest().equals(buffer.subarray(end))) return undefined;
  const lines = new Uint32Array(count);
  for (let index = 0; index < count; index++) lines[index] = buffer.readUInt32LE(HEAD + index * 4);
  return {
    count,
    lines,
    fates: new Uint8Array(buffer.subarray(HEAD + count * 4, HEAD + count * 5)),
    ids: new Uint8Array(buffer.subarray(HEAD + count * 5, columns)),
    ...(hasPredictions && { predicted: new Uint8Array(buffer.subarray(columns, end)) }),
  };
}
