import { commandIds } from '../../contributions';
import { searchRejected } from '../../sending/kept/searchRejected';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Looks for the records at fault in a request that the service refused: halves of it are sent, after a page and a dialog of their own. */
export const findRejected = defineCommand(commandIds.findRejected, async (services, args) => {
  const { titles } = services;
  const title = titles.of(commandIds.findRejected);
  const { id } = await runArgument(services, args, title, ({ can }) => can.includes('search'));
  return searchRejected(services, id);
});
