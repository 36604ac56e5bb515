import { commandIds } from '../../contributions';
import { resumeSending } from '../../sending/kept/resumeSending';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Goes on with a run that was paused, here or when its window closed. */
export const resumeRun = defineCommand(commandIds.resumeRun, async (services, args) => {
  const { titles } = services;
  const { id } = await runArgument(services, args, titles.of(commandIds.resumeRun), ({ can }) =>
    can.includes('resume'),
  );
  return resumeSending(services, id);
});
