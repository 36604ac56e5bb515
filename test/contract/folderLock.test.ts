import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/sandbox/storage/folderLock';

let place: string;
beforeEach(async () => (place = await mkdtemp(join(tmpdir(), 'lock-'))));
afterEach(() => rm(place, { recursive: true }));

describe('a folder that is taken', () => {
  it('is free for another one once it is released', async () => {
    const lock = await lockFolder(place);
    await expect(lockFolder(place)).rejects.toThrow(
      new RegExp(`is in use by another sandbox \\(process ${process.pid}, started 20\\S+Z\\)\\. Stop that one first`),
    );
    await lock.release();
    await (await lockFolder(place)).release();
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'x'],
    ['too much', 'x'.repeat(10_000)],
    ['more than a number and a time', '{"pid":"\\u001b[31m","started":"now"}'],
  ])('is taken also by somebody who says %s', async (_, words) => {
    if (process.platform === 'win32') return;
    const address = join(place, 'socket');
    const server = createServer((socket) => socket.on('error', () => undefined).end(words));
    await new Promise<void>((listening) => server.listen(address, listening));
    await expect(lockFolder(place, address)).rejects.toThrow(`${place} is in use by another sandbox. Stop`);
    server.close();
  });
});

// What systems do whose sockets are files
describe.skipIf(process.platform === 'win32')('a folder whose holder was killed', () => {
  it('is free, though its socket is still there', async () => {
    const address = join(place, 'socket');
    const script = `require('node:net').createServer().listen(process.argv[1], () => console.log('.'))`;
    const child = spawn(process.execPath, ['-e', script, address], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(address)).toBe(true);
    const locks = await Promise.allSettled([1, 2, 3, 4].map(() => lockFolder(place, address)));
    const held = locks.filter((lock) => lock.status === 'fulfilled');
    expect(held).toHaveLength(1);
    await held[0]?.value.release();
  });
});
