import type { Uri } from 'vscode';
import { workspace } from 'vscode';
import { importPsd1 } from '../../core/import/importPsd1';
import { importWebClient } from '../../core/import/importWebClient';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { folderOf } from '../extracts/findMapping';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import { browseForFile } from './chooseExtract';
import { defineCommand } from './command';
import { fileArgument } from '../documents/knownFiles';
import { openNewMapping } from './newMapping';

/** Creates a mapping from one of CSV2SCIM's or the web client's, which is read as data and never run. */
export const importMapping = defineCommand(commandIds.importMapping, async (services, args) => {
  const [given] = args;
  const file =
    (await fileArgument(services, given)) ??
    (await browseForFile('Import a mapping', { 'Mappings (CSV2SCIM, web client)': ['psd1', 'ps1', 'json'] }));
  const text = (await workspace.openTextDocument(file)).getText();
  const name = fileName(file);
  const imported = /\.json$/i.test(file.path) ? importWebClient(text, { name }) : importPsd1(text, { name });
  if (imported.text === '')
    throw new UserError(say`${named(name)} cannot be imported.`, { details: detailsOf(file, imported.problems) });
  await openNewMapping(services, { folder: folderOf(file), stem: name.replace(/\.[^.]*$/, ''), text: imported.text });
  const left = imported.problems.length;
  if (left > 0)
    void services.notices.warn(
      say`${named(name)} was imported. ${left === 1 ? say`One thing` : say`${left} things`} in it could not be translated; comments in the mapping say what and why.`,
    );
});

function detailsOf(file: Uri, problems: readonly { readonly message: string }[]) {
  return { file, problems: problems.length === 0 ? ['It holds no mapping.'] : problems.map(({ message }) => message) };
}
