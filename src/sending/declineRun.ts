import { rm } from 'node:fs/promises';
import { journalled } from './live/journalled';
import { keptRecords } from './kept/keptRecords';
import type { Preparation } from './preparation';
import type { SendingContext } from './sendingContext';

/** Keeps that guards stopped a plan, or that a person said no to it. Gives the run's id. */
export async function declineRun(
  { store }: Pick<SendingContext, 'store'>,
  { run, file, plan, planned, options, findings }: Preparation,
): Promise<string> {
  // Nothing of it is sent, so nothing of it becomes what the job was last sent
  await rm(options.keeping.digests, { force: true });
  const kept = await store.create(run, file, keptRecords(plan, planned));
  try {
    await kept.journal.append({ type: 'blocked', plan: file.plan, guards: journalled(findings) });
  } finally {
    await kept.close();
  }
  return run;
}
