import { systemCode, unreadable, unwritable, unwritableFolder } from '../../files/fileError';

/** A tenant cannot be read from its folder, or saved there. The message names the path and the remedy. */
export class SavedTenantError extends Error {
  override readonly name = 'SavedTenantError';
}

/** Converts an error of the file layer while reading the tenant. */
export function notRead(path: string, error: unknown): SavedTenantError {
  const words =
    systemCode(error) === undefined ? `${path} cannot be read: ${String(error)}` : unreadable(path, error).message;
  return new SavedTenantError(words, { cause: error });
}

/** Converts an error while writing the tenant, from the file layer or from serialising it. */
export function notWritten(path: string, error: unknown): SavedTenantError {
  const words =
    systemCode(error) === undefined ? `${path} cannot be written: ${String(error)}` : unwritable(path, error).message;
  return new SavedTenantError(words, { cause: error });
}

/** Converts an error while creating the tenant's folder. */
export function notWrittenInto(folder: string, error: unknown): SavedTenantError {
  return new SavedTenantError(unwritableFolder(folder, error).message, { cause: error });
}
