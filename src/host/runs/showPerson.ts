import { decidingEntry } from '../../core/logs/decidingAnswer';
import type { RecordAccount } from '../../core/run/account/runAccount';
import { entryUri, showEntryPage } from '../documents/pages/entryDocuments';
import { entryOnDemand } from '../log/entryOnDemand';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';

/** What is shown of somebody: the row among the runs, the page of the log entry, or both. */
export type PersonView = 'runs' | 'page' | 'both';

/** Shows what a run did with a person; the page only where this window has read the log entry. */
export async function showPerson(
  { runsView }: Pick<Services, 'runsView'>,
  run: string,
  person: RecordAccount,
  view: PersonView = 'both',
): Promise<void> {
  const entry = decidingEntry(person.answers);
  if (view !== 'page' || entry === undefined) {
    const row = await runsView.reveal(run, person.record);
    if (row === undefined) throw new UserError(say`This run is no longer on this machine.`);
  }
  if (view !== 'runs' && entry !== undefined) await showEntryPage(entryUri(run, entry, 'md'));
}

/** Shows the page of the log entry that decides what became of a person; the log is read where need be. */
export async function explainPerson(services: Services, run: string, person: RecordAccount): Promise<void> {
  const entry = await entryOnDemand(services, run, person);
  await showEntryPage(entryUri(run, entry, 'md'));
}
