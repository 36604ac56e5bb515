import { appendFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExtractFileError } from '../../../../src/extract/extractFileError';
import { fileBytes, stdinBytes } from '../../../../src/extract/index/fileBytes';
import { readExtract } from '../../../../src/extract/readExtract';
import { collect, marks } from '../readText';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'));
  await mkdir(at('folder'));
  await writeFile(at('file.csv'), 'id\n1\n');
  await symlink(at('nowhere.csv'), at('dangling.csv'));
});
afterAll(() => rm(folder, { recursive: true }));

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString();
}

describe('fileBytes', () => {
  it('gives the bytes of a file, in blocks', async () => {
    const text = 'Žofie;'.repeat(100_000);
    await writeFile(at('large.csv'), text);
    expect(await textOf(fileBytes(at('large.csv')))).toBe(text);
  });

  it('gives blocks that stay as they are', async () => {
    await writeFile(at('blocks.csv'), `${'a'.repeat(262_144)}${'b'.repeat(262_144)}`);
    const blocks = fileBytes(at('blocks.csv'));
    const first = await blocks.next();
    await blocks.next();
    expect(Buffer.from(first.value ?? []).toString()).toBe('a'.repeat(262_144));
    await blocks.return();
  });

  it.each([
    ['a file that does not exist', 'missing.csv', 'no such file'],
    ['a folder', 'folder', 'is a folder'],
    ['a link that points nowhere', 'dangling.csv', 'no such file'],
    ['a path through a file', 'file.csv/other.csv', 'not a folder'],
  ])('refuses %s', async (_name, name, message) => {
    const reading = textOf(fileBytes(at(name)));
    await expect(reading).rejects.toThrow(ExtractFileError);
    await expect(reading).rejects.toMatchObject({
      code: 'file.unreadable',
      message: expect.stringContaining(message) as string,
    });
  });

  it.skipIf(process.platform === 'win32')('refuses a device', async () => {
    await expect(textOf(fileBytes('/dev/zero'))).rejects.toMatchObject({ code: 'file.unreadable' });
  });

  it('refuses a file that changes while it is read', async () => {
    await writeFile(at('growing.csv'), 'id;name\n1;Ana\n');
    const blocks = fileBytes(at('growing.csv'));
    await blocks.next();
    await appendFile(at('growing.csv'), '2;Ben\n');
    await expect(textOf(blocks)).rejects.toMatchObject({ code: 'file.changed' });
  });

  it('becomes a problem of the extract', async () => {
    const { problems } = await collect(readExtract(fileBytes(at('missing.csv'))));
    expect(marks(problems)).toEqual(['file.unreadable']);
    expect(problems[0]).toMatchObject({ severity: 'fatal' });
  });
});

describe('stdinBytes', () => {
  it('gives the bytes of a stream', async () => {
    expect(await textOf(stdinBytes(Readable.from([Buffer.from('id;na'), 'me\n1;Žofie\n'])))).toBe('id;name\n1;Žofie\n');
  });

  it('says that a stream broke off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('id;name\n');
      throw Object.assign(new Error('read EIO'), { code: 'EIO' });
    }
    const reading = textOf(stdinBytes(broken()));
    await expect(reading).rejects.toMatchObject({
      code: 'file.unreadable',
      message: expect.stringContaining('Standard input cannot be read: the system cannot read its contents') as string,
    });
  });

  it('closes the stream when the reading is given up', async () => {
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('PK\u0003\u0004'.repeat(20_000));
      } finally {
        isClosed = true;
      }
    }
    await collect(readExtract(stdinBytes(endless())));
    expect(isClosed).toBe(true);
  });
});
