import { join } from 'node:path';
import { FileError, unkept, unreadable, unwritable, unwritableFolder } from '../files/fileError';
import type { FileLayer } from '../files/fileLayer';
import { namesOf, systemFiles } from '../files/fileLayer';
import type { ProcessLock } from '../files/lock/lockTaken';
import { callLedger } from './callLedger';
import { writeRun } from './createRun';
import { keyIn } from './keyFile';
import { cutTail, openLocked, recovered } from './openRun';
import type { PrintedPlan } from './planMoments';
import { keepMoment, momentOf } from './planMoments';
import { pruneStore } from './pruneStore';
import { eventsIn, headIn, lastLineIn, planIn, recordsIn, stateIn } from './readRun';
import type { RunLocks } from './runLocks';
import { runLocks } from './runLocks';
import type { RunPaths } from './runPaths';
import { isRunId, newRunId, RUN_FILES, runPaths, timeOfId } from './runPaths';
import { inUse, missing, RunRefusal } from './runRefusal';
import { searchedRequests } from './searchedRequests';
import type { DamagedRun, KeptRecords, KeptRun, OpenRun, RunStore, RunSummary } from './runStore';
import type { PlanFile } from '../core/journal/planFile';
import type { RunState } from '../core/journal/runState';
import { watchRuns } from './watchRuns';
import type { ChangeMark } from './changeMark';
import { changeMark } from './changeMark';

export interface RunStoreOptions {
  /** `VS Code` or `command line`: shown to a second sender that finds the job locked. */
  readonly program: string;
  readonly files?: FileLayer;
  /** Milliseconds since 1970. */
  readonly wallClock?: () => number;
}

/** Maximum number of runs to read concurrently for a list. */
const READERS = 16;

/** The store of runs in a state folder, which need not exist. */
export function openRunStore(folder: string, options: RunStoreOptions): RunStore {
  return new FolderStore(folder, options);
}

class FolderStore implements RunStore {
  readonly #folder: string;
  readonly #paths: RunPaths;
  readonly #program: string;
  readonly #files: FileLayer;
  readonly #wallClock: () => number;
  readonly #mark: ChangeMark;
  /** Runs that this process reserved and has neither created nor discarded. */
  readonly #reserved = new Map<string, ProcessLock>();
  #locks: Promise<RunLocks> | undefined;

  constructor(folder: string, { program, files = systemFiles, wallClock = () => Date.now() }: RunStoreOptions) {
    this.#folder = folder;
    this.#paths = runPaths(folder);
    this.#program = program;
    this.#files = files;
    this.#wallClock = wallClock;
    this.#mark = changeMark(this.#paths.changed);
  }

  key(): Promise<Uint8Array> {
    return keyIn(this.#paths.key, this.#files);
  }

  async list(): Promise<readonly RunSummary[]> {
    const ids = await this.#ids();
    const found: (RunSummary | undefined)[] = [];
    let next = 0;
    const readOn = async (): Promise<void> => {
      for (let index = next++; index < ids.length; index = next++) found[index] = await this.#summary(ids[index] ?? '');
    };
    await Promise.all(Array.from({ length: READERS }, readOn));
    return found.filter((summary) => summary !== undefined);
  }

  async find(id: string): Promise<KeptRun | DamagedRun | undefined> {
    if (!(await this.#ids()).includes(id)) return undefined;
    const folder = this.#paths.run(id);
    const reading = await planIn(folder);
    if ('fault' in reading) return { id, fault: reading.fault };
    const { plan } = reading;
    const taken = await (await this.#runLocks()).holder(`run ${id}`);
    const { state, end, fault } = await stateIn(folder, plan);
    // A process that is still writing may not have completed its last line
    if (taken === undefined) state.interrupt();
    const wasTorn = taken === undefined && end?.wasTorn === true;
    await this.#noteSearches(id, plan, state);
    return {
      id,
      plan,
      state,
      wasTorn,
      ...(fault && { fault }),
      ...(taken && { holder: taken.holder }),
      digests: join(folder, RUN_FILES.digests),
      records: () => recordsIn(folder),
      events: () => eventsIn(folder, plan.plan),
    };
  }

  async reserve() {
    const { runs, baselines } = this.#paths;
    try {
      await this.#files.makeFolder(runs);
      await this.#files.makeFolder(baselines);
      await this.#pruneIfPossible();
      for (;;) {
        const [newest] = await this.#ids();
        const id = newRunId(this.#wallClock(), newest);
        // The lock shows other processes that the reservation is not a leftover
        const lock = await this.#take(id);
        if (lock === undefined) continue;
        const unfinished = this.#paths.unfinished(id);
        if (!(await releasingUnless(lock, this.#files.makeNewFolder(unfinished)))) continue;
        this.#reserved.set(id, lock);
        return { id, digests: join(unfinished, RUN_FILES.digests), discard: () => this.#discard(id) };
      }
    } catch (error) {
      throw error instanceof FileError ? error : unkept('The plan', runs, error);
    }
  }

  async create(id: string, plan: PlanFile, records: KeptRecords): Promise<OpenRun> {
    const lock = this.#reserved.get(id);
    if (lock === undefined) throw new Error(`the run ${id} was not reserved here`);
    const at = new Date(this.#wallClock()).toISOString();
    const written = await writeRun(this.#paths, { id, plan, records, at }, this.#files);
    try {
      const run = await openLocked({ id, plan, lock, wasTorn: false, ...written }, this.#tools());
      this.#reserved.delete(id);
      this.#mark.now();
      return run;
    } catch (error) {
      // A run whose creation failed is not known to any caller
      await this.#files.removeFolder(written.folder).catch(() => undefined);
      throw error;
    }
  }

  async open(id: string): Promise<OpenRun> {
    if (!(await this.#ids()).includes(id)) throw missing(id);
    return this.#withRun(id, async (lock) => {
      const folder = this.#paths.run(id);
      const reading = await planIn(folder);
      if ('fault' in reading) throw new RunRefusal('damaged', reading.fault.message, reading.fault.remedy);
      const { plan } = reading;
      const { state, end, fault } = await stateIn(folder, plan);
      if (fault !== undefined) throw new RunRefusal('damaged', fault.message, fault.remedy);
      if (end === undefined) throw missing(id);
      await this.#noteSearches(id, plan, state);
      const { chain, size, dropped, wasTorn } = end;
      if (dropped > 0) await cutTail(join(folder, RUN_FILES.journal), size, this.#files);
      const run = await openLocked({ id, folder, plan, state, lock, chain, size, wasTorn }, this.#tools());
      return recovered(run, dropped);
    });
  }

  async remove(id: string): Promise<void> {
    if (!(await this.#ids()).includes(id)) throw missing(id);
    await this.#withRun(id, async (lock) => {
      const removed = this.#paths.removed(id);
      try {
        await this.#files.rename(this.#paths.run(id), removed);
        await this.#files.syncFolder(this.#paths.runs);
      } catch (error) {
        throw unwritable(this.#paths.run(id), error);
      }
      await this.#removeFolder(removed);
      this.#mark.now();
      await lock.release();
    });
  }

  prune(): Promise<void> {
    const take = (id: string) => this.#take(id);
    return pruneStore(this, { paths: this.#paths, files: this.#files, now: this.#wallClock(), take });
  }

  async lock(jobKey: string) {
    return (await this.#runLocks()).take(`job ${jobKey}`);
  }

  ledger({ cloud = '', tenantId }: { readonly cloud?: string; readonly tenantId: string }) {
    return callLedger(this.#paths.ledger(`${cloud}/${tenantId}`.toLowerCase()), this.#files, this.#wallClock);
  }

  baselinePath(jobKey: string): string {
    return this.#paths.baseline(jobKey);
  }

  keepMoment(plan: string, moment: PrintedPlan): Promise<void> {
    return keepMoment(this.#paths, plan, moment, this.#files);
  }

  momentOf(plan: string): Promise<PrintedPlan | undefined> {
    return momentOf(this.#paths, plan, this.#files, this.#wallClock());
  }

  watch(listener: () => void): { dispose(): void } {
    return watchRuns(this.#paths, listener);
  }

  /** Newest first. */
  async #ids(): Promise<readonly string[]> {
    try {
      return (await namesOf(this.#files, this.#paths.runs)).filter(isRunId).sort().reverse();
    } catch (error) {
      throw unreadable(this.#paths.runs, error);
    }
  }

  /** Notes which requests were searched, so that they are not offered again. */
  async #noteSearches(id: string, plan: PlanFile, state: RunState): Promise<void> {
    if (state.searchable === undefined) return;
    const newer = (await this.#ids()).filter((other) => other > id);
    state.noteSearched(
      await searchedRequests(
        id,
        plan,
        newer.map((other) => this.#paths.run(other)),
      ),
    );
  }

  async #summary(id: string): Promise<RunSummary | undefined> {
    const folder = this.#paths.run(id);
    const reading = await headIn(folder);
    if ('fault' in reading) {
      // The run was deleted meanwhile
      if (!(await this.#ids()).includes(id)) return undefined;
      return { id, madeAt: new Date(timeOfId(id)).toISOString(), fault: reading.fault };
    }
    const last = await lastLineIn(folder);
    const { plan } = reading;
    const known = { id, madeAt: plan.madeAt, plan, ...(last && { lastAt: last.at }) };
    if (last?.event.type !== 'closed') return known;
    const { counts } = last.event;
    return { ...known, closed: { at: last.at, ...(counts && { counts }) } };
  }

  /** Prunes. A file that cannot be deleted must not prevent sending. */
  async #pruneIfPossible(): Promise<void> {
    try {
      await this.prune();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
    }
  }

  /** Discards a plan that was not confirmed. Does nothing if it became a run. */
  async #discard(id: string): Promise<void> {
    await this.#removeFolder(this.#paths.unfinished(id));
    const lock = this.#reserved.get(id);
    this.#reserved.delete(id);
    await lock?.release();
  }

  /** `undefined` if another process holds it. */
  async #take(id: string): Promise<ProcessLock | undefined> {
    const lock = await (await this.#runLocks()).take(`run ${id}`);
    return 'release' in lock ? lock : undefined;
  }

  /** Locks a run for this process, and releases it if the work fails or returns nothing. */
  async #withRun<T>(id: string, work: (lock: ProcessLock) => Promise<T>): Promise<T> {
    const lock = await (await this.#runLocks()).take(`run ${id}`);
    if (!('release' in lock)) throw inUse(id, lock.holder);
    try {
      return await work(lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  #tools() {
    return { files: this.#files, wallClock: this.#wallClock, onChange: () => this.#mark.soon() };
  }

  /** The locks, named by the real path of the folder, which is the same for every process. */
  #runLocks(): Promise<RunLocks> {
    this.#locks ??= this.#makeLocks().catch((error: unknown) => {
      this.#locks = undefined;
      throw error;
    });
    return this.#locks;
  }

  async #makeLocks(): Promise<RunLocks> {
    try {
      await this.#files.makeFolder(this.#folder);
      const home = await this.#files.realPath(this.#folder);
      return runLocks(home, this.#paths.locks, this.#program, this.#wallClock);
    } catch (error) {
      throw unkept('What is kept of runs', this.#folder, error);
    }
  }

  async #removeFolder(path: string): Promise<void> {
    try {
      await this.#files.removeFolder(path);
    } catch (error) {
      throw unwritableFolder(path, error);
    }
  }
}

/** Whether something was created. If not, releases the lock. */
async function releasingUnless(lock: ProcessLock, making: Promise<boolean>): Promise<boolean> {
  let isMade = false;
  try {
    isMade = await making;
    return isMade;
  } finally {
    if (!isMade) await lock.release();
  }
}
