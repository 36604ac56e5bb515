import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { cancelSending } from '../../sending/cancelSending';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Stops a run for good, after a question: accepted requests stay, and the rest is never sent. */
export const cancelRun = defineCommand(commandIds.cancelRun, async (services, args) => {
  const { titles, notices } = services;
  const run = await runArgument(services, args, titles.of(commandIds.cancelRun), ({ can }) => can.includes('cancel'));
  const question = say`Cancel the run of ${named(run.extract)}?`;
  const detail = say`It stops for good. What ${named(run.target)} has accepted cannot be taken back.`;
  // The editor's own "Cancel" would be ambiguous here
  if (await notices.confirm(question, titles.of(commandIds.cancelRun), detail, 'Keep Run'))
    await cancelSending(services, run.id);
});
