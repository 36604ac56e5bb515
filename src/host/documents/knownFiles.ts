import { TabInputCustom, TabInputText, Uri, window, workspace } from 'vscode';
import { folderOf } from '../extracts/findMapping';
import { fileName, openDocument } from '../extracts/extractFile';
import { isInsideWorkspace } from './insideWorkspace';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { Services } from '../services';

/** File systems whose addresses lead anywhere on this machine, on Windows to other machines, or to the editor's own files. */
const REACHES_ANYWHERE = /^(?:file|vscode-.*)$/;

/** The addresses of files that the user has picked or that we show. */
const picked = new Set<string>();

/** Allows commands to name a file from now on. */
export function notePicked(...files: readonly (Uri | undefined)[]): void {
  for (const file of files) if (file !== undefined) picked.add(file.toString());
}

/**
 * The file in a command's argument, if any. Arguments may come from anywhere, even from a link in a document: a file that is neither open,
 * nor in the workspace, nor picked by the user is not read.
 * @throws {UserError} for such a file
 */
export async function fileArgument(services: Services, argument: unknown): Promise<Uri | undefined> {
  if (!(argument instanceof Uri)) return undefined;
  if (await isKnown(services, argument)) return argument;
  throw foreign(argument);
}

/** The same for a file to write, which need not exist yet. */
export async function targetArgument(services: Services, argument: unknown): Promise<Uri | undefined> {
  if (!(argument instanceof Uri)) return undefined;
  const isThere = (await isInsideWorkspace(folderOf(argument))) && workspace.getWorkspaceFolder(argument) !== undefined;
  if (isThere || (await isKnown(services, argument))) return argument;
  throw foreign(argument);
}

function foreign(file: Uri): UserError {
  return new UserError(say`${named(fileName(file))} is neither open nor in the workspace. Open it first.`);
}

async function isKnown({ mappings }: Services, file: Uri): Promise<boolean> {
  if (openDocument(file) !== undefined || picked.has(file.toString()) || isInTab(file)) return true;
  if (mappings.hasExtract(file) || (await isInsideWorkspace(file))) return true;
  // In a browser https is a file system too; it calls any host in a URI and cannot be written to
  return !REACHES_ANYWHERE.test(file.scheme) && workspace.fs.isWritableFileSystem(file.scheme) === true;
}

function isInTab(file: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(
    ({ input }) =>
      (input instanceof TabInputText || input instanceof TabInputCustom) && input.uri.toString() === file.toString(),
  );
}
