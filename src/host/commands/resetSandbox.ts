import { CancellationError, window } from 'vscode';
import { formatCount } from '../../core/text/formatCount';
import { commandIds } from '../contributions';
import { defineCommand } from './command';
import { runningSandbox } from './runningSandbox';

/** Empties the sandbox tenant, once the user knows what that forgets. An argument `{ "ask": false }` is for who knows already. */
export const resetSandbox = defineCommand(commandIds.resetSandbox, async (services, args) => {
  const { sandbox: tenant } = runningSandbox(services);
  if (!isUnasked(args[0])) await ask(tenant.countUsers('API2AAD') + tenant.countUsers('API2AD'));
  tenant.reset();
});

async function ask(people: number): Promise<void> {
  const reset = 'Reset';
  const who = people === 1 ? 'One person is' : `${formatCount(people)} people are`;
  const detail = `${who} forgotten, with the provisioning log and what is staged. Address, tokens and scenario stay, and so do the runs that you see.`;
  const chosen = await window.showWarningMessage('Reset the sandbox tenant?', { modal: true, detail }, reset);
  if (chosen !== reset) throw new CancellationError();
}

function isUnasked(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'ask' in argument && argument.ask === false;
}
