import type { FileLayer } from './fileLayer';

/** Writes a new file down to the disk, not the name of it: that is the folder's. Rejects with the system's errors. */
export async function writeDown(files: FileLayer, path: string, content: string | Uint8Array): Promise<void> {
  const file = await files.create(path);
  try {
    await file.write(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
