import type { TreeItem } from 'vscode';
import type { RunElement, ShownRun } from '../../views/runTree';
import { childrenOf, lookOf, runElements } from '../../views/runTree';
import type { CommandTitles } from '../commandTitles';
import { commandIds } from '../contributions';
import { noteShown } from './shownRows';
import { treeItem } from './treeItem';

/** The rows below a row of the tree of runs, or its first ones. */
export function rowsOfRuns(element: RunElement | undefined, runs: readonly ShownRun[]): RunElement[] {
  return noteShown(element === undefined ? runElements(runs) : childrenOf(element));
}

/** A row of the tree of runs as VS Code takes it. */
export function itemOfRun(element: RunElement, titles: CommandTitles): TreeItem {
  const item = treeItem(element.id, lookOf(element));
  item.contextValue = contextOf(element);
  if (item.contextValue === 'person.answered' || element.kind === 'entry')
    item.command = titles.command(commandIds.openEntry, element);
  else if (element.kind === 'person') item.command = titles.command(commandIds.showRecord, element);
  return item;
}

function contextOf(element: RunElement): string {
  // The menus look for what can be done with it
  if (element.kind === 'run') return ['run', ...element.run.can].join(' ');
  return element.kind === 'person' && element.person.entries.length > 0 ? 'person.answered' : element.kind;
}
