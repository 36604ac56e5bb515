import { RejectedError } from '../../tenant/errors';

/**
 * The result of a read; `undefined` if it is not permitted, which is noted with the required permission. Throws any
 * other error.
 */
export async function ifPermitted<Result>(
  read: Promise<Result>,
  notes: string[],
  without: string,
): Promise<Result | undefined> {
  try {
    return await read;
  } catch (error) {
    if (!isDenied(error)) throw error;
    notes.push([error.message, error.remedy, without].filter((text) => text !== '').join(' '));
    return undefined;
  }
}

/** The synchronization API also answers a missing permission with its own 401. */
function isDenied(error: unknown): error is RejectedError {
  if (!(error instanceof RejectedError)) return false;
  return error.status === 403 || (error.status === 401 && error.code === 'UnknownError');
}
