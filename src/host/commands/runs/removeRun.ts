import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Deletes what is kept of a run, after a question. */
export const removeRun = defineCommand(commandIds.removeRun, async (services, args) => {
  const { titles, notices, runs } = services;
  const run = await runArgument(services, args, titles.of(commandIds.removeRun), ({ can }) => can.includes('remove'));
  const question = say`Remove the run of ${named(run.extract)}?`;
  const detail = say`Its plan and its journal are deleted from this machine; it cannot be resumed or looked at any more. Nothing changes in ${named(run.target)}.`;
  if (!(await notices.confirm(question, 'Remove', detail))) return;
  await (await runs.kept()).remove(run.id);
  runs.forget(run.id);
});
