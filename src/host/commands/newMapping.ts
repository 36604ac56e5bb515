import { Uri, window, workspace } from 'vscode';
import { commandIds, mappingLanguageId } from '../contributions';
import { standardEncoding } from '../extracts/editorEncoding';
import { extractPlace, fileName, openDocument } from '../extracts/extractFile';
import { folderOf, refuseOther } from '../extracts/findMapping';
import type { Services } from '../services';
import { named, say } from '../messages/say';
import { UserError } from '../messages/userError';
import { askForExtract } from './chooseExtract';
import { defineCommand } from './command';
import { fileArgument } from '../documents/knownFiles';
import { openExtract } from './openExtract';

/** Guesses a mapping from an extract, and opens it beside the extract as a new, unsaved file. */
export const newMapping = defineCommand(commandIds.newMapping, async (services, args) => {
  const [given] = args;
  const extract =
    (await fileArgument(services, given)) ?? openExtract() ?? (await askForExtract('New mapping from which extract?'));
  await refuseOther(services, extract);
  const { defaultDomain } = services.settings.current;
  const known = openDocument(extract);
  const editorEncoding = known === undefined ? undefined : standardEncoding(known.encoding);
  const guess = await services.conversions.ask('guess', {
    bytes: await extractPlace(extract),
    ...(editorEncoding === undefined ? {} : { editorEncoding }),
    file: fileName(extract),
    ...(defaultDomain === undefined ? {} : { defaultDomain }),
  });
  if (guess.kind === 'unreadable')
    throw new UserError(say`${named(fileName(extract))} cannot be read.`, {
      details: { file: extract, problems: [guess.problem.message] },
    });
  const stem = fileName(extract).replace(/\.[^.]*$/, '');
  await openNewMapping(services, { folder: folderOf(extract), stem, text: guess.text, extract });
});

interface NewMapping {
  /** The folder in which it will be saved. */
  readonly folder: Uri;
  /** Its name, unless a file with it exists. */
  readonly stem: string;
  readonly text: string;
  readonly extract?: Uri;
}

/** Opens the text of a mapping as a new file with a name, unsaved. */
export async function openNewMapping(
  { mappings }: Services,
  { folder, stem, text, extract }: NewMapping,
): Promise<void> {
  const uri = await freeName(folder, stem);
  if (extract !== undefined) await mappings.pick(uri, extract);
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  await editor.edit((edit) => {
    edit.insert(document.positionAt(0), text);
  });
  if (document.languageId !== mappingLanguageId)
    throw new Error(`${uri.toString()} was opened as ${document.languageId}`);
}

/** The address of a new file: `NAME.scimmap`, or `NAME-2.scimmap` and so on where that exists. */
async function freeName(folder: Uri, stem: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.scimmap`;
    const uri = Uri.joinPath(folder, name);
    const untitled = uri.with({ scheme: 'untitled' });
    const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === untitled.toString());
    if (isOpen || (await exists(uri))) continue;
    return untitled;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    // The file does not exist
    return false;
  }
}
