import { appendFile, chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileError } from '../../../src/files/fileError';
import { readText } from '../../../src/files/readText';
import { readBeginning, readWhole } from '../../../src/files/readWhole';
import { RegularFile } from '../../../src/files/regularFile';
import { BadPaths } from '../../support/badPaths';

const LIMIT = 1024 * 1024;

let folder: string;
let bad: BadPaths;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  bad = await BadPaths.make(await mkdtemp(join(folder, 'bad-')), ['.txt']);
});
afterAll(async () => {
  await bad.remove();
  await rm(folder, { recursive: true });
});

describe.skipIf(process.platform === 'win32')('readWhole', () => {
  it('reads a file as it is, over a link too', async () => {
    await writeFile(join(folder, 'good'), 'x'.repeat(LIMIT));
    await symlink('good', join(folder, 'link'));
    expect((await readWhole(join(folder, 'link'), LIMIT)).length).toBe(LIMIT);
    await writeFile(join(folder, 'empty'), '');
    expect((await readWhole(join(folder, 'empty'), LIMIT)).length).toBe(0);
  });

  it.skipIf(process.platform !== 'linux')('reads files of the system, which state no size', async () => {
    expect(Buffer.from(await readWhole('/proc/self/status', LIMIT)).toString()).toContain('Name:');
  });

  it('refuses everything else in one sentence that names it and says what to do', async () => {
    for (const { kind, isContent, path } of bad.all) {
      if (isContent) continue;
      const named = path('.txt');
      const error: unknown = await readWhole(named, LIMIT).catch((reason: unknown) => reason);
      expect(error, kind).toBeInstanceOf(FileError);
      const { message } = error as FileError;
      expect(message, kind).toContain(named === '' ? 'An empty path' : named);
      expect(message, kind).toMatch(/(?:cannot be read: .*|while it was read)\. [A-Z][^.]+\.$/);
      expect(message, kind).not.toContain('the system says');
    }
  });

  it('refuses a name with a null character', async () => {
    await expect(readWhole('a\0b', LIMIT)).rejects.toThrow('a path cannot hold a null character');
  });

  it('refuses a file of one byte too many, and says its size', async () => {
    await writeFile(join(folder, 'large'), 'x'.repeat(LIMIT + 1));
    await expect(readWhole(join(folder, 'large'), LIMIT)).rejects.toMatchObject({
      trouble: 'too-large',
      size: LIMIT + 1,
      message: expect.stringContaining('more than the limit of 1 MiB') as string,
    });
  });

  it.skipIf(process.getuid?.() === 0)('refuses a file that may not be read', async () => {
    await writeFile(join(folder, 'secret'), 'x');
    await chmod(join(folder, 'secret'), 0);
    await expect(readWhole(join(folder, 'secret'), LIMIT)).rejects.toThrow('permission is denied');
  });

  it('says that a file was changed while it was read', async () => {
    const path = join(folder, 'changing');
    await writeFile(path, 'a');
    const file = await RegularFile.open(path);
    await appendFile(path, 'b');
    await expect(file.assertUnchanged()).rejects.toMatchObject({ trouble: 'changed' });
    await file.close();
  });

  it('reads the beginning of a file of any size', async () => {
    const large = bad.all.find(({ kind }) => kind === 'file that is too large');
    expect((await readBeginning(large?.path('.txt') ?? '', 100)).length).toBe(100);
  });
});

describe('readText', () => {
  it('keeps a byte order mark only where it is asked for', async () => {
    const path = join(folder, 'marked');
    await writeFile(path, '\uFEFFa');
    expect(await readText(path, 'mapping')).toBe('a');
    expect(await readText(path, 'mapping', true)).toBe('\uFEFFa');
  });

  it('refuses what is not UTF-8', async () => {
    const path = join(folder, 'latin1');
    await writeFile(path, Buffer.from('Žofie é', 'latin1'));
    await expect(readText(path, 'users')).rejects.toThrow(`${path} cannot be read: it is not UTF-8 text. Save it`);
  });
});
