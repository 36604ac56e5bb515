import type { AppendedFile, FileLayer } from '../../../src/files/fileLayer';
import { systemFiles } from '../../../src/files/fileLayer';

/** What a process that was killed gets of its file system: nothing. */
class KilledError extends Error {
  override readonly name = 'KilledError';
  readonly code = 'EIO';
}

/** A file system that ends with its process: at one of the writes to a journal, which may then be there only in part. */
export interface CrashingFiles {
  readonly files: FileLayer;
  readonly isKilled: () => boolean;
}

/**
 * @param writes after so many writes at the ends of files everything fails; `Infinity`: nothing does
 * @param part of the last write that is done, from 0 to 1
 * @param onKill called at that moment
 * @param busy counts what is under way
 */
export function crashingFiles(
  writes: number,
  part: number,
  onKill: () => void,
  busy: { count: number },
): CrashingFiles {
  let left = writes;
  let isKilled = false;
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isKilled) throw new KilledError('The process was killed.');
    busy.count++;
    try {
      return await work();
    } finally {
      busy.count--;
    }
  };
  const append = async (path: string): Promise<AppendedFile> => {
    const file = await systemFiles.append(path);
    return {
      write: (content) =>
        alive(async () => {
          if (left-- > 0) return file.write(content);
          isKilled = true;
          onKill();
          const bytes = Buffer.from(content);
          await file.write(bytes.subarray(0, Math.floor(bytes.length * part)));
          throw new KilledError('The process was killed.');
        }),
      sync: () => alive(() => file.sync()),
      size: () => alive(() => file.size()),
      truncate: (size) => alive(() => file.truncate(size)),
      // What the system does for every process that dies
      close: () => file.close(),
    };
  };
  const files = Object.fromEntries(
    Object.entries(systemFiles).map(([name, work]) => [
      name,
      (...given: never[]) => alive(() => (work as (...args: never[]) => Promise<unknown>)(...given)),
    ]),
  ) as unknown as FileLayer;
  return { files: { ...files, append: (path) => alive(() => append(path)) }, isKilled: () => isKilled };
}
