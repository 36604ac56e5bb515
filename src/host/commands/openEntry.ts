import { Range, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import type { LogEntry } from '../../core/logs/logEntry';
import { parseLogEntry } from '../../core/logs/logEntry';
import { commandIds, entryScheme } from '../contributions';
import type { ChangeView } from '../../sandbox/views';
import type { EntryForm } from '../documents/pages/entryDocuments';
import { entryUri, inForm, logEntryUri, sandboxEntryUri, showEntryPage } from '../documents/pages/entryDocuments';
import { shownEntry } from '../documents/pages/shownEntry';
import { explainPerson } from '../runs/showPerson';
import type { WindowRuns } from '../runs/windowRuns';
import { entryOnDemand } from '../log/entryOnDemand';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import { defineCommand } from './command';
import type { LogRow } from './log/logRow';
import { logRowOf } from './log/logRow';
import { loggedRowOf, personOf, rowOf } from './treeArgument';

/** Opens the entry of the provisioning log about a person in full, as a read-only document. */
export const openEntry = defineCommand(commandIds.openEntry, async (services, args) => {
  await show(await uriIn(args, services, 'json'));
});

/** Shows an entry as a page: the source values, the match, the decision, the error and the remedy. */
export const explainEntry = defineCommand(commandIds.explainEntry, async (services, args) => {
  const of = personOf(args);
  if (of !== undefined && rowOf(args)?.kind !== 'entry') await explainPerson(services, of.run.id, of.person);
  else await showEntryPage(await uriIn(args, services, 'md'));
});

/** By a row of a tree, or by the document with the other form of the entry. */
async function uriIn(args: readonly unknown[], services: Services, form: EntryForm): Promise<Uri> {
  const [document] = args;
  if (document instanceof Uri && document.scheme === entryScheme) return uriOfDocument(document, services, form);
  const { runs, log } = services;
  const row = logRowOf(args);
  if (row !== undefined) return uriOfLogRow(row, (await log()).log.book.entry(row.logged.id), runs, form);
  const logged = loggedRowOf(args);
  return logged === undefined ? uriOf(services, args, form) : uriOfLogged(logged.change, runs, form);
}

/** An entry that only the run knows is read from the log again. */
async function uriOfDocument(document: Uri, services: Services, form: EntryForm): Promise<Uri> {
  const shown = await shownEntry(services, document);
  if (shown === undefined)
    throw new UserError(say`This entry is no longer in memory. Read the provisioning log again.`);
  if (shown.kind === 'whole') return inForm(document, form);
  const { answer, of } = shown;
  return entryUri(of.stored.id, await entryOnDemand(services, of.stored.id, of.person, answer), form);
}

async function uriOf(services: Services, args: readonly unknown[], form: EntryForm): Promise<Uri> {
  const row = rowOf(args);
  const of = personOf(args);
  if (of === undefined) throw new UserError(say`Choose a person in Runs whom the log answers.`);
  const entry = row?.kind === 'entry' ? row.entry : await entryOnDemand(services, of.run.id, of.person);
  return entryUri(of.run.id, entry, form);
}

/** An entry that a run has stored is shown as that run's, so that it is still available after a reload of the window. */
async function uriOfLogRow(
  { tie }: LogRow,
  entry: LogEntry | undefined,
  runs: WindowRuns,
  form: EntryForm,
): Promise<Uri> {
  if (entry === undefined)
    throw new UserError(say`This entry is no longer in memory. Read the provisioning log again.`);
  const stored = tie?.kind === 'run' ? await runs.open(tie.run) : undefined;
  return stored?.run.hasEntry(entry.id) === true ? entryUri(stored.id, entry, form) : logEntryUri(entry, form);
}

/** An entry that belongs to a run is shown as that run's, with a link to the record. */
function uriOfLogged({ number, entry: json }: ChangeView, runs: WindowRuns, form: EntryForm): Uri {
  const entry = parseLogEntry(json);
  if (entry === undefined) throw new Error('The sandbox has an entry without an id.');
  const run = runs.withEntry(entry.id);
  return run === undefined ? sandboxEntryUri(number, entry, form) : entryUri(run.id, entry, form);
}

async function show(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { preview: true });
  // The person's result comes after forty lines of ids
  const at = document.getText().indexOf('"provisioningStatusInfo"');
  if (at < 0) return;
  const place = document.positionAt(at);
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place), TextEditorRevealType.InCenter);
}
