import { window, workspace } from 'vscode';
import { commandIds } from '../../contributions';
import { operationUri } from './operationUri';
import { defineCommand } from '../command';

/** Opens the operation of a person that was or would be sent, as a read-only document. */
export const openOperation = defineCommand(commandIds.openOperation, async (services, args) => {
  const { uri } = await operationUri(services, args);
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
});
