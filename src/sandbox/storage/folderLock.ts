import { isJsonObject, member, readJson } from '../../core/json/jsonValue';
import type { ProcessLock } from '../../files/lock/lockTaken';
import type { LockWay } from '../../files/lock/processLock';
import { takeLock } from '../../files/lock/processLock';
import { SavedTenantError } from './savedTenantError';

/**
 * Locks a folder for this process. The system releases the lock when the process ends for any reason. Throws {@link
 * SavedTenantError} that names the holder if the folder is already locked.
 *
 * @param folder its real path
 *
 * @param way default: that of this system
 */
export async function lockFolder(folder: string, way?: LockWay): Promise<ProcessLock> {
  const words = JSON.stringify({ pid: process.pid, started: new Date().toISOString() });
  const taken = await takeLock({ name: `sandbox ${folder}`, folder, ...(way && { way }) }, words);
  if ('release' in taken) return taken;
  const holder = describe(taken.words ?? '');
  throw new SavedTenantError(
    `${folder} is in use by another sandbox${holder === '' ? '' : ` (${holder})`}. Stop that sandbox first, or choose another folder.`,
  );
}

/**
 * Describes the holder. Any process may have bound the address, so only a number and a time are taken from its answer.
 */
function describe(text: string): string {
  const json = readJson(text);
  const value = 'value' in json && isJsonObject(json.value) ? json.value : {};
  const pid = member(value, 'pid');
  const started = member(value, 'started');
  const time = typeof started === 'string' ? Date.parse(started) : NaN;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || Number.isNaN(time)) return '';
  return `process ${pid}, started ${new Date(time).toISOString()}`;
}
