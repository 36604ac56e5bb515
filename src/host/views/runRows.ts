import type { TreeItem } from 'vscode';
import { lookOfRow } from '../../views/runLook';
import type { RunElement, RunsView, ShownRun } from '../../views/runElement';
import { childrenOf, runElements } from '../../views/runTree';
import type { CommandTitles } from '../commandTitles';
import { commandIds } from '../contributions';
import type { RowsUnfolded } from '../runs/rowsUnfolded';
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

/** A row of the tree of runs as VS Code takes it, unfolded as the user has left it. */
export function itemOfRun(element: RunElement, titles: CommandTitles, rows: RowsUnfolded): TreeItem {
  const look = lookOfRow(element);
  const item = treeItem(element.id, { ...look, unfolds: rows.of(element, look) });
  item.contextValue = contextOf(element);
  const command = commandOf(element);
  if (command !== undefined) item.command = titles.command(command, element);
  return item;
}

/** The command of a click. */
function commandOf(element: RunElement) {
  switch (element.kind) {
    case 'person':
      return element.person.entries.length > 0 ? commandIds.explainEntry : commandIds.showRecord;
    case 'entry':
      return commandIds.explainEntry;
    case 'record':
      return commandIds.showRecord;
    case 'operation':
      return commandIds.openOperation;
    case 'more':
      return commandIds.loadMorePeople;
    case 'none':
      return commandIds.clearRunsFilter;
    default:
      return undefined;
  }
}

/** The menus search it for the possible actions. */
function contextOf(element: RunElement): string {
  const { kind } = element;
  if (kind === 'run') return ['run', ...element.run.can].join(' ');
  if (kind === 'day' || kind === 'more' || kind === 'none') return kind;
  const can = element.run.can.map((ability) => `run-${ability}`);
  if (!('person' in element)) return [kind, ...can].join(' ');
  const { answers, fate, externalId } = element.person;
  const of = [
    ...(answers.length > 0 ? ['answered'] : []),
    ...(fate.kind === 'operation' ? ['sent'] : []),
    ...(externalId === undefined ? [] : ['named']),
  ];
  return [kind, 'of-person', ...of, ...can].join(' ');
}
