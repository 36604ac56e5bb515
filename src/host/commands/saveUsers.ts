import { CancellationError, Uri, window, workspace } from 'vscode';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';
import { runningSandbox } from './runningSandbox';
import { targetArgument } from '../documents/knownFiles';
import { flavourOfArgument } from './treeArgument';

/** Writes the accounts of the sandbox tenant to a file that it can load again. An argument is the file, or a row of the tree. */
export const saveUsers = defineCommand(commandIds.saveUsers, async (services, args) => {
  const { sandbox: tenant } = runningSandbox(services);
  const flavour = flavourOfArgument(args);
  const count = tenant.countUsers(flavour);
  if (count === 0) throw new UserError(say`The sandbox tenant has no users to save.`);
  const [first] = args;
  const file = (await targetArgument(services, first)) ?? (await ask(services.titles.of(commandIds.saveUsers)));
  await workspace.fs.writeFile(file, new TextEncoder().encode(tenant.writeUsers(flavour)));
  const who = count === 1 ? say`One user was` : say`${count} users were`;
  void services.notices.inform(say`${who} saved to ${named(fileName(file))}.`);
  return count;
});

async function ask(title: string): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = await window.showSaveDialog({
    title,
    saveLabel: 'Save Users',
    filters: { 'Users as Graph gives them': ['json'] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, 'sandbox-users.json') }),
  });
  if (file === undefined) throw new CancellationError();
  return file;
}
