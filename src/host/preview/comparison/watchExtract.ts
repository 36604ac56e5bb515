import type { Uri } from 'vscode';
import { Disposable, RelativePattern, workspace } from 'vscode';
import { folderOf } from '../../extracts/findMapping';

/** Reports each change of an extract, in the editor or by other programs. */
export function watchExtract(extract: Uri, changed: () => void): Disposable {
  const tell = (uri: Uri) => {
    if (uri.toString() === extract.toString()) changed();
  };
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folderOf(extract), '*'));
  return Disposable.from(
    watcher,
    watcher.onDidChange(tell),
    watcher.onDidCreate(tell),
    watcher.onDidDelete(tell),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) tell(document.uri);
    }),
  );
}
