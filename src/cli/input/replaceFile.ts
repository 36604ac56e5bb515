import { randomBytes } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { UsageError } from '../command';

/**
 * Puts a text in the place of a file's, at once: whoever reads it meanwhile sees the one or the other. A link stays a link, and
 * the file keeps its mode. Throws {@link UsageError} when it cannot be written.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  let unfinished: string | undefined;
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    unfinished = `${target}.${randomBytes(4).toString('hex')}.unfinished`;
    await writeFile(unfinished, text, { encoding: 'utf8', flag: 'wx', mode });
    await rename(unfinished, target);
  } catch (error) {
    if (unfinished !== undefined) await rm(unfinished, { force: true });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(`${path} cannot be written: ${error.message}.`, { cause: error });
  }
}
