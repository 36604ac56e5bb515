import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch } from '../core/bulk/batch';
import type { RecordProblem } from '../core/problem';
import { jsonLine } from './terminal';
import type { Terminal } from './terminal';

/** Where the requests of a conversion go. */
export interface BatchSink {
  readonly batch: (batch: Batch) => Promise<void>;
  /** A problem of a refused record, as it is printed. */
  readonly problem: (problem: object) => void;
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
    batch: ({ body }) => terminal.out(`${body}\n`),
    problem: () => undefined,
    finish: nothing,
    fatal: (problems) => terminal.out(jsonLine({ fatal: problems.map(({ code, message }) => ({ code, message })) })),
    discard: nothing,
  };
}

const OURS = /^(?:[0-9]{4,}\.bulk\.json|problems\.json)$/;

/**
 * Files in a folder, one a request. The files of an earlier conversion go first, so that yesterday's can never be taken
 * for today's; the new ones stand in a folder of their own until all are written.
 */
export async function folderSink(folder: string): Promise<BatchSink> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (OURS.test(name)) await rm(join(folder, name));
  const work = await mkdtemp(join(folder, '.unfinished-'));
  const problems: object[] = [];
  const remove = () => rm(work, { recursive: true, force: true });
  return {
    batch: ({ number, body }) => writeFile(join(work, `${String(number).padStart(4, '0')}.bulk.json`), body),
    problem: (problem) => problems.push(problem),
    finish: async () => {
      if (problems.length > 0) await writeFile(join(work, 'problems.json'), `${JSON.stringify(problems, null, 2)}\n`);
      for (const name of (await readdir(work)).sort()) await rename(join(work, name), join(folder, name));
      await remove();
    },
    fatal: remove,
    discard: remove,
  };
}
