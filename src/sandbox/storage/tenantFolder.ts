import { systemFiles } from '../../files/fileLayer';
import type { FileLayer } from '../../files/fileLayer';
import type { ProcessLock } from '../../files/lock/lockTaken';
import { lockFolder } from './folderLock';
import type { SavedTenant } from './savedTenant';
import type { SavedTenantError } from './savedTenantError';
import { notWrittenInto } from './savedTenantError';
import { loadTenant } from './tenantFile';
import type { TenantKeeper } from './tenantKeeper';
import { createTenantKeeper } from './tenantKeeper';
import type { KeptUpload } from './uploadJournal';
import { createUploadJournal, listJournals, readJournal } from './uploadJournal';

/** A folder that stores a tenant, locked against other sandboxes. */
export interface TenantFolder {
  /** The last saved tenant; `undefined` in a new folder. */
  readonly saved: SavedTenant | undefined;
  /** Uploads that were accepted after that, oldest first. */
  readonly uploads: readonly KeptUpload[];
  /**
   * Saves for the first time, which shows whether the folder can be written, and continues to save the tenant.
   *
   * @param tenant returns the current tenant
   */
  keep(tenant: () => SavedTenant, onTrouble: (trouble: SavedTenantError | undefined) => void): Promise<TenantKeeper>;
  /** Unlocks the folder. */
  release(): Promise<void>;
}

/** Creates, locks and reads a folder. Throws {@link SavedTenantError} if one of these fails. */
export async function openTenantFolder(path: string, files: FileLayer = systemFiles): Promise<TenantFolder> {
  const folder = await realFolder(path, files);
  const lock = await lockFolder(folder);
  try {
    return await readTenantFolder(folder, lock, files);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function realFolder(path: string, files: FileLayer): Promise<string> {
  try {
    await files.makeFolder(path);
    return await files.realPath(path);
  } catch (error) {
    throw notWrittenInto(path, error);
  }
}

async function readTenantFolder(folder: string, lock: ProcessLock, files: FileLayer): Promise<TenantFolder> {
  const kept = await loadTenant(folder, files);
  const present = await listJournals(folder, files);
  const uploads: KeptUpload[] = [];
  for (const number of present)
    if (number >= (kept?.journal ?? 0)) uploads.push(...(await readJournal(folder, number, files)));
  return {
    saved: kept?.tenant,
    uploads,
    async keep(tenant, onTrouble) {
      let isKept = false;
      const journal = createUploadJournal(folder, present, files);
      const keeper = createTenantKeeper({
        folder,
        files,
        journal,
        tenant,
        // A failure of the first save is thrown instead
        onTrouble: (trouble) => {
          if (isKept) onTrouble(trouble);
        },
      });
      await keeper.save();
      isKept = true;
      return keeper;
    },
    release: () => lock.release(),
  };
}
