import type { Command, TreeItem } from 'vscode';
import { stateKey } from '../../connections/state/connectionStates';
import type { UnreadableConnection } from '../../connections/user/userConnections';
import type { ConnectionElement, ShownConnection } from '../../views/connectionTree';
import { connectionChildren, connectionElements, lookOfConnection } from '../../views/connectionTree';
import type { CommandTitles } from '../commandTitles';
import { commandIds } from '../contributions';
import { connectionPage } from '../documents/pages/connectionPages';
import { PAGE_EDITOR } from '../documents/pages/openPage';
import { noteShown } from './shownRows';
import { treeItem } from './treeItem';
import { shownTime } from '../shownTime';

/** The rows below a row of the tree of connections, or its first ones. */
export function rowsOfConnections(
  element: ConnectionElement | undefined,
  connections: readonly ShownConnection[],
  unreadable: readonly UnreadableConnection[],
): ConnectionElement[] {
  return noteShown(element === undefined ? connectionElements(connections, unreadable) : connectionChildren(element));
}

/** A row of the tree of connections as VS Code takes it. */
export function itemOfConnection(element: ConnectionElement, titles: CommandTitles): TreeItem {
  const item = treeItem(
    element.id,
    lookOfConnection(element, (at) => shownTime(at)),
  );
  item.contextValue = contextOf(element);
  if (element.kind === 'invitation') item.command = titles.command(commandIds.addConnection);
  else if (element.kind === 'unchecked') item.command = titles.command(commandIds.checkConnection, element);
  else if (element.kind === 'lastCheck' && element.known.checks !== undefined) item.command = openReport(element);
  return item;
}

function openReport({ connection }: Extract<ConnectionElement, { kind: 'lastCheck' }>): Command {
  const page = connectionPage(stateKey(connection), connection.name);
  return { command: 'vscode.openWith', title: 'Show Report', arguments: [page, PAGE_EDITOR] };
}

/** The context value for menus: `connection tenant active`. */
function contextOf(element: ConnectionElement): string {
  if (element.kind !== 'connection') return element.kind;
  const { kind, isActive } = element.connection;
  return `connection ${kind}${isActive ? ' active' : ''}`;
}
