import { randomBytes } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spoken } from './lockSocket';
import { announce, ask, close, listen } from './lockSocket';
import type { LockTaken, ProcessLock } from './lockTaken';

/** Milliseconds between two checks of a process that has not decided yet. */
const PATIENCE = 5;
/**
 * Milliseconds after which a name without a listener belongs to a dead process. A newer socket may be bound but not
 * listening yet.
 */
const BIND_GRACE = 10_000;

/**
 * Takes a lock whose sockets are files. A dead socket keeps its name, and removing that name may remove a live socket
 * that has replaced it; so each process binds its own name, which is never reused, and then checks all others. Of two
 * processes, the later one sees the earlier one. A process has the lock when no other one listens. It gives up if
 * another process holds the lock, or asks for it under a lower name.
 *
 * @param folder must exist and belong to this user
 */
export async function takeByFiles(folder: string, key: string, words: string): Promise<ProcessLock | LockTaken> {
  const own = `${key}.${randomBytes(6).toString('hex')}`;
  let isHolding = false;
  const server = announce(() => ({ isHolding, words }));
  if (!(await listen(server, join(folder, own)))) return takeByFiles(folder, key, words);
  const leave = async (): Promise<void> => {
    // Closing also removes the file
    await close(server);
  };
  for (;;) {
    const others = await listeners(folder, key, own);
    if (others.length === 0) break;
    const holder = others.find(({ answer }) => answer.isHolding);
    if (holder !== undefined || others.some(({ name }) => name < own)) {
      await leave();
      return { words: holder?.answer.words };
    }
    await new Promise((later) => setTimeout(later, PATIENCE));
  }
  isHolding = true;
  return { release: leave };
}

/** The holder of a lock whose sockets are files. */
export async function holderByFiles(folder: string, key: string): Promise<LockTaken | undefined> {
  const holder = (await listeners(folder, key)).find(({ answer }) => answer.isHolding);
  return holder && { words: holder.answer.words };
}

/** The other live processes that have bound a name for a lock. Removes the names of dead ones. */
async function listeners(
  folder: string,
  key: string,
  own?: string,
): Promise<readonly { readonly name: string; readonly answer: Spoken }[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${key}.`) && name !== own);
  const found = await Promise.all(
    names.map(async (name) => {
      const answer = await ask(join(folder, name));
      if (answer === undefined) await removeDead(join(folder, name));
      return answer && { name, answer };
    }),
  );
  return found.filter((each) => each !== undefined);
}

/** Removes a name without a listener, unless it was bound just now. */
async function removeDead(path: string): Promise<void> {
  // Another process may have removed it
  const file = await lstat(path).catch(() => undefined);
  if (file !== undefined && file.mtimeMs < Date.now() - BIND_GRACE) await rm(path, { force: true });
}
