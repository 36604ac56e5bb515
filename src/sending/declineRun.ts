import { rm } from 'node:fs/promises';
import { journalled } from './live/journalled';
import { keptRecords } from './kept/keptRecords';
import type { Preparation } from './preparation';
import type { SendingContext } from './sendingContext';

/** Records that guards stopped a plan or that a user declined it. Returns the id of the run. */
export async function declineRun(
  { store }: Pick<SendingContext, 'store'>,
  { run, file, plan, planned, options, findings }: Preparation,
): Promise<string> {
  // Nothing is sent, so the baseline of the job stays as it is
  await rm(options.keeping.digests, { force: true });
  const kept = await store.create(run, file, keptRecords(plan, planned));
  try {
    await kept.journal.append({ type: 'blocked', plan: file.plan, guards: journalled(findings) });
  } finally {
    await kept.close();
  }
  return run;
}
