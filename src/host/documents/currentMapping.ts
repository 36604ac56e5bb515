import type { TextDocument } from 'vscode';
import { Uri, window, workspace } from 'vscode';
import { mappingLanguageId } from '../contributions';
import { UserError } from '../userError';

/** The mapping that a command is about: the one it was called on, else the one in front of the user. */
export async function currentMapping([first]: readonly unknown[]): Promise<TextDocument> {
  if (first instanceof Uri) return workspace.openTextDocument(first);
  const document = [window.activeTextEditor, ...window.visibleTextEditors].find(
    (editor) => editor?.document.languageId === mappingLanguageId,
  )?.document;
  if (document === undefined) throw new UserError('Open a mapping (a file that ends in .scimmap) first.');
  return document;
}
