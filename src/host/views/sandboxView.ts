import type { TreeDataProvider } from 'vscode';
import { commands, Disposable, EventEmitter, window } from 'vscode';
import { sandboxRunsKey, viewIds } from '../contributions';
import { throttleTrailing } from '../throttleTrailing';
import type { Services } from '../services';
import type { SandboxElement } from '../../views/sandboxTree';
import { itemTree } from './itemTree';

/** The content of the tree, loaded with its first row. */
const rows = () => import('./sandboxRows');

/** The tree of the sandbox tenant: scenario, jobs, people and last changes. While none runs VS Code shows a welcome instead. */
export function registerSandboxView({ sandbox, titles }: Services): Disposable {
  const changed = new EventEmitter<SandboxElement | undefined>();
  const itemOf = async (element: SandboxElement) => (await rows()).itemOfSandbox(element, titles);
  const tree = itemTree<SandboxElement>({
    below: async (element) => {
      const tenant = sandbox.running?.sandbox;
      return tenant === undefined ? [] : (await rows()).rowsOfSandbox(element, tenant);
    },
    itemOf,
    changed,
  });
  // While people are sent every request changes something, and a tree of 100,000 people takes some time
  const refresh = throttleTrailing(800, () => {
    void tree.refresh();
  });
  const provider: TreeDataProvider<SandboxElement> = {
    onDidChangeTreeData: changed.event,
    getChildren: (element) => tree.below(element),
    getTreeItem: itemOf,
  };
  const view = window.createTreeView(viewIds.sandbox, { treeDataProvider: provider, showCollapseAll: true });
  const follow = sandbox.onDidChange((change) => {
    if (change === 'started' || change === 'stopped' || change === 'idle') {
      void commands.executeCommand('setContext', sandboxRunsKey, sandbox.running !== undefined);
      tree.drawAll();
    } else refresh.call();
  });
  return Disposable.from(view, changed, refresh, follow);
}
