import type { SavedTenant } from './savedTenant';
import { saveTenant } from './tenantFile';

export interface TenantSaver {
  /** Saves soon: several requests while a save is under way become one. */
  request(): void;
  /** Saves once more and waits for it. Rejects when that cannot be done. */
  finish(): Promise<void>;
}

/** Saves a tenant to a folder, one save at a time. `onFault` is told of saves that failed; the next one tries again. */
export function createTenantSaver(
  folder: string,
  save: () => SavedTenant,
  onFault: (error: unknown) => void,
): TenantSaver {
  let isWanted = false;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      await saveTenant(folder, save()).catch(onFault);
    }
    running = undefined;
  };
  return {
    request() {
      isWanted = true;
      running ??= run();
    },
    async finish() {
      isWanted = false;
      await running;
      await saveTenant(folder, save());
    },
  };
}
