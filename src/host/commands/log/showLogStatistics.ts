import { window, workspace } from 'vscode';
import { commandIds } from '../../contributions';
import { statisticsUri } from '../../documents/pages/entryDocuments';
import { defineCommand } from '../command';

/** Shows the number of entries in each cycle by action and status, as CSV2SCIM prints them. */
export const showLogStatistics = defineCommand(commandIds.showLogStatistics, async ({ log }) => {
  const { connection } = (await log()).log;
  const document = await workspace.openTextDocument(statisticsUri(connection.name, Date.now()));
  await window.showTextDocument(document, { preview: true });
});
