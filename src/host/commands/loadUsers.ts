import type { Uri } from 'vscode';
import { CancellationError, window, workspace } from 'vscode';
import { FileError } from '../../files/fileError';
import { readText } from '../../files/readText';
import type { UserFile } from '../../sandbox/storage/readUserFile';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import type { Said } from '../messages/say';
import { named, relayed, say, sentences } from '../messages/say';
import type { Services } from '../services';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';
import { fileArgument } from '../documents/knownFiles';
import { flavourOfArgument } from './treeArgument';

/**
 * Loads the accounts of a file into the sandbox tenant, and starts a tenant if none runs: JSON in Graph's form, or a CSV with Graph's
 * names as columns. An argument is the file, or the row of a directory in the tree. Returns the number of loaded accounts.
 */
export const loadUsers = defineCommand(commandIds.loadUsers, async (services, args) => {
  const [first] = args;
  const file = (await fileArgument(services, first)) ?? (await ask(services.titles.of(commandIds.loadUsers)));
  const text = await usersText(file);
  const { sandbox } = await services.sandbox.start();
  const loaded = sandbox.loadUsers(text, formatOf(file, text), flavourOfArgument(args));
  void tell(services, loaded, file);
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
  if (file.scheme !== 'file') return textOf(await workspace.fs.readFile(file), named(fileName(file)));
  try {
    return await readText(file.fsPath, 'users');
  } catch (error) {
    if (error instanceof FileError) throw new UserError(say`${relayed(error.message)} Nobody was loaded.`);
    throw error;
  }
}

function textOf(bytes: Uint8Array, name: Said): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder throws for no other reason
    throw new UserError(say`${name} is not in UTF-8; nobody was loaded. Save it as UTF-8 and load it again.`);
  }
}

function formatOf({ path }: Uri, text: string): 'json' | 'csv' {
  if (/\.csv$/i.test(path)) return 'csv';
  return /\.json$/i.test(path) || /^\s*[[{]/.test(text) ? 'json' : 'csv';
}

async function tell({ notices, fileProblems }: Services, { users, problems }: UserFile, file: Uri): Promise<void> {
  const name = named(fileName(file));
  const loaded = say`${users.length === 0 ? say`Nobody was` : people(users.length)} loaded from ${name}.`;
  if (problems.length === 0) return notices.inform(loaded);
  const isUnusable = problems.some(({ path }) => path === '');
  const words = isUnusable ? say`${loaded} ${name} cannot be used.` : sentences(loaded, ...leftOut(problems));
  const lines = problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  const show = { title: 'Show Problems', run: () => fileProblems.show(file, lines) };
  return users.length === 0 ? notices.fail(words, show) : notices.warn(words, show);
}

function leftOut(problems: UserFile['problems']): readonly Said[] {
  const left = problems.filter(({ severity }) => severity === 'error').length;
  const passed = problems.length - left;
  return [
    ...(left > 0
      ? [left === 1 ? say`One user is wrong and left out.` : say`${left} users are wrong and left out.`]
      : []),
    ...(passed > 0 ? [passed === 1 ? say`One value is passed over.` : say`${passed} values are passed over.`] : []),
  ];
}

function people(count: number): Said {
  return count === 1 ? say`One user was` : say`${count} users were`;
}
