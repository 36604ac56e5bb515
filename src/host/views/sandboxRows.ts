import type { TreeItem } from 'vscode';
import type { SandboxElement } from '../../views/sandboxTree';
import { lookOfSandbox, sandboxChildren, sandboxElements } from '../../views/sandboxTree';
import { commandIds } from '../contributions';
import { treeItem } from './treeItem';

/** The rows below a row of the sandbox tenant's tree, or its first ones. */
export function rowsOfSandbox(
  element: SandboxElement | undefined,
  tenant: Parameters<typeof sandboxElements>[0],
): SandboxElement[] {
  return [...(element === undefined ? sandboxElements(tenant) : sandboxChildren(element, tenant))];
}

/** A row of the sandbox tenant's tree as VS Code takes it. */
export function itemOfSandbox(element: SandboxElement): TreeItem {
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
