import { setImmediate } from 'node:timers/promises';
import type { EntryTie, TiedRun } from '../../core/logs/list/tieEntries';
import { tieEntries } from '../../core/logs/list/tieEntries';
import type { LoggedEntry } from '../../core/logs/list/loggedEntry';
import type { LogEntry } from '../../core/logs/logEntry';
import { WorkedCycles } from '../../core/logs/workedCycles';
import type { Run } from '../../core/run/run';
import type { Target } from '../../core/run/target';
import { jobKey } from '../../core/run/target';
import { FileError } from '../../files/fileError';
import type { RunStore } from '../../runs/runStore';
import { openRun } from '../openRun';

/**
 * Milliseconds for which a log keeps entries: 30 days, and a day for differing clocks. Source: Entra, provisioning
 * logs.
 */
const RETENTION = 31 * 86_400_000;
/** Maximum number of runs to read, newest first, because each one's people take memory. */
const MAX_RUNS = 30;
/** Entries to tie per step, so that the process stays responsive. */
const AT_ONCE = 200;

export interface LogTiesParts {
  readonly store: RunStore;
  readonly wallClock: () => number;
  /** The run with this id if this process sends or has sent it, because it knows more than what is on disk. */
  readonly ownRun: (id: string) => Run | undefined;
}

/** The facts by which users recognise a run. */
export interface RunSource {
  /** The name of its extract or payload. */
  readonly name: string;
  /** ISO 8601. */
  readonly madeAt: string;
}

/** Finds out to which runs of this machine the entries of a log belong. */
export class LogTies {
  readonly #parts: LogTiesParts;
  /** By id, with the version of its journal when it was read. */
  readonly #opened = new Map<string, { readonly run: Run; readonly version: string }>();
  readonly #sources = new Map<string, RunSource>();
  #runs: readonly TiedRun[] = [];
  /** What entries reveal about the cycles of these runs, and the ids of the entries that were already examined. */
  #worked = new WorkedCycles();
  #noted = new Set<string>();

  constructor(parts: LogTiesParts) {
    this.#parts = parts;
  }

  /** Reads the runs of a job, except those that have not changed. */
  async renew(target: Target): Promise<void> {
    const { store, wallClock } = this.#parts;
    const key = jobKey(target);
    const since = wallClock() - RETENTION;
    const wanted = (await store.list())
      .filter(({ plan, madeAt }) => plan !== undefined && jobKey(plan.target) === key && Date.parse(madeAt) >= since)
      .slice(0, MAX_RUNS);
    const runs: TiedRun[] = [];
    for (const { id, plan, madeAt } of wanted) {
      this.#sources.set(id, { name: plan?.source.name ?? '', madeAt });
      const run = await this.#runOf(id);
      if (run !== undefined) runs.push({ id, run });
    }
    for (const id of this.#opened.keys()) if (!wanted.some((one) => one.id === id)) this.#opened.delete(id);
    runs.sort((left, right) => (left.id < right.id ? -1 : 1));
    const isSame = runs.length === this.#runs.length && runs.every(({ run }, at) => this.#runs[at]?.run === run);
    if (isSame) return;
    this.#runs = runs;
    this.#worked = new WorkedCycles();
    this.#noted = new Set();
  }

  /** The source of a run. */
  sourceOf(run: string): RunSource | undefined {
    return this.#sources.get(run);
  }

  /**
   * The ties of entries; an entry without a tie does not belong to any run. Works in small steps.
   *
   * @param all all entries that were read, including these
   */
  async tie(
    entries: Iterable<LoggedEntry>,
    all: Iterable<LoggedEntry>,
    whole: (id: string) => LogEntry | undefined,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, EntryTie>> {
    const ties = new Map<string, EntryTie>();
    await this.#noteWorked(all, signal);
    const worked = this.#worked;
    let part: LoggedEntry[] = [];
    const tiePart = async (): Promise<void> => {
      for (const [id, tie] of tieEntries(part, this.#runs, whole, worked)) ties.set(id, tie);
      part = [];
      await setImmediate();
    };
    // Entries about one person stay together, because which run gets one depends on the others
    for (const entry of [...entries].sort((left, right) => (left.person < right.person ? -1 : 1))) {
      if (part.length >= AT_ONCE && part.at(-1)?.person !== entry.person) await tiePart();
      if (signal.aborted) return ties;
      part.push(entry);
    }
    await tiePart();
    return ties;
  }

  /** Examines each entry once, because that searches all runs for its person. */
  async #noteWorked(all: Iterable<LoggedEntry>, signal: AbortSignal): Promise<void> {
    const [worked, noted] = [this.#worked, this.#noted];
    const runs = this.#runs.map(({ run }) => run);
    const fresh = [...all].filter(({ id }) => !noted.has(id));
    for (const [place, entry] of fresh.entries()) {
      if (place % AT_ONCE === AT_ONCE - 1) await setImmediate();
      if (signal.aborted) return;
      worked.note(runs, entry);
      noted.add(entry.id);
    }
  }

  async #runOf(id: string): Promise<Run | undefined> {
    const { store, ownRun } = this.#parts;
    const own = ownRun(id);
    if (own !== undefined) return own;
    try {
      const kept = await store.find(id);
      if (kept?.plan === undefined || kept.state.startedAt === undefined) return undefined;
      const version = kept.state.lastAt ?? '';
      const known = this.#opened.get(id);
      if (known?.version === version) return known.run;
      const opened = await openRun(store, id);
      if (opened === undefined || !('run' in opened)) return undefined;
      this.#opened.set(id, { run: opened.run, version });
      return opened.run;
    } catch (error) {
      // A run that was removed meanwhile or cannot be read has no ties
      if (error instanceof FileError) return undefined;
      throw error;
    }
  }
}
