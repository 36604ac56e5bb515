import { commandIds } from '../../contributions';
import { searchRejected } from '../../sending/kept/searchRejected';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Finds the records at fault in a refused request: it sends halves of it, after a separate page and dialog. */
export const findRejected = defineCommand(commandIds.findRejected, async (services, args) => {
  const { titles } = services;
  const title = titles.of(commandIds.findRejected);
  const { id } = await runArgument(services, args, title, ({ can }) => can.includes('search'));
  return searchRejected(services, id);
});
