import type { Uri } from 'vscode';
import { Range, Selection, TextEditorRevealType, window, workspace } from 'vscode';
import { parseLogEntry } from '../../core/logs/logEntry';
import { decidingEntry } from '../../core/logs/decidingAnswer';
import { commandIds } from '../contributions';
import type { ChangeView } from '../../sandbox/views';
import { entryOf, entryUri, sandboxEntryUri } from '../documents/pages/entryDocuments';
import type { WindowRuns } from '../runs/windowRuns';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';
import { loggedRowOf, rowOf } from './treeArgument';

/** Opens what the provisioning log says of a person, whole, as a read-only document. */
export const openEntry = defineCommand(commandIds.openEntry, async ({ runs }, args) => {
  const logged = loggedRowOf(args);
  await show(logged === undefined ? uriOf(args) : uriOfLogged(logged.change, runs));
});

function uriOf(args: readonly unknown[]): Uri {
  const row = rowOf(args);
  const entry =
    row?.kind === 'entry' ? row.entry : row?.kind === 'person' ? decidingEntry(row.person.answers) : undefined;
  if (entry === undefined || (row?.kind !== 'entry' && row?.kind !== 'person')) {
    throw new UserError(
      say`The log holds no entry for this record. Choose a person in "Inbound Provisioning: Runs" whom the log answers.`,
    );
  }
  return entryUri(row.run.id, entry);
}

/** An entry that answers a run is shown as that run's, from which a way leads to the record. */
function uriOfLogged({ number, entry: json }: ChangeView, runs: WindowRuns): Uri {
  const entry = parseLogEntry(json);
  if (entry === undefined) throw new Error('The sandbox has an entry without an id.');
  const run = runs.withEntry(entry.id);
  const uri = run === undefined ? undefined : entryUri(run.id, entry);
  return uri === undefined || entryOf(runs, uri) === undefined ? sandboxEntryUri(number, entry) : uri;
}

async function show(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document, { preview: true });
  // What became of the person stands after forty lines of ids
  const at = document.getText().indexOf('"provisioningStatusInfo"');
  if (at < 0) return;
  const place = document.positionAt(at);
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place), TextEditorRevealType.InCenter);
}
