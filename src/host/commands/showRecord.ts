import type { Uri } from 'vscode';
import { commands, Range, TextEditorRevealType, window, workspace } from 'vscode';
import { commandIds, extractViewType } from '../contributions';
import { storedSize, TEXT_DOCUMENT_LIMIT } from '../extractFile';
import type { Services } from '../services';
import { UserError } from '../userError';
import { defineCommand } from './command';
import { rowOf } from './treeArgument';

/** Goes to the line of the extract that a record begins on. */
export const showRecord = defineCommand(commandIds.showRecord, 'Go to Record in Extract', async (services, args) => {
  const row = rowOf(args);
  const stored = row?.kind === 'person' ? services.runs.find(row.run.id) : undefined;
  if (row?.kind !== 'person' || stored === undefined)
    throw new UserError('Choose a person in "Inbound Provisioning: Runs".');
  await revealLine(services, stored.extract, row.person.line);
});

/**
 * Shows a line in a text editor; of a file that is too large for one, the record on it in the editor of extracts.
 * @param line the physical line, from 1
 */
export async function revealLine({ reveals }: Services, uri: Uri, line: number): Promise<void> {
  if ((await storedSize(uri)) > TEXT_DOCUMENT_LIMIT) {
    reveals.request(uri, line);
    await commands.executeCommand('vscode.openWith', uri, extractViewType);
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const { range } = document.lineAt(Math.min(line, document.lineCount) - 1);
  const editor = await window.showTextDocument(document, { selection: range, preserveFocus: false });
  editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenter);
}
