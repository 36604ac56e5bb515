import { commandIds } from '../../contributions';
import { readLogAgain } from '../../sending/readLogAgain';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Reads the provisioning log of a run again, and shows the new results. */
export const verifyRun = defineCommand(commandIds.verifyRun, async (services, args) => {
  const { titles } = services;
  const { id } = await runArgument(services, args, titles.of(commandIds.verifyRun), ({ can }) =>
    can.includes('verify'),
  );
  return readLogAgain(services, id);
});
