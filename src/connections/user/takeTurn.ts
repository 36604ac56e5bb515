import type { Clock } from '../../tenant/clock';
import type { StateFolder } from '../announcedSandboxes';

const LOCK = 'changing.lock';
/** Milliseconds. A change takes only a few: a process that takes longer was killed. */
const PATIENCE = 10_000;
const RETRY_INTERVAL = 20;

/**
 * Runs an action that reads and changes a folder, while no other process does so. The lock of a killed process is
 * removed after {@link PATIENCE}.
 */
export async function takeTurn<T>(folder: StateFolder, clock: Clock, work: () => Promise<T>): Promise<T> {
  const own = crypto.randomUUID();
  await waitForTurn(folder, clock, own);
  try {
    return await work();
  } finally {
    await folder.remove(LOCK, own);
  }
}

async function waitForTurn(folder: StateFolder, clock: Clock, own: string): Promise<void> {
  let seen: { readonly holder: string | undefined; readonly since: number } | undefined;
  while (!(await folder.create(LOCK, own))) {
    const holder = await folder.read(LOCK);
    // Measured by our own clock, not by the file's time, because the clocks of machines that share a folder differ. The
    // first lock seen may be unreadable
    if (seen === undefined || seen.holder !== holder) seen = { holder, since: clock.now() };
    const isLeft = clock.now() - seen.since >= PATIENCE;
    // An unreadable file is not our lock; creating files exclusively must be enough
    if (isLeft && holder === undefined) return;
    if (isLeft && holder !== undefined) await folder.remove(LOCK, holder);
    await clock.delay(RETRY_INTERVAL);
  }
}
