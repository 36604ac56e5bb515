import { CancellationError } from 'vscode';
import { commandIds } from '../contributions';
import { say } from '../messages/say';
import type { Services } from '../services';
import { defineCommand } from './command';
import { runningSandbox } from './runningSandbox';

/** Empties the sandbox tenant, after a question about what is lost. An argument `{ "ask": false }` skips the question. */
export const resetSandbox = defineCommand(commandIds.resetSandbox, async (services, args) => {
  const { sandbox: tenant } = runningSandbox(services);
  if (!isUnasked(args[0])) await ask(services, tenant.countUsers('API2AAD') + tenant.countUsers('API2AD'));
  tenant.reset();
});

async function ask({ notices }: Services, people: number): Promise<void> {
  const who = people === 1 ? say`One person` : say`${people} people`;
  const detail = say`${who}, the provisioning log and all staged records are deleted. The address, the tokens, the scenario and your runs are kept.`;
  if (!(await notices.confirm(say`Reset the sandbox tenant?`, 'Reset', detail))) throw new CancellationError();
}

function isUnasked(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'ask' in argument && argument.ask === false;
}
