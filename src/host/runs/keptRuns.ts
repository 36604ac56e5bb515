import type { Event } from 'vscode';
import { Disposable, EventEmitter } from 'vscode';
import type { Explanation } from '../../core/logs/explanations';
import type { PlanFile } from '../../core/journal/planFile';
import type { RecordState } from '../../core/run/recordState';
import { RECORD_STATES } from '../../core/run/recordState';
import type { Run } from '../../core/run/run';
import type { RunAccount } from '../../core/run/account/runAccount';
import { leftOutIn } from '../../core/run/account/runAccount';
import { RunRefusal } from '../../runs/runRefusal';
import type { KeptRun, RunSummary } from '../../runs/runStore';
import type { Planner } from '../../sending/planner';
import type { ShownRun } from '../../views/runElement';
import type { RunKeeper } from '../../views/runWords';
import { silenceOf } from '../../core/run/account/silenceOf';
import { damagedRun, shownRun } from '../../views/shownRun';
import { throttleTrailing } from '../throttleTrailing';
import type { ShownRun as StoredRun } from '../../sending/keptRuns';
import type { Sending } from '../sending/openSending';
import { sourceUri } from '../sending/source/sourceUri';
import type { WindowRun } from './windowRun';
import { shownTime } from '../shownTime';

/** Milliseconds between two readings of a folder that another process writes to. */
const LOOKS = 500;

/** Number of runs whose people stay in memory after they were requested. */
const OPENED = 8;

/** The source of a run, as far as it is still available. */
export interface KeptSource {
  /** Creates plans from it again, so that its people have names. */
  readonly planner?: Planner;
  /** The text of its mapping. */
  readonly mapping: string;
}

/** A run with its people, as its journal was when it was read. */
interface OpenedRun {
  readonly run: WindowRun;
  readonly shown: StoredRun;
  readonly version: string;
}

/** The runs that are kept on this machine, whichever window or command has sent them. */
export class KeptRuns implements Disposable {
  readonly #sending: Sending;
  readonly #findSource: (plan: PlanFile) => Promise<KeptSource>;
  readonly #changed = new EventEmitter<void>();
  readonly #watching: Disposable;
  /** By id; those that were opened last are at the end. */
  readonly #opened = new Map<string, OpenedRun>();

  constructor(sending: Sending, findSource: (plan: PlanFile) => Promise<KeptSource>) {
    this.#sending = sending;
    this.#findSource = findSource;
    const look = throttleTrailing(LOOKS, () => {
      this.#changed.fire();
    });
    const watching = sending.store.watch(look.call);
    this.#watching = Disposable.from(look, watching);
  }

  /** Fired when any run may have changed, by any process. */
  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  /**
   * Runs as the tree shows them, in the same order.
   * @param own those of this window, which knows more of them than the disk
   */
  async shown(summaries: readonly RunSummary[], own: ReadonlyMap<string, WindowRun>): Promise<readonly ShownRun[]> {
    const shown = await Promise.all(
      summaries.map(async (summary) => {
        const run = own.get(summary.id);
        return run === undefined
          ? await this.#lookOf(summary)
          : lookOfOwn(await this.#withSearches(run), summary.madeAt);
      }),
    );
    return shown.filter((run) => run !== undefined);
  }

  /** All runs by the heads of their plans, the newest first. */
  listed(): Promise<readonly RunSummary[]> {
    return this.#sending.store.list();
  }

  /** A run with its people, by name if its source has not changed since. */
  async open(id: string): Promise<WindowRun | undefined> {
    const { store, service } = this.#sending;
    const kept = await store.find(id);
    if (kept?.plan === undefined) return undefined;
    const known = await this.#renewed(kept);
    if (known !== undefined) return known.run;
    const { planner, mapping } = await this.#findSource(kept.plan);
    try {
      const opened = await service.openRun(store, id, planner);
      if (opened === undefined || !('run' in opened)) return undefined;
      const { source, connection } = opened.kept.plan;
      const run: WindowRun = {
        id,
        run: opened.run,
        status: opened.status,
        extract: sourceUri(source),
        extractName: source.name,
        mapping,
        target: connection.name,
        isReal: kept.plan.target.kind === 'tenant',
      };
      this.#keep({ run, shown: opened, version: versionOf(opened.kept) });
      return run;
    } finally {
      await planner?.close();
    }
  }

  /** The reason to check a run before it is removed. */
  whyKeep(id: string): Promise<Explanation | undefined> {
    const { store, service } = this.#sending;
    return service.whyKeepRun(store, id);
  }

  async remove(id: string): Promise<void> {
    const { store, service } = this.#sending;
    try {
      await service.removeRun(store, id);
    } catch (error) {
      // Another window was quicker
      if (!(error instanceof RunRefusal) || error.reason !== 'missing') throw error;
    }
    this.#opened.delete(id);
    this.#changed.fire();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  /** What another process has done with an opened run since is read again; its people keep their names. */
  async #renewed(kept: KeptRun): Promise<OpenedRun | undefined> {
    const known = this.#opened.get(kept.id);
    if (known === undefined || known.version === versionOf(kept)) return known;
    const { store, service } = this.#sending;
    // Where they have none, the source may be there again: it is looked for when they are asked for
    const shown = known.shown.isNamed ? await service.openRun(store, kept.id, known.shown) : undefined;
    if (shown === undefined || !('run' in shown)) {
      this.#opened.delete(kept.id);
      return undefined;
    }
    const { run, status } = shown;
    const renewed = { run: { ...known.run, run, status }, shown, version: versionOf(shown.kept) };
    this.#keep(renewed);
    return renewed;
  }

  #keep(opened: OpenedRun): void {
    this.#opened.delete(opened.run.id);
    this.#opened.set(opened.run.id, opened);
    const [oldest] = this.#opened.keys();
    if (this.#opened.size > OPENED && oldest !== undefined) this.#opened.delete(oldest);
  }

  /** Removes the search from a run of this window if another run has searched since. */
  async #withSearches(run: WindowRun): Promise<WindowRun> {
    const { searchable: before, ...status } = run.status;
    if (before === undefined || run.active !== undefined) return run;
    const kept = await this.#sending.store.find(run.id);
    const searchable = kept?.plan === undefined ? before : kept.state.searchable;
    return { ...run, status: { ...status, ...(searchable !== undefined && { searchable }) } };
  }

  async #lookOf({ id, madeAt, plan, fault, closed }: RunSummary): Promise<ShownRun | undefined> {
    const at = Date.parse(madeAt);
    if (plan === undefined) return damagedRun(id, at, fault, shownTime);
    const { store, service } = this.#sending;
    const names = {
      id,
      extract: plan.source.name,
      target: plan.connection.name,
      isReal: plan.target.kind === 'tenant',
      at,
      leftOut: leftOutIn(plan.counts),
    };
    // Whether records at fault could be found in one that was refused, its journal alone says
    const hasRefused = (closed?.counts?.rejected ?? 0) > 0;
    if (closed?.counts !== undefined && !this.#opened.has(id) && !hasRefused) {
      const requests = plan.counts.batches;
      const progress = { phase: 'complete', requests, accepted: requests } as const;
      return shownRun({ ...names, progress, keeper: { kind: 'nobody' }, counts: countsOf(closed.counts) }, shownTime);
    }
    const kept = await store.find(id);
    if (kept === undefined) return undefined;
    if (kept.plan === undefined) return damagedRun(id, at, kept.fault, shownTime);
    const opened = await this.#renewed(kept);
    const found = opened?.shown ?? (await service.openRun(store, id));
    if (found === undefined) return undefined;
    if (!('run' in found)) return damagedRun(id, at, found.fault, shownTime);
    const { account: known } = found.run;
    const { counts } = known;
    const silence = silenceOf(known);
    const facts = {
      ...names,
      progress: found.status,
      keeper: keeperOf(kept),
      counts,
      ...(opened && { account: known }),
      ...(silence && { silence }),
      ...clockOf(found.run),
    };
    return shownRun({ ...facts, ...(kept.fault && { fault: kept.fault }) }, shownTime);
  }
}

function lookOfOwn({ id, run, status, active, extractName, target, isReal }: WindowRun, madeAt: string): ShownRun {
  const { account } = run;
  const silence = silenceOf(account);
  const keeper: RunKeeper = { kind: active === undefined ? 'nobody' : 'here' };
  const { leftOut } = account.records;
  const names = { id, extract: extractName, target, isReal, at: Date.parse(madeAt), leftOut };
  return shownRun(
    {
      ...names,
      progress: status,
      keeper,
      counts: account.counts,
      account,
      ...(silence && { silence }),
      ...clockOf(run),
    },
    shownTime,
  );
}

function clockOf({ clockAhead }: Run): { readonly clockAhead?: number } {
  return clockAhead === undefined ? {} : { clockAhead };
}

/** What changes with a line of a run's journal, or with the process that writes it. */
function versionOf({ state, holder }: KeptRun): string {
  return `${state.lastAt ?? ''} ${holder === undefined}`;
}

function keeperOf({ holder }: KeptRun): RunKeeper {
  return holder === undefined ? { kind: 'nobody' } : { kind: 'elsewhere', program: holder.program };
}

/** As they were stored when the run ended. */
function countsOf(counts: Readonly<Record<string, number>>): RunAccount['counts'] {
  return Object.fromEntries(RECORD_STATES.map((state) => [state, counts[state] ?? 0])) as Record<RecordState, number>;
}
