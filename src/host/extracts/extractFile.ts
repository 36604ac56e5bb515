import type { TextDocument, Uri } from 'vscode';
import { workspace } from 'vscode';
import type { ExtractPlace } from '../../extract/index/extractPlace';

const UTF8_MARK = '\uFEFF';

/** The text document that an editor has open for a file. */
export function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** VS Code does not give files above this size, in bytes, to extensions as text documents. */
export const TEXT_DOCUMENT_LIMIT = 50 * 1024 * 1024;

/**
 * The current bytes of an extract: in the file, which the worker reads itself; in memory, for file systems other than this machine's; or
 * the unsaved text of an editor. The last has a byte order mark, because it is UTF-8 regardless of the encoding that the mapping states
 * for the file.
 */
export async function extractPlace(uri: Uri): Promise<ExtractPlace> {
  const document = openDocument(uri);
  if (document !== undefined && (document.isDirty || document.isUntitled))
    return new TextEncoder().encode(UTF8_MARK + document.getText());
  return uri.scheme === 'file' ? { path: uri.fsPath } : workspace.fs.readFile(uri);
}

/** The size of a stored file in bytes. */
export async function storedSize(uri: Uri): Promise<number> {
  return uri.scheme === 'untitled' ? 0 : (await workspace.fs.stat(uri)).size;
}

/** The text of a mapping, including unsaved changes. */
export async function mappingText(uri: Uri): Promise<string> {
  return (openDocument(uri) ?? (await workspace.openTextDocument(uri))).getText();
}

/** The last part of a file's path, for display. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
