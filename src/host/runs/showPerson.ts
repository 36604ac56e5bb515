import type { Uri } from 'vscode';
import type { Answer } from '../../core/logs/answer';
import { decidingAnswer } from '../../core/logs/decidingAnswer';
import type { RecordAccount } from '../../core/run/account/runAccount';
import { entryUri, keptEntryUri, showEntryPage } from '../documents/pages/entryDocuments';
import { entryOnDemand } from '../log/entryOnDemand';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';

/** What to show about a person: the row in the tree of runs, the page of the log entry, or both. */
export type PersonView = 'runs' | 'page' | 'both';

/** Shows the result of a person in a run: in the tree, and on the page of the log entry, which the run may have stored only in part. */
export async function showPerson(
  { runsView }: Pick<Services, 'runsView'>,
  run: string,
  person: RecordAccount,
  view: PersonView = 'both',
): Promise<void> {
  const answer = decidingAnswer(person.answers);
  if (view !== 'page' || answer === undefined) {
    const row = await runsView.reveal(run, person.record);
    if (row === undefined) throw new UserError(say`This run is no longer on this machine.`);
  }
  if (view !== 'runs' && answer !== undefined) await showEntryPage(pageOf(run, person, answer));
}

/** Shows a run in the tree. */
export async function showRun({ runsView }: Pick<Services, 'runsView'>, run: string): Promise<void> {
  if ((await runsView.reveal(run)) === undefined) throw new UserError(say`This run is no longer on this machine.`);
}

/** Shows the page of the log entry that decides a person's result; the log is read if necessary. */
export async function explainPerson(services: Services, run: string, person: RecordAccount): Promise<void> {
  const answer = decidingAnswer(person.answers);
  // The stored part can be read meanwhile, and stays if the log no longer has the entry
  if (answer !== undefined && answer.log === undefined) await showEntryPage(pageOf(run, person, answer));
  const entry = await entryOnDemand(services, run, person);
  await showEntryPage(entryUri(run, entry, 'md'));
}

function pageOf(run: string, { externalId }: RecordAccount, answer: Answer): Uri {
  return answer.log === undefined ? keptEntryUri(run, externalId, answer) : entryUri(run, answer.log, 'md');
}
