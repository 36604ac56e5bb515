import type { TreeItem } from 'vscode';
import type { SandboxElement } from '../../views/sandboxTree';
import { lookOfSandbox, sandboxChildren, sandboxElements } from '../../views/sandboxTree';
import type { CommandTitles } from '../commandTitles';
import { commandIds } from '../contributions';
import { noteShown } from './shownRows';
import { treeItem } from './treeItem';
import { shownTime } from '../shownTime';

/** The rows below a row of the sandbox tenant's tree, or its first ones. */
export function rowsOfSandbox(
  element: SandboxElement | undefined,
  tenant: Parameters<typeof sandboxElements>[0],
): SandboxElement[] {
  return noteShown(element === undefined ? sandboxElements(tenant) : sandboxChildren(element, tenant));
}

/** A row of the sandbox tenant's tree as VS Code takes it. */
export function itemOfSandbox(element: SandboxElement, titles: CommandTitles): TreeItem {
  const item = treeItem(
    element.id,
    lookOfSandbox(element, (at) => shownTime(at)),
  );
  item.contextValue = element.kind;
  if (element.kind === 'scenario') item.command = titles.command(commandIds.chooseScenario);
  else if (element.kind === 'logged') item.command = titles.command(commandIds.explainEntry, element);
  return item;
}
