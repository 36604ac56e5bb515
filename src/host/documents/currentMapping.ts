import type { TextDocument } from 'vscode';
import { Uri, window, workspace } from 'vscode';
import { mappingLanguageId } from '../contributions';
import type { Services } from '../services';
import { UserError } from '../userError';

/** The mapping that a command is about: the one it was called on, else the one in front of the user. */
export async function currentMapping({ documents }: Services, [first]: readonly unknown[]): Promise<TextDocument> {
  const document = first instanceof Uri ? await workspace.openTextDocument(first) : mappingInFront();
  if (document === undefined) throw new UserError('Open a mapping (a file that ends in .scimmap) first.');
  await documents.settle(document);
  return document;
}

function mappingInFront(): TextDocument | undefined {
  return [window.activeTextEditor, ...window.visibleTextEditors].find(
    (editor) => editor?.document.languageId === mappingLanguageId,
  )?.document;
}
