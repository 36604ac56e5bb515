import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Requests } from '../core/convert/requestWriter';
import type { RecordProblem } from '../core/problems/problem';
import { UsageError } from './command';
import { JsonListFile } from './input/jsonListFile';
import { jsonLine } from './terminal/terminal';
import type { Terminal } from './terminal/terminal';

/** Where the requests of a conversion go. */
export interface BatchSink {
  readonly requests: (requests: Requests) => Promise<void>;
  /** A problem of a refused record, as it is printed. */
  readonly problem: (problem: object) => Promise<void>;
  /** The conversion has ended well: what was written counts now. */
  readonly finish: () => Promise<void>;
  /** Nothing that was written counts. */
  readonly fatal: (problems: readonly RecordProblem[]) => Promise<void>;
  /** Takes away what was not finished; does nothing after `finish`. */
  readonly discard: () => Promise<void>;
}

/** One request a line. */
export function streamSink(terminal: Terminal): BatchSink {
  const nothing = () => Promise.resolve();
  return {
    requests: ({ bytes }) => terminal.outBytes(bytes),
    problem: nothing,
    finish: nothing,
    fatal: (problems) => terminal.out(jsonLine({ fatal: problems.map(({ code, message }) => ({ code, message })) })),
    discard: nothing,
  };
}

/** What a conversion writes into its folder; one that was killed has left its unfinished work behind. */
const OURS = /^(?:[0-9]{4,}\.bulk\.json|problems\.json|\.unfinished-[A-Za-z0-9]{6})$/;

/**
 * Takes the files of an earlier conversion away, so that yesterday's can never be taken for today's. Throws
 * {@link UsageError} when the folder cannot be had.
 */
export async function emptyFolder(folder: string): Promise<void> {
  await writing(folder, async () => {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder))
      if (OURS.test(name)) await rm(join(folder, name), { recursive: true, force: true });
  });
}

/**
 * Files in a folder, one a request, in place of those of an earlier conversion. They stand in a folder of their own until
 * all are written. Throws {@link UsageError} when something cannot be written.
 */
export async function folderSink(folder: string): Promise<BatchSink> {
  await emptyFolder(folder);
  const work = await writing(folder, () => mkdtemp(join(folder, '.unfinished-')));
  const problems = new JsonListFile(join(work, 'problems.json'));
  const discard = async () => {
    await problems.close();
    await rm(work, { recursive: true, force: true });
  };
  return {
    requests: (requests) => writing(folder, () => writeRequests(work, requests)),
    problem: (problem) => writing(folder, () => problems.add(problem)),
    finish: () =>
      writing(folder, async () => {
        await problems.finish();
        for (const name of (await readdir(work)).sort()) await rename(join(work, name), join(folder, name));
        await discard();
      }),
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

/** A folder that cannot be written to is a wrong `--out` or a full disk: in both cases the user has to do something. */
async function writing<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(`Nothing can be written to the folder ${folder}: ${error.message}.`, { cause: error });
  }
}
