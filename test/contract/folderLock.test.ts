import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashBody } from '../../src/extract/hashBody';
import { ask } from '../../src/files/lock/lockSocket';
import { takeLock } from '../../src/files/lock/processLock';
import { lockFolder } from '../../src/sandbox/storage/folderLock';

let place: string;
beforeEach(async () => (place = await mkdtemp(join(tmpdir(), 'lock-'))));
afterEach(() => rm(place, { recursive: true }));

const WAYS = process.platform === 'win32' ? ([undefined] as const) : ([undefined, 'files'] as const);

describe('a folder that is taken', () => {
  it.each(WAYS)('is free for another one once it is released: %s', async (way) => {
    const lock = await lockFolder(place, way);
    await expect(lockFolder(place, way)).rejects.toThrow(
      new RegExp(
        `is in use by another sandbox \\(process ${process.pid}, started 20\\S+Z\\)\\. Stop that sandbox first`,
      ),
    );
    await lock.release();
    await (await lockFolder(place, way)).release();
    expect(await readdir(place)).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('who is asked for a lock', () => {
  it.each([
    ['nothing', ''],
    ['not JSON', 'x'],
    ['too much', 'x'.repeat(10_000)],
    ['what is not ours', '{"pid":"\\u001b[31m","started":"now"}'],
  ])('has it also if it says %s', async (_, words) => {
    const address = join(place, 'socket');
    const server = createServer((socket) => socket.on('error', () => undefined).end(words));
    await new Promise<void>((listening) => server.listen(address, listening));
    expect(await ask(address)).toEqual({ isHolding: true, words: '' });
    server.close();
  });

  it('is asked again if it hangs up without a word, which one that leaves does', async () => {
    const address = join(place, 'socket');
    const server = createServer((socket) => {
      server.close();
      socket.destroy();
    });
    await new Promise<void>((listening) => server.listen(address, listening));
    expect(await ask(address)).toBeUndefined();
  });

  it('has it not where nobody listens', async () => {
    expect(await ask(join(place, 'socket'))).toBeUndefined();
  });
});

describe.skipIf(process.platform !== 'linux')('a lock whose socket has an abstract name', () => {
  it('has the name that every version of Node gives it: as long as the field, filled up or not', async () => {
    const lock = await takeLock({ name: place, folder: place }, 'this test');
    const key = hashBody(`${process.getuid?.() ?? ''}\n${place}`).slice(0, 32);
    // Zeros are shown as "@"
    const names = (await readFile('/proc/net/unix', 'latin1')).match(new RegExp(`@entra-inbound-${key}@*$`, 'gm'));
    if (!('release' in lock)) throw new Error('it is taken');
    await lock.release();
    expect(names?.map((name) => name.length)).toEqual([108]);
  });
});

describe.skipIf(process.platform === 'win32')('a lock whose sockets are files', () => {
  const lock = () => ({ name: 'job', folder: place, way: 'files' as const });

  it('leaves a name where nobody listens yet, and removes it once it is old', async () => {
    const first = await takeLock(lock(), 'first');
    const [own = ''] = await readdir(place);
    if ('release' in first) await first.release();
    // Bound by one that was killed: its name stays
    const born = own.replace(/\.\w+$/, '.000000000000');
    spawnSync(process.execPath, [
      '-e',
      `require('node:net').createServer().listen(${JSON.stringify(join(place, born))}, () => process.kill(process.pid, 'SIGKILL'))`,
    ]);
    const second = await takeLock(lock(), 'second');
    expect(second).toHaveProperty('release');
    if ('release' in second) await second.release();
    expect(await readdir(place)).toEqual([born]);
    await utimes(join(place, born), 0, 0);
    const third = await takeLock(lock(), 'third');
    if ('release' in third) await third.release();
    expect(await readdir(place)).toEqual([]);
  });
});
