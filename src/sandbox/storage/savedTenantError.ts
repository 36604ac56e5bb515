import { systemCode, unreadable, unwritable, unwritableFolder } from '../../files/fileError';

/** A tenant cannot be read from its folder, or saved there. The message names the path and says what to do. */
export class SavedTenantError extends Error {
  override readonly name = 'SavedTenantError';
}

/** For an error of the file layer while reading the tenant. */
export function notRead(path: string, error: unknown): SavedTenantError {
  const words =
    systemCode(error) === undefined ? `${path} cannot be read: ${String(error)}` : unreadable(path, error).message;
  return new SavedTenantError(words, { cause: error });
}

/** For an error while writing the tenant: of the file layer, or because the tenant cannot be serialised. */
export function notWritten(path: string, error: unknown): SavedTenantError {
  const words =
    systemCode(error) === undefined ? `${path} cannot be written: ${String(error)}` : unwritable(path, error).message;
  return new SavedTenantError(words, { cause: error });
}

/** For an error while creating the tenant's folder. */
export function notWrittenInto(folder: string, error: unknown): SavedTenantError {
  return new SavedTenantError(unwritableFolder(folder, error).message, { cause: error });
}
