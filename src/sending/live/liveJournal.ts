import type { Journal, JournalEvent } from '../../core/journal/journalEvent';
import type { Run } from '../../core/run/run';
import { applyEvent } from './applyEvent';

/** The journal of a run that keeps its account in step: the account holds nothing that is not on disk. */
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

  /** Applies an event that could not be written. */
  note(event: JournalEvent): void {
    applyEvent(this.#run, event);
    this.#changed();
  }
}
