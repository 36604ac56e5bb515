import type { TreeItem } from 'vscode';
import { lookOfRow } from '../../views/runLook';
import type { RunElement, RunsView, ShownRun } from '../../views/runElement';
import { childrenOf, runElements } from '../../views/runTree';
import type { CommandTitles } from '../commandTitles';
import { commandIds } from '../contributions';
import { noteShown } from './shownRows';
import { treeItem } from './treeItem';

/** The first rows of the tree of runs. */
export function firstRows(runs: readonly ShownRun[], view: RunsView): RunElement[] {
  return noteShown(runElements(runs, view));
}

/** The rows below a row of it. */
export function rowsBelow(element: RunElement, view: RunsView): RunElement[] {
  return noteShown(childrenOf(element, view));
}

/** A row of the tree of runs as VS Code takes it. */
export function itemOfRun(element: RunElement, titles: CommandTitles): TreeItem {
  const item = treeItem(element.id, lookOfRow(element));
  item.contextValue = contextOf(element);
  const command = commandOf(element);
  if (command !== undefined) item.command = titles.command(command, element);
  return item;
}

/** What a click does. */
function commandOf(element: RunElement) {
  switch (element.kind) {
    case 'person':
      return element.person.entries.length > 0 ? commandIds.openEntry : commandIds.showRecord;
    case 'entry':
      return commandIds.openEntry;
    case 'record':
      return commandIds.showRecord;
    case 'more':
      return commandIds.loadMorePeople;
    default:
      return undefined;
  }
}

/** The menus look for what can be done with it. */
function contextOf(element: RunElement): string {
  switch (element.kind) {
    case 'run':
      return ['run', ...element.run.can].join(' ');
    case 'person':
      return element.person.entries.length > 0 ? 'person answered' : 'person';
    default:
      return element.kind;
  }
}
