import { decidingEntry } from '../../core/logs/decidingAnswer';
import type { RecordAccount } from '../../core/run/account/runAccount';
import { entryUri, showEntryPage } from '../documents/pages/entryDocuments';
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
