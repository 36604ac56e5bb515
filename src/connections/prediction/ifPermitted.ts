import { isDenied } from '../../tenant/classify';
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
    if (!(error instanceof RejectedError) || !isDenied(error)) throw error;
    notes.push([error.message, error.remedy, without].filter((text) => text !== '').join(' '));
    return undefined;
  }
}
