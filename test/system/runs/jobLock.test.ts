import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRunStore } from '../../../src/runs/openRunStore';
import type { RunLife } from './runLives';
import { buildRunLife } from './runLives';

let place: string;
let home: string;
let start: (home: string, ...words: readonly string[]) => RunLife;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'lock-'));
  home = join(place, 'home');
  await mkdir(home, { mode: 0o700 });
  start = await buildRunLife(place);
});
afterEach(() => rm(place, { recursive: true, maxRetries: 5 }));

const RACERS = 8;
const ROUNDS = 3;

/** Has many processes take a lock at once; gives the one that has it. */
async function race(way: string): Promise<RunLife> {
  const lives = Array.from({ length: RACERS }, () => start(home, 'lock', 'job', way));
  await Promise.all(lives.map((life) => life.printed(1)));
  const winners = lives.filter(({ lines }) => lines[0]?.startsWith('has'));
  expect(winners).toHaveLength(1);
  const [winner] = winners;
  if (winner === undefined) throw new Error('nobody has it');
  await Promise.all(lives.filter((life) => life !== winner).map(({ ended }) => ended));
  return winner;
}

describe('the lock of a job', () => {
  // Sockets that are files keep their names when they die: each round begins over a dead one
  it.each(process.platform === 'win32' ? ['system'] : ['system', 'files'])(
    'is for one of many processes, and free at once when that is killed: %s',
    async (way) => {
      for (let round = 0; round < ROUNDS; round++) {
        const winner = await race(way);
        const second = start(home, 'lock', 'job', way);
        await second.ended;
        expect(second.lines[0]).toContain(`${winner.process.pid ?? ''}`);
        winner.process.kill('SIGKILL');
        await winner.ended;
      }
      const last = start(home, 'lock', 'job', way);
      await last.printed(1);
      expect(last.lines[0]).toMatch(/^has/);
      last.process.kill('SIGKILL');
      await last.ended;
      // Those who give up leave no name: only the killed do, until somebody looks who finds them dead for ten seconds
      if (way === 'files') expect((await readdir(home)).length).toBeLessThanOrEqual(ROUNDS + 1);
    },
    120_000,
  );

  it('says who has it, and is one for each job and each folder', async () => {
    const store = openRunStore(home, { program: 'VS Code' });
    const lock = await store.lock('one');
    const others = openRunStore(home, { program: 'command line' });
    expect(await others.lock('one')).toEqual({
      holder: { pid: process.pid, program: 'VS Code', since: expect.stringMatching(/^20/) as string },
    });
    for (const free of [await others.lock('two'), await openRunStore(place, { program: 'x' }).lock('one')]) {
      expect(free).toHaveProperty('release');
      if ('release' in free) await free.release();
    }
    if ('release' in lock) await lock.release();
    const again = await others.lock('one');
    expect(again).toHaveProperty('release');
    if ('release' in again) await again.release();
  });

  it('does not depend on how long the path of the folder is', async () => {
    const deep = join(place, 'x'.repeat(100), 'y'.repeat(100));
    await mkdir(deep, { recursive: true, mode: 0o700 });
    for (const way of process.platform === 'win32' ? ['system'] : ['system', 'files']) {
      const first = start(deep, 'lock', 'job', way);
      await first.printed(1);
      expect(first.lines[0]).toMatch(/^has/);
      const second = start(deep, 'lock', 'job', way);
      await second.ended;
      expect(second.lines[0]).toMatch(/^not/);
      first.process.kill('SIGKILL');
      await first.ended;
    }
  });
});
