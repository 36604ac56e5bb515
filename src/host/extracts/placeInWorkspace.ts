import type { Uri } from 'vscode';
import { workspace } from 'vscode';

/** The folder of a file, as a list shows it beside the file's name: empty for a file directly in the only folder of the workspace. */
export function placeInWorkspace(file: Uri): string {
  const path = workspace.asRelativePath(file);
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
