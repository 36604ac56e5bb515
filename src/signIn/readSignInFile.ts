import { FileError } from '../files/fileError';
import type { SecretFile } from '../files/secretFile';
import { readSecretFile } from '../files/secretFile';
import { NotSentError } from '../tenant/errors';

/** Reads a file for signing in. Rejects with a `NotSentError` that says which file cannot be read, and why. */
export async function readSignInFile(path: string, purpose: string): Promise<SecretFile> {
  try {
    return await readSecretFile(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new NotSentError(`The ${purpose} cannot be read.`, {
      remedy: `Nothing was sent. ${error.message}`,
      cause: error,
    });
  }
}
