import { commandIds } from '../../contributions';
import { named, say } from '../../messages/say';
import { removeDetail } from '../../sending/questions/removeQuestion';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

/** Deletes the files of a run, after a question. */
export const removeRun = defineCommand(commandIds.removeRun, async (services, args) => {
  const { titles, notices, runs } = services;
  const run = await runArgument(services, args, titles.of(commandIds.removeRun), ({ can }) => can.includes('remove'));
  const question = say`Remove the run of ${named(run.extract)}?`;
  const kept = await runs.kept();
  const detail = removeDetail(run.target, await kept.whyKeep(run.id));
  if (!(await notices.confirm(question, 'Remove', detail))) return;
  await kept.remove(run.id);
  runs.forget(run.id);
});
