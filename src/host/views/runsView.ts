import type { TreeDataProvider, TreeItem } from 'vscode';
import { Disposable, EventEmitter, window } from 'vscode';
import type { RunElement } from '../../views/runTree';
import { childrenOf, lookOf, runElements } from '../../views/runTree';
import { commandIds, viewIds } from '../contributions';
import { latest } from '../latest';
import type { Services } from '../services';
import { treeItem } from './treeItem';

/** The tree of runs: run, person, steps and changed attributes. */
export function registerRunsView({ runs }: Services): Disposable {
  const changed = new EventEmitter<RunElement | undefined>();
  // A long run changes many times a second; nobody reads that fast
  const refresh = latest(400, () => {
    changed.fire(undefined);
  });
  const provider: TreeDataProvider<RunElement> = {
    onDidChangeTreeData: changed.event,
    getChildren: (element) => [...(element === undefined ? runElements(runs.shown()) : childrenOf(element))],
    getTreeItem: toItem,
  };
  const view = window.createTreeView(viewIds.runs, { treeDataProvider: provider, showCollapseAll: true });
  return Disposable.from(view, changed, refresh, runs.onDidChange(refresh.call));
}

function toItem(element: RunElement): TreeItem {
  const item = treeItem(element.id, lookOf(element));
  item.contextValue = contextOf(element);
  if (item.contextValue === 'person.answered' || element.kind === 'entry')
    item.command = { command: commandIds.openEntry, title: 'Open Log Entry', arguments: [element] };
  else if (element.kind === 'person')
    item.command = { command: commandIds.showRecord, title: 'Go to Record in Extract', arguments: [element] };
  return item;
}

function contextOf(element: RunElement): string {
  return element.kind === 'person' && element.person.entries.length > 0 ? 'person.answered' : element.kind;
}
