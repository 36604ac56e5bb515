import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOwnFile, readOwnFile, removeOwnFile, writeOwnFile } from '../../../src/files/ownFile';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-file-'));
  path = join(folder, 'a.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What may be in the place of a file of ours. */
const OTHERS: Readonly<Record<string, () => void>> = {
  nothing: () => undefined,
  'a folder': () => mkdirSync(path),
  'a link to a file': () => {
    writeFileSync(join(folder, 'target'), 'text');
    symlinkSync(join(folder, 'target'), path);
  },
  'a link to nowhere': () => symlinkSync(join(folder, 'none'), path),
  'a link to itself': () => symlinkSync(path, path),
  'a pipe': () => execFileSync('mkfifo', [path]),
  'a device': () => symlinkSync('/dev/zero', path),
  'a file that is too large': () => writeFileSync(path, 'x'.repeat(70_000)),
};

describe.skipIf(process.platform === 'win32')('a file of ours', () => {
  it('is written for this user alone, read, and removed by its text', async () => {
    await writeOwnFile(path, 'text');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await readOwnFile(path)).toBe('text');
    expect(await removeOwnFile(path, 'another')).toBe(false);
    expect(readdirSync(folder)).toEqual(['a.json']);
    expect(await removeOwnFile(path, 'text')).toBe(true);
    expect(await removeOwnFile(path, 'text')).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is created by one of several that create it at the same time', async () => {
    const texts = ['a', 'b', 'c', 'd'];
    const created = await Promise.all(texts.map((text) => createOwnFile(path, text)));
    expect(created.filter(Boolean)).toHaveLength(1);
    expect(await readOwnFile(path)).toBe(texts[created.indexOf(true)]);
    expect([readdirSync(folder), statSync(path).mode & 0o777]).toEqual([['a.json'], 0o600]);
  });

  it.each(Object.entries(OTHERS).filter(([what]) => what !== 'nothing'))(
    'is not created in the place of %s',
    async (_, make) => {
      make();
      const before = readdirSync(folder);
      expect(await createOwnFile(path, 'text')).toBe(false);
      expect(readdirSync(folder)).toEqual(before);
    },
  );

  it.each(Object.entries(OTHERS))('is not %s: neither read nor removed', async (_, make) => {
    make();
    const before = readdirSync(folder);
    expect(await readOwnFile(path)).toBeUndefined();
    expect(await removeOwnFile(path, 'text')).toBe(false);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('takes the place of a link, and leaves what the link names', async () => {
    const target = join(folder, 'target');
    writeFileSync(target, 'theirs');
    symlinkSync(target, path);
    await writeOwnFile(path, 'ours');
    expect([readFileSync(target, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['theirs', 'ours']);
    expect(readdirSync(folder)).toEqual(['a.json', 'target']);
  });

  it('leaves nothing half written where it cannot be', async () => {
    mkdirSync(path);
    await expect(writeOwnFile(path, 'text')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});
