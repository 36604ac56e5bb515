import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { BaselineHead } from '../../core/baseline/baselineHead';
import { DAMAGED, readBaselineHead } from '../../core/baseline/baselineHead';
import type { BaselinePeople } from '../../core/baseline/comparisonBuilder';
import { rowWords } from '../../core/baseline/baselineRow';
import { PersonWord } from '../../core/baseline/digestRows';
import { IdIndex } from '../../core/baseline/idIndex';
import type { Known } from '../../core/guards/guardFacts';
import { systemCode } from '../../files/fileError';
import { keyCheck } from './keyCheck';
import { openToRead, readRows } from './rowReader';

/** Rows per read: people come roughly in the order in which they were sent. */
const ROWS = 64;
/** Maximum number of pieces of rows in memory. */
const MAX_PIECES = 64;

/** An open baseline for comparisons. */
export interface OpenBaseline extends BaselinePeople {
  close(): Promise<void>;
}

/**
 * Opens the baseline of a job; the result is `undefined` if nothing was sent yet. `unknown` holds a reason as a clause.
 */
export async function openBaseline(path: string, key: Uint8Array): Promise<Known<OpenBaseline | undefined>> {
  let handle: FileHandle | undefined;
  let isKept = false;
  try {
    handle = await openToRead(path);
    if (handle === undefined) return { known: undefined };
    const found = await readPeople(handle, key);
    if ('unknown' in found) return found;
    isKept = true;
    return { known: openRows(handle, found) };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { unknown: `the baseline of this job cannot be read (${code})` };
  } finally {
    if (!isKept) await handle?.close();
  }
}

/** The head of the baseline. */
export async function readHeadOf(path: string, key: Uint8Array): Promise<Known<BaselineHead | undefined>> {
  const opened = await openBaseline(path, key);
  if ('unknown' in opened) return opened;
  await opened.known?.close();
  return { known: opened.known?.head };
}

interface FoundPeople {
  readonly head: BaselineHead;
  readonly start: number;
  readonly rows: number;
  readonly ids: IdIndex;
}

async function readPeople(handle: FileHandle, key: Uint8Array): Promise<FoundPeople | { readonly unknown: string }> {
  let found: { readonly head: BaselineHead; readonly ids: IdIndex; readonly width: number } | undefined;
  let unknown = DAMAGED;
  let rows = 0;
  const file = await readRows(
    handle,
    ({ head: text, length }) => {
      const reading = readBaselineHead(text, keyCheck(key));
      if ('unknown' in reading) {
        ({ unknown } = reading);
        return 0;
      }
      const { head } = reading;
      const width = rowWords(head);
      found = { head, width, ids: new IdIndex(length / width / 4) };
      return width * 4;
    },
    (words) => {
      if (found === undefined) return;
      for (let at = 0; at < words.length; at += found.width)
        found.ids.add(rows++, words[at + PersonWord.id] ?? 0, words[at + PersonWord.id + 1] ?? 0);
    },
  );
  if (file === undefined || found === undefined) return { unknown };
  return { head: found.head, ids: found.ids, start: file.start, rows };
}

function openRows(handle: FileHandle, { head, start, rows, ids }: FoundPeople): OpenBaseline {
  const width = rowWords(head);
  const kept = new Map<number, Uint32Array>();
  const pieceOf = (number: number): Uint32Array => {
    const known = kept.get(number);
    if (known !== undefined) return known;
    const oldest = kept.size < MAX_PIECES ? undefined : kept.keys().next().value;
    // Reuses the buffer of the oldest piece, so that memory is bounded for files of any size
    const piece = (oldest === undefined ? undefined : kept.get(oldest)) ?? new Uint32Array(ROWS * width);
    if (oldest !== undefined) kept.delete(oldest);
    const length = Math.min(ROWS, rows - number * ROWS) * width * 4;
    // Synchronous, because the caller is processing a block of records
    readSync(handle.fd, piece, 0, length, start + number * ROWS * width * 4);
    kept.set(number, piece);
    return piece;
  };
  return {
    head,
    rows,
    ids,
    row: (row) => {
      const piece = pieceOf(Math.floor(row / ROWS));
      const at = (row % ROWS) * width;
      return piece.subarray(at, at + width);
    },
    close: () => handle.close(),
  };
}
