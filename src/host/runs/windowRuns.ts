import type { Disposable, Event } from 'vscode';
import { EventEmitter } from 'vscode';
import type { ActiveRun } from '../../sending/activeRun';
import type { ShownRun } from '../../views/runElement';
import { isSettledWithin } from '../isSettledWithin';
import type { KeptRuns } from './keptRuns';
import type { WindowRun } from './windowRun';

/** Milliseconds for a request in flight when the window closes, and then for the last line of the journal. */
const LAST_ANSWER = 1000;
const LAST_LINE = 500;

/**
 * All runs of this machine in this window: those that it sends, with every change at once, and the stored ones of others, read on request.
 */
export class WindowRuns implements Disposable {
  readonly #own = new Map<string, WindowRun>();
  readonly #changed = new EventEmitter<WindowRun | undefined>();
  readonly #load: () => Promise<KeptRuns>;
  #kept: Promise<KeptRuns> | undefined;

  constructor(load: () => Promise<KeptRuns>) {
    this.#load = load;
  }

  /** Fired with the run that changed, or with nothing when any may have changed. */
  get onDidChange(): Event<WindowRun | undefined> {
    return this.#changed.event;
  }

  /** Active runs of this window. */
  get active(): readonly WindowRun[] {
    return [...this.#own.values()].filter(({ active }) => active !== undefined);
  }

  /** Shows the progress of a run until this window has finished with it. */
  follow(
    active: ActiveRun,
    source: Pick<WindowRun, 'extract' | 'extractName' | 'mapping' | 'target' | 'isReal'>,
  ): WindowRun {
    const look = (): WindowRun => ({ ...source, id: active.id, run: active.run, status: active.status, active });
    const note = (run: WindowRun) => {
      this.#own.set(run.id, run);
      this.#changed.fire(run);
    };
    const following = active.onDidChange(() => {
      note(look());
    });
    void active.ended.finally(() => {
      following.dispose();
      const { active: _over, ...ended } = look();
      note({ ...ended, lastAt: active.lastAt });
    });
    note(look());
    return look();
  }

  /** What is known of a run without reading anything. */
  find(id: string): WindowRun | undefined {
    return this.#own.get(id);
  }

  /** A run with its people: of this window, or read from disk. */
  async open(id: string): Promise<WindowRun | undefined> {
    return this.find(id) ?? (await this.kept()).open(id);
  }

  /** The run of this window that a log entry belongs to. */
  withEntry(id: string): WindowRun | undefined {
    return [...this.#own.values()].find(({ run }) => run.hasEntry(id));
  }

  /** All runs, the newest first. */
  async shown(): Promise<readonly ShownRun[]> {
    const kept = await this.kept();
    const before = new Map(this.#own);
    const summaries = await kept.listed();
    const lastAt = new Map(summaries.map((summary) => [summary.id, summary.lastAt]));
    for (const [id, run] of before) {
      // Another process has gone on with it or removed it since: what this window knows is over
      const isOver = run.active === undefined && run.lastAt !== lastAt.get(id);
      if (isOver && this.#own.get(id) === run) this.#own.delete(id);
    }
    return kept.shown(summaries, this.#own);
  }

  /** A run for the tree, with its people: read from disk if this window has not sent it. */
  async withPeople(run: ShownRun): Promise<ShownRun> {
    const opened = await this.open(run.id);
    return opened === undefined ? run : { ...run, account: opened.run.account };
  }

  /** A run was removed, or another process may have changed one. */
  forget(id: string): void {
    this.#own.delete(id);
    this.#changed.fire(undefined);
  }

  /** The stored runs, loaded once. */
  kept(): Promise<KeptRuns> {
    this.#kept ??= this.#load().then((kept) => {
      kept.onDidChange(() => this.#changed.fire(undefined));
      return kept;
    });
    return this.#kept;
  }

  /** The window closes: no new request begins, and each journal is written to its end. Resolves within two seconds. */
  async close(): Promise<void> {
    const going = this.active.flatMap(({ active }) => active ?? []);
    if (going.length === 0) return;
    for (const each of going) each.stop();
    const ended = Promise.allSettled(going.map((each) => each.ended));
    if (await isSettledWithin(LAST_ANSWER, ended)) return;
    for (const each of going) each.stopAtOnce();
    await isSettledWithin(LAST_LINE, ended);
  }

  dispose(): void {
    void this.#kept?.then((kept) => kept.dispose());
    this.#changed.dispose();
  }
}
