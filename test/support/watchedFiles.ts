import type { AppendedFile, FileLayer, WrittenFile } from '../../src/files/fileLayer';
import { systemFiles } from '../../src/files/fileLayer';

/** A call of the file layer that is about to be made. */
export interface FileStep {
  /** Counted from 1. */
  readonly number: number;
  readonly name: string;
  /** Of a write: does half of it. */
  readonly half?: () => Promise<void>;
}

/** The machine's file system. Each call is announced to `before` first; when that throws, the call fails with its error. */
export function watchedFiles(before: (step: FileStep) => void | Promise<void>): FileLayer {
  let number = 0;
  const step =
    <Input extends readonly string[], Output>(name: string, run: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      await before({ number: ++number, name });
      return run(...input);
    };
  const watched = (file: WrittenFile): WrittenFile => ({
    async write(content) {
      await before({ number: ++number, name: 'write', half: () => file.write(content.slice(0, content.length / 2)) });
      await file.write(content);
    },
    sync: step('sync', () => file.sync()),
    async close() {
      try {
        await before({ number: ++number, name: 'close' });
      } finally {
        // As the system does: what fails is to bring something down to the disk, and the file is closed all the same
        await file.close();
      }
    },
  });
  const appended = (file: AppendedFile): AppendedFile => ({
    ...watched(file),
    size: step('size', () => file.size()),
    async truncate(size) {
      await before({ number: ++number, name: 'truncate' });
      await file.truncate(size);
    },
  });
  return {
    makeFolder: step('makeFolder', (path) => systemFiles.makeFolder(path)),
    makeNewFolder: step('makeNewFolder', (path) => systemFiles.makeNewFolder(path)),
    realPath: step('realPath', (path) => systemFiles.realPath(path)),
    list: step('list', (path) => systemFiles.list(path)),
    read: step('read', (path) => systemFiles.read(path)),
    create: step('create', async (path) => watched(await systemFiles.create(path))),
    append: step('append', async (path) => appended(await systemFiles.append(path))),
    adopt: step('adopt', (path) => systemFiles.adopt(path)),
    rename: step('rename', (from, to) => systemFiles.rename(from, to)),
    syncFolder: step('syncFolder', (path) => systemFiles.syncFolder(path)),
    remove: step('remove', (path) => systemFiles.remove(path)),
    removeFolder: step('removeFolder', (path) => systemFiles.removeFolder(path)),
  };
}
