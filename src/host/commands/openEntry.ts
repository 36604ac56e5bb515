import { window, workspace } from 'vscode';
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
  await window.showTextDocument(await workspace.openTextDocument(entryUri(row.run.id, entry)), { preview: true });
});
