import type { FileLayer } from './fileLayer';

/**
 * Writes a new file and flushes its content to disk. Its name is only flushed with the folder. Rejects with system
 * errors.
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
