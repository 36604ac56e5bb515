import type { Clock } from '../../tenant/clock';
import type { StateFolder } from '../announcedSandboxes';

const LOCK = 'changing.lock';
/** Milliseconds. A change takes a few of them: a process that takes longer has been killed. */
const PATIENCE = 10_000;
const LOOK_AGAIN = 20;

/**
 * Runs an action that reads and changes a folder, while no other process does the same. The lock of a process that was
 * killed is removed after {@link PATIENCE}.
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
    // A holder is patience's measure, not a time of change: clocks of machines that share a folder differ
    // The first that is seen may be one that cannot be read
    if (seen === undefined || seen.holder !== holder) seen = { holder, since: clock.now() };
    const isLeft = clock.now() - seen.since >= PATIENCE;
    // A file that cannot be read is not one of our locks: exclusive creation of files must be enough
    if (isLeft && holder === undefined) return;
    if (isLeft && holder !== undefined) await folder.remove(LOCK, holder);
    await clock.delay(LOOK_AGAIN);
  }
}
