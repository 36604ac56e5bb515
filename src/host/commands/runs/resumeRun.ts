import { commandIds } from '../../contributions';
import { resumeSending } from '../../sending/kept/resumeSending';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Continues a run that was paused by the user or by closing its window. */
export const resumeRun = defineCommand(commandIds.resumeRun, async (services, args) => {
  const { titles } = services;
  const { id } = await runArgument(services, args, titles.of(commandIds.resumeRun), ({ can }) =>
    can.includes('resume'),
  );
  return resumeSending(services, id);
});
