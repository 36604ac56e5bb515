import { commandIds } from '../../contributions';
import { sendFailures } from '../../sending/sendFailures';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Plans the people who failed in a run, and sends them like any other plan: after its page and its dialog. */
export const resendFailures = defineCommand(commandIds.resendFailures, async (services, args) => {
  const { titles } = services;
  const title = titles.of(commandIds.resendFailures);
  const { id } = await runArgument(services, args, title, ({ can }) => can.includes('resend'));
  return sendFailures(services, id);
});
