import { member, readJson, stringMember } from '../core/json/jsonValue';
import { unwritableFolder } from '../files/fileError';
import type { LockTaken, ProcessLock } from '../files/lock/lockTaken';
import { holderOf, takeLock } from '../files/lock/processLock';
import type { LockHolder } from './runStore';

/** Locks of a state folder. */
export interface RunLocks {
  take(name: string): Promise<ProcessLock | { readonly holder: LockHolder | undefined }>;
  /** The holder of a lock; `undefined` if it is free. */
  holder(name: string): Promise<{ readonly holder: LockHolder | undefined } | undefined>;
}

/**
 * @param home the real path of the state folder, so that locks of two folders are independent
 *
 * @param folder the folder for sockets, if they have to be files
 */
export function runLocks(home: string, folder: string, program: string, wallClock: () => number): RunLocks {
  const lockOf = (name: string) => ({ name: `${home}\n${name}`, folder });
  const orUnusable = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw unwritableFolder(folder, error);
    });
  return {
    async take(name) {
      const since = new Date(wallClock()).toISOString();
      const words: LockHolder = { pid: process.pid, program, since };
      const taken = await orUnusable(takeLock(lockOf(name), JSON.stringify(words)));
      return 'release' in taken ? taken : readHolder(taken);
    },
    async holder(name) {
      const taken = await orUnusable(holderOf(lockOf(name)));
      return taken && readHolder(taken);
    },
  };
}

/**
 * Reads the holder. Any process may have bound the address, so only a number, a time and a short name are taken from
 * its answer.
 */
function readHolder({ words = '' }: LockTaken): { readonly holder: LockHolder | undefined } {
  const reading = readJson(words);
  const value = 'value' in reading ? reading.value : undefined;
  const pid = member(value, 'pid');
  const program = stringMember(value, 'program');
  const since = Date.parse(stringMember(value, 'since') ?? '');
  if (!Number.isSafeInteger(pid) || program === undefined || !/^[\w .-]{1,40}$/.test(program) || Number.isNaN(since))
    return { holder: undefined };
  return { holder: { pid: Number(pid), program, since: new Date(since).toISOString() } };
}
