import { commandIds } from '../contributions';
import { say } from '../messages/say';
import { defineCommand } from './command';
import { runningSandbox } from './runningSandbox';

/** Stops the sandbox tenant, after a question about what is lost. */
export const stopSandbox = defineCommand(commandIds.stopSandbox, async (services) => {
  runningSandbox(services);
  const detail = say`Its people and its provisioning log are forgotten. The runs that you see stay.`;
  if (await services.notices.confirm(say`Stop the sandbox tenant?`, 'Stop', detail)) await services.sandbox.stop();
});
