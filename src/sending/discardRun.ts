import { hasMore } from './live/batchStatus';
import type { SendingContext } from './sendingContext';
import { lockJob } from './live/lockJob';
import { SendingRefusal } from './sendingRefusal';

/**
 * Ends a run for good that no process is sending: what was not sent never will be, and what nobody knows of is not sent again.
 * Nothing that the service has taken is taken back.
 */
export async function discardRun({ store }: Pick<SendingContext, 'store'>, id: string): Promise<void> {
  const kept = await store.open(id);
  try {
    if (!hasMore(kept.state))
      throw new SendingRefusal('complete', 'Nothing of this run is left to be sent.', {
        remedy: 'It can be removed from the list of runs.',
      });
    const lock = await lockJob(store, kept.plan.target);
    try {
      await kept.journal.append({ type: 'cancelled' });
    } finally {
      await lock.release();
    }
  } finally {
    await kept.close();
  }
}
