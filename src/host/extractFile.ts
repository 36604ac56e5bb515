import type { TextDocument, Uri } from 'vscode';
import { workspace } from 'vscode';

const UTF8_MARK = '\uFEFF';

/** The text document that an editor has open for a file. */
function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/**
 * The bytes of an extract as it stands in front of the user: the file's own, or what an editor holds unsaved. The latter
 * has a byte order mark, because it is UTF-8 whatever encoding the mapping states for the file.
 */
export async function extractBytes(uri: Uri): Promise<Uint8Array> {
  const document = openDocument(uri);
  if (document === undefined || (!document.isDirty && !document.isUntitled)) return workspace.fs.readFile(uri);
  return new TextEncoder().encode(UTF8_MARK + document.getText());
}

/** The text of a mapping, with what an editor holds unsaved. */
export async function mappingText(uri: Uri): Promise<string> {
  return (openDocument(uri) ?? (await workspace.openTextDocument(uri))).getText();
}

/** The last part of a file's path, as it is shown. */
export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
