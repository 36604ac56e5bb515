import type { TextDocument, Uri } from 'vscode';
import { CancellationError, window, workspace } from 'vscode';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { extractsOf } from '../extracts/findMapping';
import { placeInWorkspace } from '../extracts/placeInWorkspace';
import { currentMapping } from '../documents/currentMapping';
import { choose } from '../messages/questions';
import { defineCommand } from './command';
import { fileArgument, notePicked } from '../documents/knownFiles';

const MAX_EXTRACTS = 500;

/** Picks the extract used to check a mapping. It may be anywhere, because the user picks it. */
export const chooseExtract = defineCommand(commandIds.chooseExtract, async (services, args) => {
  const mapping = await currentMapping(services, args);
  const [, given] = args;
  const extract = (await fileArgument(services, given)) ?? (await askForExtractOf(mapping));
  await services.mappings.pick(mapping.uri, extract);
});

async function askForExtractOf(mapping: TextDocument): Promise<Uri> {
  return askForExtract(`Extract for ${fileName(mapping.uri)}`, {
    first: await extractsOf(mapping.uri, mapping.getText()),
  });
}

/**
 * Asks for one of the workspace's extracts, or a file from anywhere.
 * @param offered `first`: files to list first, such as those that a mapping names; `except`: one to leave out
 * @throws {CancellationError} when the user cancels
 */
export async function askForExtract(
  title: string,
  { first = [], except }: { readonly first?: readonly Uri[]; readonly except?: Uri } = {},
): Promise<Uri> {
  const files = await workspace.findFiles('**/*.{csv,tsv,txt}', '**/node_modules/**', MAX_EXTRACTS);
  const likely = new Set(first.map(String));
  // Most other texts are notes
  const rank = (uri: Uri) => (likely.has(uri.toString()) ? 0 : uri.path.endsWith('.txt') ? 2 : 1);
  const items = files
    .filter((uri) => uri.toString() !== except?.toString())
    .sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
    .map((uri) => ({ icon: 'table', label: fileName(uri), description: placeInWorkspace(uri), uri }));
  const browse = { icon: 'folder-opened', label: 'Browse…', description: '', alwaysShow: true, uri: undefined };
  const chosen = await choose([...items, browse], { title, placeHolder: 'Which extract?' });
  return chosen.uri ?? browseForFile(title, { 'Extracts (CSV)': ['csv', 'tsv', 'txt'], 'All files': ['*'] });
}

/** @throws {CancellationError} when the user cancels */
export async function browseForFile(title: string, filters: Readonly<Record<string, string[]>>): Promise<Uri> {
  const [picked] = (await window.showOpenDialog({ title, filters: { ...filters } })) ?? [];
  if (picked === undefined) throw new CancellationError();
  notePicked(picked);
  return picked;
}
