import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './fileError';

/**
 * Creates a folder and its missing parents. Node's own recursive mode does not terminate if a file system refuses new
 * folders as "not found" (/proc). Throws system errors.
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  const options = mode === undefined ? {} : { mode };
  try {
    await mkdir(path, options);
  } catch (error) {
    const code = systemCode(error);
    // Some file systems report that they are read-only before checking whether the folder exists
    if (code === 'EROFS' && (await stat(path).catch(() => undefined))?.isDirectory() === true) return;
    if (code === 'EEXIST' || code === 'EISDIR') {
      // A link to a folder counts as a folder
      if ((await stat(path)).isDirectory()) return;
      throw error;
    }
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path || path === '') throw error;
    await makeFolder(above, mode);
    await mkdir(path, options).catch(async (again: unknown) => {
      // Another process may have created it meanwhile
      if (systemCode(again) !== 'EEXIST' || !(await stat(path)).isDirectory()) throw again;
    });
  }
}
