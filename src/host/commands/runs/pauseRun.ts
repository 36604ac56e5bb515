import { commandIds } from '../../contributions';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Pauses a run: no new request begins until it is resumed. */
export const pauseRun = defineCommand(commandIds.pauseRun, async (services, args) => {
  const { runs, titles } = services;
  const { id } = await runArgument(services, args, titles.of(commandIds.pauseRun), ({ can }) => can.includes('pause'));
  runs.find(id)?.active?.pause();
});
