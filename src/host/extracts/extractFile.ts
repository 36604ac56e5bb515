import type { TextDocument, Uri } from 'vscode';
import { workspace } from 'vscode';
import type { ExtractPlace } from '../../extract/index/extractPlace';

const UTF8_MARK = '\uFEFF';

/** The text document that an editor has open for a file. */
export function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** Files above this size, in bytes, VS Code shows to nobody as text documents. */
export const TEXT_DOCUMENT_LIMIT = 50 * 1024 * 1024;

/**
 * Where the bytes of an extract are, as the user sees it: in the file, which the worker reads by itself; in
 * memory, for other file systems than that of this machine; or what an editor holds unsaved. The last has a byte order
 * mark, because it is UTF-8 regardless of the encoding that the mapping states for the file.
 */
export async function extractPlace(uri: Uri): Promise<ExtractPlace> {
  const document = openDocument(uri);
  if (document !== undefined && (document.isDirty || document.isUntitled))
    return new TextEncoder().encode(UTF8_MARK + document.getText());
  return uri.scheme === 'file' ? { path: uri.fsPath } : workspace.fs.readFile(uri);
}

/** The size of a file in bytes, as it is stored. */
export async function storedSize(uri: Uri): Promise<number> {
  return uri.scheme === 'untitled' ? 0 : (await workspace.fs.stat(uri)).size;
}

/** The text of a mapping, with what an editor holds unsaved. */
export async function mappingText(uri: Uri): Promise<string> {
  return (openDocument(uri) ?? (await workspace.openTextDocument(uri))).getText();
}

/** The last part of a file's path, as it is shown. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
