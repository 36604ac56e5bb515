import { systemCode, unreadable, unwritable, unwritableFolder } from '../../files/fileError';

/** A tenant is unavailable from its folder, or cannot be kept in it. The message names the path and says what to do. */
export class SavedTenantError extends Error {
  override readonly name = 'SavedTenantError';
}

/** What the file layer threw while the tenant was read. */
export function notRead(path: string, error: unknown): SavedTenantError {
  const words =
    systemCode(error) === undefined ? `${path} cannot be read: ${String(error)}` : unreadable(path, error).message;
  return new SavedTenantError(words, { cause: error });
}

/** What was thrown while the tenant was written: by the file layer, or because the tenant has no form that can be written. */
export function notWritten(path: string, error: unknown): SavedTenantError {
  const words =
    systemCode(error) === undefined ? `${path} cannot be written: ${String(error)}` : unwritable(path, error).message;
  return new SavedTenantError(words, { cause: error });
}

/** What was thrown while the tenant's folder was made. */
export function notWrittenInto(folder: string, error: unknown): SavedTenantError {
  return new SavedTenantError(unwritableFolder(folder, error).message, { cause: error });
}
