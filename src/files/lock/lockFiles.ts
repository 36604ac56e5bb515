import { randomBytes } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spoken } from './lockSocket';
import { announce, ask, close, listen } from './lockSocket';
import type { LockTaken, ProcessLock } from './lockTaken';

/** Milliseconds between two looks at somebody who has not decided yet. */
const PATIENCE = 5;
/** Milliseconds after which a name where nobody listens is one of the dead: a younger one may be bound, and not listen yet. */
const BIRTH = 10_000;

/**
 * Takes a lock whose sockets are files. A dead socket keeps its name, and whoever removes a name may remove that of a living one which
 * has taken its place; so each process binds a name of its own, which nobody uses again. Then it looks at all others: of two, the later
 * sees the earlier. It has the lock once nobody else listens, and gives up where somebody holds it, or asks for it under a lower name.
 * @param folder exists, and is this user's
 */
export async function takeByFiles(folder: string, key: string, words: string): Promise<ProcessLock | LockTaken> {
  const own = `${key}.${randomBytes(6).toString('hex')}`;
  let isHolding = false;
  const server = announce(() => ({ isHolding, words }));
  if (!(await listen(server, join(folder, own)))) return takeByFiles(folder, key, words);
  const leave = async (): Promise<void> => {
    // Closing removes the file, too
    await close(server);
  };
  for (;;) {
    const others = await speakers(folder, key, own);
    if (others.length === 0) break;
    const holder = others.find(({ spoken }) => spoken.isHolding);
    if (holder !== undefined || others.some(({ name }) => name < own)) {
      await leave();
      return { words: holder?.spoken.words };
    }
    await new Promise((later) => setTimeout(later, PATIENCE));
  }
  isHolding = true;
  return { release: leave };
}

/** Who holds such a lock. */
export async function holderByFiles(folder: string, key: string): Promise<LockTaken | undefined> {
  const holder = (await speakers(folder, key)).find(({ spoken }) => spoken.isHolding);
  return holder && { words: holder.spoken.words };
}

/** Everybody else who has bound a name for a lock and lives. Names of the dead are removed. */
async function speakers(
  folder: string,
  key: string,
  own?: string,
): Promise<readonly { readonly name: string; readonly spoken: Spoken }[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${key}.`) && name !== own);
  const found = await Promise.all(
    names.map(async (name) => {
      const spoken = await ask(join(folder, name));
      if (spoken === undefined) await bury(join(folder, name));
      return spoken && { name, spoken };
    }),
  );
  return found.filter((each) => each !== undefined);
}

/** Removes a name where nobody listens, unless it has been bound just now. */
async function bury(path: string): Promise<void> {
  // Another process may have removed it meanwhile
  const file = await lstat(path).catch(() => undefined);
  if (file !== undefined && file.mtimeMs < Date.now() - BIRTH) await rm(path, { force: true });
}
