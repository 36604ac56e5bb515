import type { Journal, JournalEvent } from '../../core/journal/journalEvent';
import type { Run } from '../../core/run/run';
import { applyEvent } from './applyEvent';

/** The journal of a run whose account is kept in step: it says nothing that is not on the disk. */
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

  /** Something that happened, and could not be written down. */
  note(event: JournalEvent): void {
    applyEvent(this.#run, event);
    this.#changed();
  }
}
