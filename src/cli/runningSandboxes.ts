import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxConnection } from '../tenant/connection';
import { parseConnection } from '../tenant/connection';

const FILE = /^sandbox-[0-9]+\.connection\.json$/;

/** Writes the connection file of a sandbox that runs now, for this user's eyes only; gives its path. */
export async function announceSandbox(folder: string, port: number, connection: SandboxConnection): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `sandbox-${port}.connection.json`);
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, path);
  return path;
}

export async function withdrawSandbox(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** Connections of sandboxes that were announced and not withdrawn, the newest first; one that was killed is among them. */
export async function announcedSandboxes(folder: string): Promise<readonly SandboxConnection[]> {
  // No folder: no sandbox has ever run here
  const names = (await unlessGone(readdir(folder))) ?? [];
  const paths = names.filter((name) => FILE.test(name)).map((name) => join(folder, name));
  const dated = await Promise.all(
    paths.map(async (path) => ({ path, time: (await unlessGone(stat(path)))?.mtimeMs ?? 0 })),
  );
  const texts = await Promise.all(
    dated.sort((a, b) => b.time - a.time).map(({ path }) => unlessGone(readFile(path, 'utf8'))),
  );
  return texts.flatMap((text) => {
    const parsed = parseConnection(text ?? '');
    return 'connection' in parsed ? [parsed.connection] : [];
  });
}

/** `undefined` for what is not there any more: a sandbox may end, and take its file away, at any moment. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
