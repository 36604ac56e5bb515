import type { TreeDataProvider, TreeView } from 'vscode';
import { commands, Disposable, EventEmitter, window } from 'vscode';
import type { LogElement } from '../../views/log/logTree';
import { logContext, viewIds } from '../contributions';
import { throttleTrailing } from '../throttleTrailing';
import type { WindowLog } from '../log/windowLog';
import type { Services } from '../services';
import { itemTree } from './itemTree';

/** The content of the tree, loaded with its first row. */
const rows = () => import('./logRows');

/** The tree of the provisioning log of the connection in use: cycle, change, entry. */
export function registerLogView({ log: open, connections, titles }: Services): Disposable {
  const changed = new EventEmitter<LogElement | undefined>();
  let log: WindowLog | undefined;
  const itemOf = async (element: LogElement) => (await rows()).itemOfLog(element, titles, connections.active.name);
  const tree = itemTree<LogElement>({
    below: async (element) => {
      if (element === undefined) {
        await connections.settle();
        log ??= await follow();
      }
      return log === undefined ? [] : (await rows()).rowsOfLog(element, log.shown);
    },
    itemOf,
    changed,
  });
  const provider: TreeDataProvider<LogElement> = {
    onDidChangeTreeData: changed.event,
    getChildren: (element) => tree.below(element),
    getTreeItem: itemOf,
    resolveTreeItem: async (item, element) =>
      log === undefined ? item : (await rows()).withHover(item, element, log.shown),
  };
  const view = window.createTreeView(viewIds.log, { treeDataProvider: provider, showCollapseAll: true });
  // A page of the log comes every few seconds, and each run that is sent may own more of its entries
  const refresh = throttleTrailing(400, () => {
    if (log !== undefined) void say(view, log);
    void tree.refresh();
  });
  const follow = async (): Promise<WindowLog> => {
    const opened = await open();
    listening = opened.onDidChange(refresh.call);
    opened.look(view.visible);
    await say(view, opened);
    return opened;
  };
  let listening: Disposable | undefined;
  const visibility = view.onDidChangeVisibility(({ visible }) => {
    log?.look(visible);
  });
  const ended = new Disposable(() => {
    listening?.dispose();
  });
  return Disposable.from(view, changed, refresh, visibility, ended);
}

/** The message above the rows, and the context keys of the view's menus. */
async function say(view: TreeView<LogElement>, log: WindowLog): Promise<void> {
  const { logMessage, shownTime } = await rows();
  const { facts, isStopped } = log;
  view.message = logMessage(facts, (at) => shownTime(at));
  const isFiltered = Object.keys(facts.filter).length > 0;
  const state = isStopped ? 'stopped' : facts.state.kind;
  const keys = { [logContext.state]: state, [logContext.follows]: facts.follows, [logContext.filtered]: isFiltered };
  for (const [key, value] of Object.entries(keys)) void commands.executeCommand('setContext', key, value);
}
