import { window } from 'vscode';
import { commandIds } from '../contributions';
import { defineCommand } from './command';
import { runningSandbox } from './runningSandbox';

/** Stops the sandbox tenant, once the user knows what that forgets. */
export const stopSandbox = defineCommand(commandIds.stopSandbox, async (services) => {
  runningSandbox(services);
  const stop = 'Stop';
  const detail = 'Its people and its provisioning log are forgotten. The runs that you see stay.';
  if ((await window.showWarningMessage('Stop the sandbox tenant?', { modal: true, detail }, stop)) === stop)
    await services.sandbox.stop();
});
