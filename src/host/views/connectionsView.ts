import type { TreeDataProvider } from 'vscode';
import { Disposable, EventEmitter, window } from 'vscode';
import { viewIds } from '../contributions';
import { throttleTrailing } from '../throttleTrailing';
import type { Services } from '../services';
import type { ConnectionElement } from '../../views/connectionTree';
import { shownConnections } from './shownConnections';
import { itemTree } from './itemTree';

/** The content of the tree, loaded with its first row. */
const rows = () => import('./connectionRows');

/** The tree of connections: each with its state, and below it its target and the results of its last check. */
export function registerConnectionsView(services: Services): Disposable {
  const { connections, connectionStates, sandbox, titles } = services;
  const changed = new EventEmitter<ConnectionElement | undefined>();
  const itemOf = async (element: ConnectionElement) => (await rows()).itemOfConnection(element, titles);
  const tree = itemTree<ConnectionElement>({
    below: async (element) => {
      await connections.settle();
      return (await rows()).rowsOfConnections(element, shownConnections(services), connections.unreadable);
    },
    itemOf,
    changed,
  });
  const refresh = throttleTrailing(100, () => {
    void tree.refresh();
  });
  const provider: TreeDataProvider<ConnectionElement> = {
    onDidChangeTreeData: changed.event,
    getChildren: (element) => tree.below(element),
    getTreeItem: itemOf,
  };
  const view = window.createTreeView(viewIds.connections, { treeDataProvider: provider, showCollapseAll: true });
  return Disposable.from(
    view,
    changed,
    refresh,
    connections.onDidChange(refresh.call),
    connectionStates.onDidChange(refresh.call),
    sandbox.onDidChange(refresh.call),
  );
}
