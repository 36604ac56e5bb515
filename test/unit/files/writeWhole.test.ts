import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileError } from '../../../src/files/fileError';
import { makeFolder } from '../../../src/files/makeFolder';
import { replaceWhole, writeNew } from '../../../src/files/writeWhole';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function* blocks(...texts: readonly string[]) {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

describe('writeNew', () => {
  it('writes a file and leaves nothing else', async () => {
    await writeNew(at('new'), 'text');
    expect(await readFile(at('new'), 'utf8')).toBe('text');
    expect(await readdir(folder)).toEqual(['new']);
    expect((await stat(at('new'))).nlink).toBe(1);
  });

  it('writes bytes as they come, for its owner alone where that is wanted', async () => {
    await writeNew(at('new'), blocks('one ', 'two'), { mode: 0o600 });
    expect(await readFile(at('new'), 'utf8')).toBe('one two');
    if (process.platform !== 'win32') expect((await stat(at('new'))).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing where its bytes break off, and passes on why', async () => {
    const why = Object.assign(new Error('lost'), { code: 'ours' });
    async function* broken() {
      yield* blocks('one');
      throw why;
    }
    await expect(writeNew(at('new'), broken())).rejects.toBe(why);
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes a name of any length that the system takes', async () => {
    await writeNew(at('n'.repeat(255)), 'text');
    expect(await readdir(folder)).toEqual(['n'.repeat(255)]);
  });

  it.each<readonly [string, () => Promise<unknown>, RegExp]>([
    ['a file', () => writeFile(at('out'), 'mine'), /it exists already/],
    ['a folder', () => mkdir(at('out')), /it exists already/],
    ['a link that points nowhere', () => symlink('elsewhere', at('out')), /it exists already/],
    ['a link to itself', () => symlink('out', at('out')), /it exists already/],
    ['a link to a device', () => symlink('/dev/full', at('out')), /it exists already/],
  ])('never writes to %s', async (_kind, make, message) => {
    await make();
    const before = await readdir(folder);
    await expect(writeNew(at('out'), 'text')).rejects.toThrow(message);
    expect(await readdir(folder)).toEqual(before);
  });

  it.each([
    ['', /it names no file/],
    ['folder/', /it names no file/],
    ['missing/out', /missing\/out cannot be written: its folder does not exist/],
    ['file/out', /a part of the path is not a folder/],
    ['n'.repeat(300), /its name is longer/],
    ['a\0b', /null character/],
  ])('says why it cannot write to %j', async (name, message) => {
    await writeFile(at('file'), '');
    const writing = writeNew(name === '' ? '' : at(name) + (name.endsWith('/') ? '/' : ''), 'text');
    await expect(writing).rejects.toBeInstanceOf(FileError);
    await expect(writing).rejects.toThrow(message);
    expect(await readdir(folder)).toEqual(['file']);
  });
});

describe.skipIf(process.platform === 'win32')('replaceWhole', () => {
  it('gives the file another mode where one is wanted', async () => {
    await writeFile(at('old'), 'old', { mode: 0o644 });
    await replaceWhole(at('old'), blocks('new'), { mode: 0o600 });
    expect(await readFile(at('old'), 'utf8')).toBe('new');
    expect((await stat(at('old'))).mode & 0o777).toBe(0o600);
  });

  it('keeps the mode, and a link a link', async () => {
    await writeFile(at('old'), 'old');
    await chmod(at('old'), 0o640);
    await symlink('old', at('link'));
    await replaceWhole(at('link'), 'new');
    expect(await readFile(at('old'), 'utf8')).toBe('new');
    expect((await stat(at('old'))).mode & 0o777).toBe(0o640);
    expect((await lstat(at('link'))).isSymbolicLink()).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['link', 'old']);
  });

  it('makes no file out of a link that points nowhere', async () => {
    await symlink('elsewhere', at('link'));
    await expect(replaceWhole(at('link'), 'new')).rejects.toThrow('cannot be written');
    expect(await readdir(folder)).toEqual(['link']);
  });

  it.skipIf(process.getuid?.() === 0)('leaves a file alone that may not be written', async () => {
    await writeFile(at('old'), 'old', { mode: 0o444 });
    await expect(replaceWhole(at('old'), 'new')).rejects.toThrow('permission is denied');
    expect(await readFile(at('old'), 'utf8')).toBe('old');
  });
});

describe('makeFolder', () => {
  it('makes what is missing, and takes what is there', async () => {
    await makeFolder(at('a/b/c'));
    await makeFolder(at('a/b/c'));
    await symlink('a', at('link'));
    await makeFolder(at('link'));
    expect((await stat(at('a/b/c'))).isDirectory()).toBe(true);
  });

  it.each([
    ['file', 'EEXIST'],
    ['file/x', 'ENOTDIR'],
    ['loop', 'ELOOP'],
  ])('refuses %s', async (name, code) => {
    await writeFile(at('file'), '');
    await symlink('loop', at('loop'));
    await expect(makeFolder(at(name))).rejects.toMatchObject({ code });
  });

  it.skipIf(process.platform !== 'linux')(
    'comes to an end where the system refuses new folders as "not found"',
    async () => {
      await expect(makeFolder('/proc/nope')).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(makeFolder('/proc/nope/deeper')).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});
