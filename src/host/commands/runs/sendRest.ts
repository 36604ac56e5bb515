import { commandIds } from '../../contributions';
import { sendRest as sendRestOf } from '../../sending/sendFailures';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Plans those whom a run has not sent, where it cannot be resumed any more, and sends them after a page and a dialog of their own. */
export const sendRest = defineCommand(commandIds.sendRest, async (services, args) => {
  const { titles } = services;
  const { id } = await runArgument(services, args, titles.of(commandIds.sendRest), ({ can }) => can.includes('rest'));
  return sendRestOf(services, id);
});
