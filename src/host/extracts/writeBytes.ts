import { stat } from 'node:fs/promises';
import type { Uri } from 'vscode';
import { workspace } from 'vscode';
import { replaceWhole, writeNew } from '../../files/writeWhole';

/** A file with people in it is readable only by the user who asked for it. */
export const OWN_ALONE = 0o600;

/** Local files are written whole or not at all; other file systems take all bytes at once. */
export async function writeBytes(
  target: Uri,
  bytes: AsyncIterable<Uint8Array>,
  how: { readonly mode?: number },
): Promise<void> {
  if (target.scheme === 'file') {
    const exists = (await fileIdOf(target.fsPath)) !== undefined;
    await (exists ? replaceWhole : writeNew)(target.fsPath, bytes, how);
    return;
  }
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  await workspace.fs.writeFile(target, Buffer.concat(parts));
}

/** Whether two addresses are the same file, in another spelling or over a link. */
export async function isSameFile(one: Uri, other: Uri): Promise<boolean> {
  if (one.toString() === other.toString()) return true;
  if (one.scheme !== 'file' || other.scheme !== 'file') return false;
  const [own, its] = await Promise.all([fileIdOf(one.fsPath), fileIdOf(other.fsPath)]);
  return own !== undefined && own === its;
}

/** The system's name of a file; `undefined` if it does not exist. */
async function fileIdOf(path: string): Promise<string | undefined> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
}
