import { CancellationError, Uri, window, workspace } from 'vscode';
import { writeTenantFile } from '../../../connections/tenantFile';
import { commandIds } from '../../contributions';
import { fileName } from '../../extracts/extractFile';
import { named, say } from '../../messages/say';
import { defineCommand } from '../command';
import { userConnectionArgument } from './connectionArgument';

/**
 * Writes a connection file for the command line and other editors. It contains no secret. An argument is the connection's name,
 * or its row in the tree.
 */
export const exportConnection = defineCommand(commandIds.exportConnection, async (services, args) => {
  const title = services.titles.of(commandIds.exportConnection);
  const { name, file } = await userConnectionArgument(services, args, title);
  const target = await ask(title, name);
  await workspace.fs.writeFile(target, new TextEncoder().encode(writeTenantFile(file)));
  void services.notices.inform(say`${named(name)} was exported to ${named(fileName(target))}, without any secret.`);
});

async function ask(title: string, name: string): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const suggested = `${name.replace(/[^\p{L}\p{N} ._-]+/gu, '-')}.connection.json`;
  const target = await window.showSaveDialog({
    title,
    saveLabel: 'Export',
    filters: { 'Connection files': ['json'] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, suggested) }),
  });
  if (target === undefined) throw new CancellationError();
  return target;
}
