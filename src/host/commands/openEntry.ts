import { Range, Selection, TextEditorRevealType, window, workspace } from 'vscode';
import { decidingEntry } from '../../core/logs/tieEntries';
import { commandIds } from '../contributions';
import { entryUri } from '../documents/entryDocuments';
import { UserError } from '../userError';
import { defineCommand } from './command';
import { rowOf } from './treeArgument';

/** Opens what the provisioning log says of a person, whole, as a read-only document. */
export const openEntry = defineCommand(commandIds.openEntry, 'Open Log Entry', async (_services, args) => {
  const row = rowOf(args);
  const entry =
    row?.kind === 'entry' ? row.entry : row?.kind === 'person' ? decidingEntry(row.person.entries) : undefined;
  if (entry === undefined || (row?.kind !== 'entry' && row?.kind !== 'person')) {
    throw new UserError(
      'The log holds no entry for this record. Choose a person in "Inbound Provisioning: Runs" whom the log answers.',
    );
  }
  const document = await workspace.openTextDocument(entryUri(row.run.id, entry));
  const editor = await window.showTextDocument(document, { preview: true });
  // What became of the person stands after forty lines of ids
  const at = document.getText().indexOf('"provisioningStatusInfo"');
  if (at < 0) return;
  const place = document.positionAt(at);
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place), TextEditorRevealType.InCenter);
});
