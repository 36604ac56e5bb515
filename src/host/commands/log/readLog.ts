import { commands } from 'vscode';
import { commandIds, viewIds } from '../../contributions';
import { defineCommand } from '../command';

/**
 * Reads the new entries in the log of the connection in use; the first time all entries. The view shows progress and errors. Returns the
 * number of shown entries.
 */
export const refreshLog = defineCommand(commandIds.refreshLog, async ({ log, connections }) => {
  await connections.settle();
  await showView();
  const { log: current, isStopped } = await log();
  // A sandbox is not started for its empty log: the view offers to start one
  if (isStopped) return 0;
  const reading = current.read();
  // Following never ends by itself
  if (!current.follows) await reading;
  return current.book.shown;
});

export const stopLog = defineCommand(commandIds.stopLog, async ({ log }) => {
  const { log: current } = await log();
  if (current.follows) await current.follow(false);
  current.stop();
});

/** Shows entries as they arrive, while the view is visible. */
export const followLog = defineCommand(commandIds.followLog, async ({ log, connections }) => {
  await connections.settle();
  await showView();
  const { log: current, isStopped } = await log();
  if (!isStopped) void current.follow(true);
});

export const unfollowLog = defineCommand(commandIds.unfollowLog, async ({ log }) => {
  const { log: current } = await log();
  void current.follow(false);
});

async function showView(): Promise<void> {
  await commands.executeCommand(`${viewIds.log}.focus`);
}
