import type { Disposable, Uri } from 'vscode';
import { RelativePattern, workspace } from 'vscode';
import { folderOf } from '../extracts/findMapping';
import { throttleBoth } from '../throttleTrailing';
import type { WindowRun } from '../runs/windowRun';
import type { Services } from '../services';

/** Milliseconds after an edit that is shown at once; what is typed meanwhile is shown together. */
const PATIENCE = 60;

/** What a preview does when something changes that it shows. */
interface ChangeListener {
  /** Called when the extract, the mapping or the target changes, by any program; at once, and again for all that follows soon. */
  readonly edited: () => void;
  /** A run of the extract, each time that it changes. */
  readonly ran: (run: WindowRun) => void;
}

/** Listens to all that a preview of an extract depends on. */
export function followChanges(
  { connections, runs }: Pick<Services, 'connections' | 'runs'>,
  extract: Uri,
  mapping: () => Uri | undefined,
  listener: ChangeListener,
): readonly Pick<Disposable, 'dispose'>[] {
  const edited = throttleBoth(PATIENCE, listener.edited);
  const isExtract = (uri: Uri) => uri.toString() === extract.toString();
  const isOurs = (uri: Uri) => isExtract(uri) || uri.toString() === mapping()?.toString();
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folderOf(extract), '*'), true, false, true);
  return [
    edited,
    watcher,
    watcher.onDidChange((uri) => {
      // Also changes by other programs: what is shown is what is sent
      if (isExtract(uri)) edited.call();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isOurs(document.uri)) edited.call();
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (isOurs(uri)) edited.call();
    }),
    // The button says where it sends to
    connections.onDidChange(() => {
      edited.call();
    }),
    runs.onDidChange((run) => {
      if (run !== undefined && isExtract(run.extract)) listener.ran(run);
    }),
  ];
}
