import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuardLimits } from '../core/guards/guardLimits';
import { guardLimits } from '../core/guards/limitTable';
import { parseLimits } from '../core/guards/parseLimits';
import { FileError, systemCode } from '../files/fileError';
import { readText } from '../files/readText';
import { UsageError } from './command';
import { orUnusable, stateFolder } from './stateFolder';
import type { Terminal } from './terminal/terminal';

/** The file with guard limits for the command line. */
export const LIMITS_FILE = 'limits.json';

/**
 * The guard limits of `limits.json` in the state folder; defaults apply where it sets none. Rejects with {@link
 * UsageError} if the file is unusable, because ignoring it would drop limits that somebody has set.
 */
export async function readGuardLimits(env: Terminal['env']): Promise<GuardLimits> {
  const folder = stateFolder(env);
  const path = join(folder, LIMITS_FILE);
  const text = await textOf(path, folder);
  if (text === undefined) return guardLimits();
  const read = parseLimits(text);
  if ('limits' in read) return guardLimits(read.limits);
  const [first = '', ...more] = read.problems;
  const rest = more.length === 0 ? '' : ` It has ${more.length} more: correct them too.`;
  throw new UsageError(`${path} cannot be used. ${first}${rest}`);
}

/** `undefined` if the file does not exist. A broken link counts as a file. */
async function textOf(path: string, folder: string): Promise<string | undefined> {
  if (!(await orUnusable(folder, isThere(path)))) return undefined;
  try {
    return await readText(path, 'limits');
  } catch (error) {
    throw error instanceof FileError ? new UsageError(error.message, { cause: error }) : error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
