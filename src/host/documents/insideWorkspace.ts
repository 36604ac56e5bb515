import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { Uri } from 'vscode';
import { workspace } from 'vscode';

/**
 * Whether a file is in a folder of the workspace after links are resolved. Only then are files that a mapping names read automatically: a
 * mapping from somebody else must not lead to a file that the user did not pick.
 */
export async function isInsideWorkspace(uri: Uri): Promise<boolean> {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return false;
  if (uri.scheme !== 'file') return true;
  try {
    const [file, root] = await Promise.all([realpath(uri.fsPath), realpath(folder.uri.fsPath)]);
    const inner = relative(root, file);
    return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
  } catch {
    // A file that does not exist is not read either
    return false;
  }
}
