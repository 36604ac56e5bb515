import { CancellationError, Uri, window, workspace } from 'vscode';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { folderOf } from '../extracts/findMapping';
import { currentMapping } from '../documents/currentMapping';
import { defineCommand } from './command';

const MOST = 500;

/** Picks the extract that a mapping is looked at with. It may be anywhere: the user picks it. */
export const chooseExtract = defineCommand(commandIds.chooseExtract, async (services, args) => {
  const mapping = await currentMapping(services, args);
  const [, given] = args;
  const extract = given instanceof Uri ? given : await askForExtract(`Extract for ${fileName(mapping.uri)}`);
  await services.mappings.pick(mapping.uri, extract);
});

/**
 * Asks for one of the workspace's extracts, or a file from anywhere.
 * @throws {CancellationError} when the user chooses none
 */
export async function askForExtract(title: string): Promise<Uri> {
  const found = await workspace.findFiles('**/*.{csv,tsv,txt}', '**/node_modules/**', MOST);
  const items = found
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((uri) => ({
      label: `$(table) ${fileName(uri)}`,
      description: workspace.asRelativePath(folderOf(uri)),
      uri,
    }));
  const browse = { label: '$(folder-opened) Browse…', description: '', alwaysShow: true, uri: undefined };
  const chosen = await window.showQuickPick([...items, browse], { title, placeHolder: 'Which extract?' });
  if (chosen === undefined) throw new CancellationError();
  return chosen.uri ?? browseForFile(title, { 'Extracts (CSV)': ['csv', 'tsv', 'txt'], 'All files': ['*'] });
}

/** @throws {CancellationError} when the user chooses none */
export async function browseForFile(title: string, filters: Readonly<Record<string, string[]>>): Promise<Uri> {
  const [picked] = (await window.showOpenDialog({ title, filters: { ...filters } })) ?? [];
  if (picked === undefined) throw new CancellationError();
  return picked;
}
