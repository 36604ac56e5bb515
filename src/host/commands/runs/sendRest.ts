import { commandIds } from '../../contributions';
import { sendRest as sendRestOf } from '../../sending/sendFailures';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Plans the people whom a run has not sent, if it can no longer be resumed, and sends them after a separate page and dialog. */
export const sendRest = defineCommand(commandIds.sendRest, async (services, args) => {
  const { titles } = services;
  const { id } = await runArgument(services, args, titles.of(commandIds.sendRest), ({ can }) => can.includes('rest'));
  return sendRestOf(services, id);
});
