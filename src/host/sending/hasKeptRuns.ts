import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findStateFolder } from '../../files/stateFolder';

/** Whether runs are stored on this machine; reads one folder and loads nothing. */
export async function hasKeptRuns(): Promise<boolean> {
  const folder = findStateFolder(process.env);
  if (folder === undefined) return false;
  const names = await readdir(join(folder, 'runs')).catch(() => []);
  return names.some((name) => !name.startsWith('.'));
}
