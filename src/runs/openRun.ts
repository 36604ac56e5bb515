import { dirname, join } from 'node:path';
import type { ChainEnd } from '../core/journal/journalText';
import type { PlanFile } from '../core/journal/planFile';
import type { RunState } from '../core/journal/runState';
import { unkept } from '../files/fileError';
import type { AppendedFile, FileLayer } from '../files/fileLayer';
import type { ProcessLock } from '../files/lock/lockTaken';
import { JournalFile } from './journalFile';
import { eventsIn, recordsIn } from './readRun';
import { RUN_FILES } from './runPaths';
import type { OpenRun } from './runStore';

/** A run that this process has locked. */
export interface LockedRun {
  readonly id: string;
  readonly folder: string;
  readonly plan: PlanFile;
  readonly state: RunState;
  readonly lock: ProcessLock;
  /** The end of its journal. */
  readonly chain: ChainEnd;
  readonly size: number;
  readonly wasTorn: boolean;
}

export interface WritingTools {
  readonly files: FileLayer;
  readonly wallClock: () => number;
  /** Called after a write. */
  readonly onChange: () => void;
}

/** Opens the journal of a run for writing. Rejects with `FileError`; the caller then still holds the lock. */
export async function openLocked(run: LockedRun, { files, wallClock, onChange }: WritingTools): Promise<OpenRun> {
  const { id, folder, plan, state, lock, chain, size, wasTorn } = run;
  const path = join(folder, RUN_FILES.journal);
  const file = await files.append(path).catch((error: unknown) => {
    throw unkept('The journal of the run', folder, error);
  });
  const journal = new JournalFile({
    path,
    file,
    chain,
    size,
    wallClock,
    onLine: (line) => {
      state.apply(line);
      onChange();
    },
  });
  return {
    id,
    plan,
    state,
    wasTorn,
    journal,
    digests: join(folder, RUN_FILES.digests),
    records: () => recordsIn(folder),
    events: () => eventsIn(folder, plan.plan),
    async close() {
      try {
        await journal.close();
      } finally {
        await lock.release();
        onChange();
      }
    },
  };
}

/**
 * Repairs a run whose process was killed, so that it can be resumed: requests without an end have an unknown outcome.
 *
 * @param dropped bytes after the last whole line
 */
export async function recovered(run: OpenRun, dropped: number): Promise<OpenRun> {
  if (dropped === 0 && run.state.phase !== 'sending') return run;
  try {
    await run.journal.append({ type: 'recovered', dropped });
    return run;
  } catch (error) {
    await run.close();
    throw error;
  }
}

/** Truncates a file after its last whole line. */
export async function cutTail(path: string, size: number, files: FileLayer): Promise<void> {
  let file: AppendedFile | undefined;
  try {
    file = await files.append(path);
    await file.truncate(size);
    await file.sync();
  } catch (error) {
    throw unkept('The journal of the run', dirname(path), error);
  } finally {
    await file?.close().catch(() => undefined);
  }
}
