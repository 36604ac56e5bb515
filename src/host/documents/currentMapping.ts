import type { TextDocument } from 'vscode';
import { window, workspace } from 'vscode';
import { mappingLanguageId } from '../contributions';
import { fileArgument } from './knownFiles';
import type { Services } from '../services';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';

/** The mapping of a command: its argument, or the one in front of the user. */
export async function currentMapping(services: Services, [first]: readonly unknown[]): Promise<TextDocument> {
  const file = await fileArgument(services, first);
  const document = file === undefined ? mappingInFront() : await workspace.openTextDocument(file);
  if (document === undefined) throw new UserError(say`Open a mapping (a file that ends in .scimmap) first.`);
  await services.documents.settle(document);
  return document;
}

export function mappingInFront(): TextDocument | undefined {
  return [window.activeTextEditor, ...window.visibleTextEditors].find(
    (editor) => editor?.document.languageId === mappingLanguageId,
  )?.document;
}
