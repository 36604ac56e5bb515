import { stat } from 'node:fs/promises';
import { readWhole } from './readWhole';

/** A file that only its owner should be able to read. */
export interface SecretFile {
  readonly bytes: Uint8Array;
  /** Whether others on this machine may read it, too. Unknown on Windows, and then `false`. */
  readonly isReadableByOthers: boolean;
}

/** Maximum bytes of a secret, a token or a certificate. */
const LIMIT = 1024 * 1024;
/** Group and others, each reading. */
const READABLE_BY_OTHERS = 0o044;

/** Reads a file with a secret. Throws `FileError` for what is not a regular file or a pipe, or is too large to be one. */
export async function readSecretFile(path: string): Promise<SecretFile> {
  const bytes = await readWhole(path, LIMIT);
  if (process.platform === 'win32') return { bytes, isReadableByOthers: false };
  const { mode } = await stat(path);
  return { bytes, isReadableByOthers: (mode & READABLE_BY_OTHERS) !== 0 };
}
