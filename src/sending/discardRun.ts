import { hasMore } from './live/batchStatus';
import type { SendingContext } from './sendingContext';
import { lockJob } from './live/lockJob';
import { SendingRefusal } from './sendingRefusal';

/**
 * Ends a run for good. It must not be open in any process. Nothing more of it is sent, including requests with an
 * unknown outcome. What the service has accepted stays.
 */
export async function discardRun({ store }: Pick<SendingContext, 'store'>, id: string): Promise<void> {
  const kept = await store.open(id);
  try {
    if (!hasMore(kept.state))
      throw new SendingRefusal('complete', 'This run has nothing left to send.', {
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
