import type { Journal, JournalEvent } from '../../core/journal/journalEvent';
import type { Run } from '../../core/run/run';
import { applyEvent } from './applyEvent';

/** A journal that also updates the run's account, which therefore never holds anything that is not on disk. */
export class LiveJournal implements Journal {
  readonly #journal: Journal;
  readonly #run: Run;
  readonly #changed: () => void;

  constructor(journal: Journal, run: Run, changed: () => void) {
    this.#journal = journal;
    this.#run = run;
    this.#changed = changed;
  }

  async append(event: JournalEvent): Promise<void> {
    await this.#journal.append(event);
    this.note(event);
  }

  /** Applies an event that could not be recorded. */
  note(event: JournalEvent): void {
    applyEvent(this.#run, event);
    this.#changed();
  }
}
