import { commandIds } from '../../contributions';
import { say } from '../../messages/say';
import { defineCommand } from '../command';

/** Deletes the files of all finished runs, after a question. */
export const clearRuns = defineCommand(commandIds.clearRuns, async ({ runs, notices }) => {
  const over = (await runs.shown()).filter(({ isOver, can }) => isOver && can.includes('remove'));
  if (over.length === 0) {
    await notices.inform(say`No run has finished.`);
    return;
  }
  const question = over.length === 1 ? say`Remove the finished run?` : say`Remove ${over.length} finished runs?`;
  const detail = say`Their plans and journals are deleted from this machine. Nothing changes in any tenant.`;
  if (!(await notices.confirm(question, 'Remove', detail))) return;
  const kept = await runs.kept();
  for (const { id } of over) {
    await kept.remove(id);
    runs.forget(id);
  }
});
