import { RejectedError } from '../../tenant/errors';

/** What a read gives; `undefined` where it is not permitted, which is noted with the permission that it takes. Throws all else. */
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

/** The synchronization API answers a missing permission with a 401 of its own, too. */
function isDenied(error: unknown): error is RejectedError {
  if (!(error instanceof RejectedError)) return false;
  return error.status === 403 || (error.status === 401 && error.code === 'UnknownError');
}
