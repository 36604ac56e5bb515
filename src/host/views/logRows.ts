import type { TreeItem } from 'vscode';
import type { LogElement, LogOffer, ShownLog } from '../../views/log/logTree';
import { logChildren, logElements } from '../../views/log/logTree';
import { hoverOfLog, lookOfLog } from '../../views/log/logLook';
import type { CommandTitles } from '../commandTitles';
import type { CommandId } from '../contributions';
import { commandIds } from '../contributions';
import { markdownHover } from '../language/protocol';
import { shownTime } from '../shownTime';
import { noteShown } from './shownRows';
import { treeItem } from './treeItem';

export { logMessage } from '../../views/log/logMessage';
export { shownTime } from '../shownTime';

/** The rows below a row of the tree of the log, or its first ones. */
export function rowsOfLog(element: LogElement | undefined, log: ShownLog): LogElement[] {
  return noteShown(element === undefined ? logElements(log) : logChildren(element, log));
}

/**
 * A row of the tree of the log as VS Code takes it.
 * @param connection the name of the connection whose log it is
 */
export function itemOfLog(element: LogElement, titles: CommandTitles, connection: string): TreeItem {
  const item = treeItem(
    element.id,
    lookOfLog(element, (at) => shownTime(at)),
  );
  item.contextValue = contextOf(element);
  const command = commandOf(element);
  const argument = command === commandIds.checkConnection ? connection : element;
  if (command !== undefined) item.command = titles.command(command, argument);
  // Their tooltips need the whole entry, and are made when the pointer is over them
  if (element.kind === 'cycle' || element.kind === 'logChange' || element.kind === 'logEntry') delete item.tooltip;
  return item;
}

/** Adds the tooltip of a row. */
export function withHover(item: TreeItem, element: LogElement, log: ShownLog): TreeItem {
  const hover = hoverOfLog(element, log);
  if (hover !== undefined) item.tooltip = markdownHover(hover);
  return item;
}

/** The context value for menus: `logEntry ours`. */
function contextOf(element: LogElement): string {
  if (element.kind !== 'logEntry' && element.kind !== 'logChange') return element.kind;
  return element.tie?.kind === 'run' ? `${element.kind} ours` : element.kind;
}

const OFFERED: Readonly<Record<LogOffer, CommandId>> = {
  check: commandIds.checkConnection,
  again: commandIds.refreshLog,
};

/** The command of a click. */
function commandOf(element: LogElement): CommandId | undefined {
  if (element.kind === 'logEntry') return commandIds.explainEntry;
  if (element.kind === 'more') return commandIds.loadMoreEntries;
  return element.kind === 'offer' ? OFFERED[element.offer] : undefined;
}
