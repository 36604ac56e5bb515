import type { TreeDataProvider, TreeItem } from 'vscode';
import { commands, Disposable, EventEmitter, window } from 'vscode';
import { commandIds, sandboxRunsKey, viewIds } from '../contributions';
import { latest } from '../latest';
import type { Services } from '../services';
import type { SandboxElement } from '../../views/sandboxTree';
import { lookOfSandbox, sandboxChildren, sandboxElements } from '../../views/sandboxTree';
import { treeItem } from './treeItem';

/** The tree of the sandbox tenant: scenario, jobs, people and last changes. While none runs VS Code shows a welcome instead. */
export function registerSandboxView({ sandbox }: Services): Disposable {
  const changed = new EventEmitter<SandboxElement | undefined>();
  // While people are sent every request changes something; a tree of 100,000 people takes its time
  const refresh = latest(800, () => {
    changed.fire(undefined);
  });
  const provider: TreeDataProvider<SandboxElement> = {
    onDidChangeTreeData: changed.event,
    getChildren: (element) => {
      const tenant = sandbox.running?.sandbox;
      if (tenant === undefined) return [];
      return [...(element === undefined ? sandboxElements(tenant) : sandboxChildren(element, tenant))];
    },
    getTreeItem: toItem,
  };
  const view = window.createTreeView(viewIds.sandbox, { treeDataProvider: provider, showCollapseAll: true });
  const follow = sandbox.onDidChange((change) => {
    if (change === 'started' || change === 'stopped' || change === 'idle') {
      void commands.executeCommand('setContext', sandboxRunsKey, sandbox.running !== undefined);
      changed.fire(undefined);
    } else refresh.call();
  });
  return Disposable.from(view, changed, refresh, follow);
}

function toItem(element: SandboxElement): TreeItem {
  const item = treeItem(
    element.id,
    lookOfSandbox(element, (at) => new Date(at).toLocaleTimeString()),
  );
  item.contextValue = element.kind;
  if (element.kind === 'scenario') item.command = { command: commandIds.chooseScenario, title: 'Choose Scenario' };
  else if (element.kind === 'logged')
    item.command = { command: commandIds.openEntry, title: 'Open Log Entry', arguments: [element] };
  return item;
}
