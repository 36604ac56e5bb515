import type { JournalEvent } from '../../../src/core/journal/journalEvent';
import type { JobLock, OpenRun, RunStore } from '../../../src/runs/runStore';

/** A step of a journal at which the process dies: before its line is on the disk, or after. */
export interface Death {
  /** From 1. */
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** The store of a process that dies at a step of its journal: nothing that it does afterwards happens, and its locks are free. */
export class MortalStore {
  readonly store: RunStore;
  /** Everything that was to be written down, in order. */
  readonly steps: JournalEvent['type'][] = [];
  /** Resolves when the process is dead, and everything that it held is free. */
  readonly dead: Promise<void>;
  readonly #death: Death | undefined;
  readonly #held: (() => Promise<void>)[] = [];
  #die: () => void = () => undefined;
  #isDead = false;

  constructor(store: RunStore, death?: Death) {
    this.#death = death;
    this.dead = new Promise((resolve) => {
      this.#die = () => {
        this.#isDead = true;
        void Promise.all(this.#held.map((free) => free())).then(() => resolve());
      };
    });
    const held = <T extends JobLock | object>(lock: T): T => {
      if ('release' in lock) this.#held.push(() => lock.release());
      return lock;
    };
    // Not a copy: the members of a class are on its prototype
    this.store = Object.assign(Object.create(store) as RunStore, {
      create: async (...args: Parameters<RunStore['create']>) => this.#mortal(await store.create(...args)),
      open: async (id: string) => this.#mortal(await store.open(id)),
      lock: async (key: string) => held(await store.lock(key)),
      key: () => store.key(),
      list: () => store.list(),
      find: (id: string) => store.find(id),
      reserve: () => store.reserve(),
      ledger: (target: Parameters<RunStore['ledger']>[0]) => store.ledger(target),
      watch: (listener: () => void) => store.watch(listener),
      baselinePath: (key: string) => store.baselinePath(key),
    });
  }

  #mortal(run: OpenRun): OpenRun {
    this.#held.push(() => run.close());
    const append = async (event: JournalEvent): Promise<void> => {
      if (this.#isDead) return forever();
      const step = this.steps.push(event.type);
      const isLast = step === this.#death?.step;
      if (isLast && this.#death.when === 'before') return this.#end();
      await run.journal.append(event);
      if (isLast) return this.#end();
    };
    return { ...run, journal: { append } };
  }

  #end(): Promise<never> {
    this.#die();
    return forever();
  }
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}
