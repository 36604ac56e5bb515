import { stat } from 'node:fs/promises';
import { readWhole } from './readWhole';

/** The content of a file that only its owner should be able to read. */
export interface SecretFile {
  readonly bytes: Uint8Array;
  /** Whether other users of this machine can also read it. Always `false` on Windows, where it is unknown. */
  readonly isReadableByOthers: boolean;
}

/** Maximum bytes of a secret, a token or a certificate. */
const LIMIT = 1024 * 1024;
/** Read permission bits of group and others. */
const READABLE_BY_OTHERS = 0o044;

/**
 * Reads a file with a secret. Throws `FileError` if it is not a regular file or a pipe, or is too large to be a secret.
 */
export async function readSecretFile(path: string): Promise<SecretFile> {
  const bytes = await readWhole(path, LIMIT);
  if (process.platform === 'win32') return { bytes, isReadableByOthers: false };
  const { mode } = await stat(path);
  return { bytes, isReadableByOthers: (mode & READABLE_BY_OTHERS) !== 0 };
}
