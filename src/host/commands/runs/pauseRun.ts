import { commandIds } from '../../contributions';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** No new request of a run is begun until it is resumed. */
export const pauseRun = defineCommand(commandIds.pauseRun, async (services, args) => {
  const { runs, titles } = services;
  const { id } = await runArgument(services, args, titles.of(commandIds.pauseRun), ({ can }) => can.includes('pause'));
  runs.find(id)?.active?.pause();
});
