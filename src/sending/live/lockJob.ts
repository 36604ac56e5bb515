import type { Target } from '../../core/run/target';
import { jobKey } from '../../core/run/target';
import { describeHolder } from '../../runs/describeHolder';
import type { JobLock, RunStore } from '../../runs/runStore';
import { SendingRefusal } from '../sendingRefusal';

/**
 * Locks a job against other senders on this machine. Throws a {@link SendingRefusal} that names the holder if it is
 * locked.
 */
export async function lockJob(store: RunStore, target: Target): Promise<JobLock> {
  const lock = await store.lock(jobKey(target));
  if (!('holder' in lock)) return lock;
  const { holder } = lock;
  throw new SendingRefusal('busy', `${describeHolder(holder)} is sending to this job.`, {
    remedy: 'Wait until it ends, or stop it there.',
    ...(holder && { holder }),
  });
}
