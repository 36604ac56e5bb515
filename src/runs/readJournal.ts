import { createReadStream } from 'node:fs';
import type { JournalLine } from '../core/journal/journalEvent';
import type { ChainEnd } from '../core/journal/journalText';
import { JournalReader } from '../core/journal/journalText';
import type { KeptFault } from '../core/journal/planText';
import { unreadable } from '../files/fileError';
import { sha256 } from './runPaths';

/** What reading a journal found out. */
export interface JournalEnd {
  /** The end of its chain, and the number of bytes up to there. */
  readonly chain: ChainEnd;
  readonly size: number;
  /** Number of bytes after that: a torn or repeated last line. */
  readonly dropped: number;
  /** Whether the last line was incomplete. */
  readonly wasTorn: boolean;
  readonly fault?: KeptFault;
}

/** Maximum bytes of a journal line. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;
const LINE_END = 0x0a;

/** Reads a journal from its start, line by line. Rejects with `FileError`; damage is part of the result. */
export async function* readJournal(path: string, plan: string): AsyncGenerator<JournalLine, JournalEnd, undefined> {
  const reader = new JournalReader(plan, sha256);
  let size = 0;
  let total = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const block of blocksOf(path)) {
    total += block.length;
    rest = rest.length === 0 ? block : Buffer.concat([rest, block]);
    let start = 0;
    for (let end = rest.indexOf(LINE_END); end >= 0; end = rest.indexOf(LINE_END, start)) {
      const line = reader.next(rest.toString('utf8', start, end));
      if (line !== undefined) {
        size += end + 1 - start;
        yield line;
      }
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (reader.fault !== undefined || rest.length > MAX_LINE_BYTES) break;
  }
  reader.rest(rest.toString('utf8'));
  const { end: chain, fault } = reader;
  return { chain, size, dropped: total - size, wasTorn: rest.length > 0, ...(fault && { fault }) };
}

async function* blocksOf(path: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw unreadable(path, error);
  }
}
