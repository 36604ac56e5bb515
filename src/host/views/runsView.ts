import type { TreeDataProvider } from 'vscode';
import { Disposable, EventEmitter, window } from 'vscode';
import type { RunElement } from '../../views/runTree';
import { viewIds } from '../contributions';
import { latest } from '../latest';
import type { Services } from '../services';

/** What the tree shows, loaded with its first row. */
const rows = () => import('./runRows');

/** The tree of runs: run, person, steps and changed attributes. */
export function registerRunsView({ runs, titles }: Services): Disposable {
  const changed = new EventEmitter<RunElement | undefined>();
  // A long run changes many times a second; nobody reads that fast
  const refresh = latest(400, () => {
    changed.fire(undefined);
  });
  const provider: TreeDataProvider<RunElement> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (element) => {
      if (element?.kind === 'run' && element.run.account === undefined)
        return (await rows()).rowsOfRuns({ ...element, run: await runs.withPeople(element.run) }, []);
      const shown = await runs.shown();
      return shown.length === 0 ? [] : (await rows()).rowsOfRuns(element, shown);
    },
    getTreeItem: async (element) => (await rows()).itemOfRun(element, titles),
  };
  const view = window.createTreeView(viewIds.runs, { treeDataProvider: provider, showCollapseAll: true });
  return Disposable.from(view, changed, refresh, runs.onDidChange(refresh.call));
}
