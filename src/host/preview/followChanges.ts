import type { Disposable, Uri } from 'vscode';
import { RelativePattern, workspace } from 'vscode';
import { folderOf } from '../extracts/findMapping';
import { throttleBoth } from '../throttleTrailing';
import type { WindowRun } from '../runs/windowRun';
import type { Services } from '../services';

/** Milliseconds after an edit that is shown at once; edits in between are shown together. */
const PATIENCE = 60;

/** The reactions of a preview to changes of its content. */
interface ChangeListener {
  /** Called when the extract, the mapping or the target changes, by any program; at once, and again for all changes soon after. */
  readonly edited: () => void;
  /** A run of the extract, on each change of it. */
  readonly ran: (run: WindowRun) => void;
}

/** Listens to everything that a preview of an extract depends on. */
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
      // Including changes by other programs: what is shown is what is sent
      if (isExtract(uri)) edited.call();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && isOurs(document.uri)) edited.call();
    }),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (isOurs(uri)) edited.call();
    }),
    // The button names the target
    connections.onDidChange(() => {
      edited.call();
    }),
    runs.onDidChange((run) => {
      if (run !== undefined && isExtract(run.extract)) listener.ran(run);
    }),
  ];
}
