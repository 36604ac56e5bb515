import { Uri, window } from 'vscode';
import { commandIds, requestScheme } from '../contributions';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';

/**
 * Shows the record of an operation in the preview, from the document of a request: the operation at the cursor, or the one given by the
 * address of the document and the number of the record.
 */
export const showOperationRecord = defineCommand(commandIds.showOperationRecord, ({ requests }, [address, given]) => {
  const editor = window.activeTextEditor;
  if (typeof address === 'string' && typeof given === 'number') {
    requests.showRecord(Uri.parse(address, true), given);
    return Promise.resolve();
  }
  if (editor?.document.uri.scheme !== requestScheme)
    throw new UserError(say`Open a request in the tab Requests of a preview, and put the cursor into an operation.`);
  const { document, selection } = editor;
  const record = requests.recordAt(document, document.offsetAt(selection.active));
  if (record === undefined)
    throw new UserError(say`There is no operation at the cursor. Put it into one, then try again.`);
  requests.showRecord(document.uri, record);
  return Promise.resolve();
});
