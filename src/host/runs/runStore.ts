import type { Disposable, Event, Uri } from 'vscode';
import { EventEmitter } from 'vscode';
import type { Run } from '../../core/run/run';
import type { ShownRun } from '../../views/runTree';

/** A run of this window and the files it came from. */
export interface StoredRun {
  readonly id: string;
  readonly run: Run;
  readonly extract: Uri;
  readonly extractName: string;
  /** The text of the mapping that it was converted with. */
  readonly mapping: string;
  readonly target: string;
  readonly phase: 'sending' | 'following' | 'ended';
  readonly status: string;
}

/** The runs of this window, the newest first. Memory only. */
export class RunStore implements Disposable {
  readonly #runs = new Map<string, StoredRun>();
  readonly #changed = new EventEmitter<StoredRun | undefined>();
  #count = 0;

  /** Fired with the run that changed, or with nothing when all did. */
  get onDidChange(): Event<StoredRun | undefined> {
    return this.#changed.event;
  }

  add(run: Omit<StoredRun, 'id'>): StoredRun {
    const stored = { ...run, id: `run-${++this.#count}` };
    this.#runs.set(stored.id, stored);
    this.#changed.fire(stored);
    return stored;
  }

  update(id: string, change: Pick<StoredRun, 'phase' | 'status'>): void {
    const stored = this.#runs.get(id);
    if (stored === undefined) return;
    const changed = { ...stored, ...change };
    this.#runs.set(id, changed);
    this.#changed.fire(changed);
  }

  find(id: string): StoredRun | undefined {
    return this.#runs.get(id);
  }

  /** The run that a log entry answers. */
  withEntry(id: string): StoredRun | undefined {
    return [...this.#runs.values()].find(({ run }) => run.hasEntry(id));
  }

  /** Forgets the runs that have ended. */
  clear(): void {
    for (const { id, phase } of [...this.#runs.values()]) if (phase === 'ended') this.#runs.delete(id);
    this.#changed.fire(undefined);
  }

  shown(): readonly ShownRun[] {
    return [...this.#runs.values()].reverse().map(({ id, extractName, target, status, phase, run }) => {
      const { account } = run;
      return {
        id,
        extract: extractName,
        target,
        began: new Date(run.startedAt).toLocaleTimeString(),
        state:
          phase === 'ended'
            ? { words: status, icon: 'pass', tone: 'good' }
            : { words: status, icon: 'loading~spin', tone: 'quiet' },
        notes: [],
        counts: account.counts,
        account,
      };
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
