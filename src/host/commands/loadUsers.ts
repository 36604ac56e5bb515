import { CancellationError, Uri, window, workspace } from 'vscode';
import { formatCount } from '../../core/text/formatCount';
import { FileError } from '../../files/fileError';
import { readText } from '../../files/readText';
import type { UserFile } from '../../sandbox/storage/readUserFile';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { UserError } from '../userError';
import { defineCommand } from './command';
import { flavourOfArgument } from './treeArgument';

/**
 * Puts the accounts of a file into the sandbox tenant, and starts one if none runs: JSON as Graph gives users, or a CSV with Graph's
 * names as columns. An argument is the file, or the row of the tree whose directory is meant. Gives how many were loaded.
 */
export const loadUsers = defineCommand(commandIds.loadUsers, async (services, args) => {
  const [first] = args;
  const file = first instanceof Uri ? first : await ask(services.titles.of(commandIds.loadUsers));
  const text = await usersText(file);
  const { sandbox } = await services.sandbox.start();
  const loaded = sandbox.loadUsers(text, formatOf(file, text), flavourOfArgument(args));
  void tell(loaded, file, () => services.userFiles.show(file, loaded.problems));
  return loaded.users.length;
});

async function ask(title: string): Promise<Uri> {
  const [file] =
    (await window.showOpenDialog({
      title,
      openLabel: 'Load Users',
      filters: { 'Users as Graph gives them (JSON), or CSV': ['json', 'csv'] },
    })) ?? [];
  if (file === undefined) throw new CancellationError();
  return file;
}

/** A file of this machine is read only if it is a regular file of a bounded size. */
async function usersText(file: Uri): Promise<string> {
  if (file.scheme !== 'file') return textOf(await workspace.fs.readFile(file), fileName(file));
  try {
    return await readText(file.fsPath, 'users');
  } catch (error) {
    if (error instanceof FileError) throw new UserError(`${error.message} Nobody was loaded.`);
    throw error;
  }
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder throws for nothing else
    throw new UserError(`${name} is not in UTF-8; nobody was loaded. Save it as UTF-8 and load it again.`);
  }
}

function formatOf({ path }: Uri, text: string): 'json' | 'csv' {
  if (/\.csv$/i.test(path)) return 'csv';
  return /\.json$/i.test(path) || /^\s*[[{]/.test(text) ? 'json' : 'csv';
}

async function tell({ users, problems }: UserFile, file: Uri, show: () => Thenable<unknown>): Promise<void> {
  const name = fileName(file);
  const loaded = `${users.length === 0 ? 'Nobody was' : people(users.length)} loaded from ${name}.`;
  const left = problems.filter(({ severity }) => severity === 'error').length;
  const whole = problems.find(({ path }) => path === '');
  const passed = problems.length - left;
  const wrong = [
    whole === undefined && left > 0 ? `${people(left, 'is', 'are')} wrong and left out` : '',
    passed > 0 ? `${passed === 1 ? 'one value is' : `${formatCount(passed)} values are`} passed over` : '',
  ].filter((words) => words !== '');
  if (problems.length === 0) {
    void window.showInformationMessage(loaded);
    return;
  }
  const words = whole === undefined ? `${loaded} ${sentence(wrong.join(', '))}` : `${loaded} ${name} cannot be used.`;
  const action = 'Show Problems';
  const chosen = await (users.length === 0
    ? window.showErrorMessage(words, action)
    : window.showWarningMessage(words, action));
  if (chosen === action) await show();
}

function people(count: number, one = 'was', several = 'were'): string {
  return count === 1 ? `One user ${one}` : `${formatCount(count)} users ${several}`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
