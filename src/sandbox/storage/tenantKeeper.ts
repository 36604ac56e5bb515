import type { FileLayer } from '../../files/fileLayer';
import type { SavedTenant } from './savedTenant';
import { notWritten, SavedTenantError } from './savedTenantError';
import { saveTenant, tenantPath, writeTenant } from './tenantFile';
import type { KeptUpload, UploadJournal } from './uploadJournal';

/** Saves a tenant in its folder while it runs. */
export interface TenantKeeper {
  /** Schedules a save; requests during a save are combined into one. */
  request(): void;
  /** Resolves once the current tenant is on the disk. Rejects with `SavedTenantError` if it is not. */
  save(): Promise<void>;
  /**
   * Resolves once an upload that has just been staged is on the disk. Rejects with `SavedTenantError` if it is not.
   */
  keepUpload(upload: KeptUpload): Promise<void>;
  /** Saves for the last time. Rejects with a `SavedTenantError` that says what was not saved. */
  finish(): Promise<void>;
}

export interface TenantKeeperOptions {
  readonly folder: string;
  readonly files: FileLayer;
  readonly journal: UploadJournal;
  /** Returns the current tenant. */
  readonly tenant: () => SavedTenant;
  /** Called when a save fails for a new reason, and with `undefined` when one succeeds again. */
  readonly onTrouble: (trouble: SavedTenantError | undefined) => void;
}

/** Facts about the last successful save. */
interface LastSave {
  readonly at: Date;
  readonly journal: number;
  readonly size: string;
}

/** Saves a tenant in a folder, one save at a time. A failed save is retried after the next change. */
export function createTenantKeeper(options: TenantKeeperOptions): TenantKeeper {
  const { folder, files, journal, tenant, onTrouble } = options;
  let last: LastSave | undefined;
  let trouble: SavedTenantError | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const describeFailure = (now: SavedTenantError | undefined): void => {
    const isNews = now?.message !== trouble?.message;
    trouble = now;
    if (isNews) onTrouble(now);
  };
  const saveOnce = async (): Promise<void> => {
    try {
      // Synchronous, so that every upload is either in the tenant or in the new journal
      const first = journal.rotate();
      const saved = tenant();
      const text = textOf(folder, saved, first);
      await saveTenant(folder, text, files);
      last = { at: new Date(), journal: first, size: sizeOf(saved) };
    } catch (error) {
      describeFailure(error instanceof SavedTenantError ? error : notWritten(tenantPath(folder), error));
      throw error;
    }
    describeFailure(undefined);
    await journal.removeBefore(last.journal);
  };
  const save = (): Promise<void> => {
    if (running === undefined) {
      running = saveOnce().finally(() => (running = undefined));
      return running;
    }
    // The running save may have an older tenant
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return save();
      });
    return next;
  };
  const request = (): void => {
    // `onTrouble` has reported the failure
    save().catch(() => undefined);
  };
  return {
    request,
    save,
    async keepUpload(upload) {
      if (trouble !== undefined) request();
      await journal.append(upload).catch(() => save());
    },
    async finish() {
      try {
        await save();
      } catch (error) {
        if (!(error instanceof SavedTenantError)) throw error;
        throw new SavedTenantError(`${error.message}\n${account(tenant(), last, journal)}`, { cause: error });
      } finally {
        await journal.close();
      }
    },
  };
}

function textOf(folder: string, tenant: SavedTenant, journal: number): string {
  try {
    return writeTenant({ tenant, journal });
  } catch (error) {
    throw notWritten(tenantPath(folder), error);
  }
}

/** Describes what was saved, and what was not. */
function account(tenant: SavedTenant, last: LastSave | undefined, journal: UploadJournal): string {
  const now = `The sandbox ended with ${sizeOf(tenant)}.`;
  if (last === undefined) return `Nothing was saved. ${now}`;
  const later = journal.countFrom(last.journal);
  const uploads = later === 0 ? '' : ` and ${counted(later, 'upload')} received later`;
  return `The last save is of ${last.at.toISOString()}, with ${last.size}${uploads}. Later changes are lost. ${now}`;
}

function sizeOf({ jobs, log }: SavedTenant): string {
  const both = [jobs.API2AAD, jobs.API2AD];
  const people = both.reduce((sum, { users }) => sum + users.length, 0);
  const staged = both.reduce((sum, { record }) => sum + (record.staged?.length ?? 0), 0);
  return `${counted(people, 'account')}, ${counted(log.length, 'log entry', 'log entries')} and ${counted(staged, 'operation')} waiting`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
