import type { TreeItem } from 'vscode';
import type { RunElement, ShownRun } from '../../views/runTree';
import { childrenOf, lookOf, runElements } from '../../views/runTree';
import { commandIds } from '../contributions';
import { treeItem } from './treeItem';

/** The rows below a row of the tree of runs, or its first ones. */
export function rowsOfRuns(element: RunElement | undefined, runs: readonly ShownRun[]): RunElement[] {
  return [...(element === undefined ? runElements(runs) : childrenOf(element))];
}

/** A row of the tree of runs as VS Code takes it. */
export function itemOfRun(element: RunElement): TreeItem {
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
