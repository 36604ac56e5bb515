import { window } from 'vscode';
import { commandIds } from '../contributions';
import { UserError } from '../userError';
import { defineCommand } from './command';

/** Stops the sandbox tenant, once the user knows what that forgets. */
export const stopSandbox = defineCommand(commandIds.stopSandbox, 'Stop Sandbox Tenant', async ({ sandbox }) => {
  if (sandbox.address === undefined)
    throw new UserError('No sandbox tenant runs in this window. It starts when something is sent to it.');
  const stop = 'Stop';
  const detail = 'Its people and its provisioning log are forgotten. The runs that you see stay.';
  if ((await window.showWarningMessage('Stop the sandbox tenant?', { modal: true, detail }, stop)) === stop)
    await sandbox.stop();
});
