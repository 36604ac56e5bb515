import type { FileLayer } from './fileLayer';

/**
 * Writes a new file and flushes it to the disk, but not its name, which belongs to the folder. Rejects with the
 * system's errors.
 */
export async function writeDown(files: FileLayer, path: string, content: string | Uint8Array): Promise<void> {
  const file = await files.create(path);
  try {
    await file.write(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
