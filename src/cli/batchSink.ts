import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Requests } from '../core/convert/requestWriter';
import type { RecordProblem } from '../core/problems/problem';
import { OutFolder, writing } from './outFolder';
import { JsonListFile } from './input/jsonListFile';
import { jsonLine } from './terminal/terminal';
import type { Terminal } from './terminal/terminal';

/** The destination of a conversion's requests. */
export interface BatchSink {
  readonly requests: (requests: Requests) => Promise<void>;
  /** A problem of a refused record, in its JSON form. */
  readonly problem: (problem: object) => Promise<void>;
  /** The conversion succeeded, so the output is valid. */
  readonly finish: () => Promise<void>;
  /** The conversion failed, so the output is invalid. */
  readonly fatal: (problems: readonly RecordProblem[]) => Promise<void>;
  /** Removes unfinished output; does nothing after `finish`. */
  readonly discard: () => Promise<void>;
}

/** Writes one request per line. */
export function streamSink(terminal: Terminal): BatchSink {
  const nothing = () => Promise.resolve();
  return {
    requests: ({ bytes }) => terminal.data(bytes),
    problem: nothing,
    finish: nothing,
    fatal: (problems) => terminal.data(jsonLine({ fatal: problems.map(({ code, message }) => ({ code, message })) })),
    discard: nothing,
  };
}

/**
 * Removes the files of an earlier conversion, so that they are not mistaken for this one's. Throws {@link FileError} if
 * the folder is unusable.
 */
export async function emptyFolder(folder: string): Promise<void> {
  const out = await OutFolder.empty(folder);
  await out.finish();
}

/**
 * Writes one file per request into a folder, replacing those of an earlier conversion. The files stay in a separate
 * folder until all are complete. Throws {@link FileError} if writing fails.
 */
export async function folderSink(folder: string): Promise<BatchSink> {
  const out = await OutFolder.empty(folder);
  const work = await out.work();
  const problems = new JsonListFile(join(work, 'problems.json'));
  const discard = async () => {
    await problems.close();
    await out.finish();
  };
  return {
    requests: (requests) => writing(folder, () => writeRequests(work, requests)),
    problem: (problem) => writing(folder, () => problems.add(problem)),
    finish: async () => {
      await writing(folder, () => problems.finish());
      await out.take(work);
      await discard();
    },
    fatal: discard,
    discard,
  };
}

async function writeRequests(folder: string, { first, bytes, ends }: Requests): Promise<void> {
  let start = 0;
  for (const [index, end] of ends.entries()) {
    const name = `${String(first + index).padStart(4, '0')}.bulk.json`;
    await writeFile(join(folder, name), bytes.subarray(start, end));
    start = end + 1;
  }
}
