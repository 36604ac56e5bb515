import { stat } from 'node:fs/promises';
import type { Uri } from 'vscode';
import { workspace } from 'vscode';
import { replaceWhole, writeNew } from '../../files/writeWhole';

/** Only the user who asked for it reads a file with people in it. */
export const OWN_ALONE = 0o600;

/** Files of this machine are written whole or not at all; other file systems take all bytes at once. */
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

/** Whether two addresses are one file: by another spelling or a link, too. */
export async function isSameFile(one: Uri, other: Uri): Promise<boolean> {
  if (one.toString() === other.toString()) return true;
  if (one.scheme !== 'file' || other.scheme !== 'file') return false;
  const [own, its] = await Promise.all([fileIdOf(one.fsPath), fileIdOf(other.fsPath)]);
  return own !== undefined && own === its;
}

/** What the system calls a file; `undefined` where there is none. */
async function fileIdOf(path: string): Promise<string | undefined> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
}
