import { commands } from 'vscode';
import { commandIds, viewIds } from '../../contributions';
import { defineCommand } from '../command';

/**
 * Reads what is new in the log of the connection in use; the first time all of it. How it gets on, and what is wrong with it, is said in
 * the view. Gives the number of entries that are shown then.
 */
export const refreshLog = defineCommand(commandIds.refreshLog, async ({ log, connections }) => {
  await connections.settle();
  await showView();
  const { log: current, isStopped } = await log();
  // Nobody wants a sandbox for its empty log: the view offers to start one
  if (isStopped) return 0;
  const reading = current.read();
  // Following has no end
  if (!current.follows) await reading;
  return current.book.shown;
});

export const stopLog = defineCommand(commandIds.stopLog, async ({ log }) => {
  const { log: current } = await log();
  if (current.follows) await current.follow(false);
  current.stop();
});

/** Shows entries as they come, for as long as the view is visible. */
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
