import { commands } from 'vscode';
import { commandIds, viewIds } from '../contributions';
import { defineCommand } from './command';

/** Starts the sandbox tenant in the healthy scenario, and shows it. */
export const startSandbox = defineCommand(commandIds.startSandbox, async ({ sandbox }) => {
  await sandbox.start();
  await commands.executeCommand(`${viewIds.sandbox}.focus`, { preserveFocus: true });
});
