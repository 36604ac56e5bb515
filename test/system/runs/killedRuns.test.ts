import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRunStore } from '../../../src/runs/openRunStore';
import { keptPlan, keptRecords } from '../../support/keptPlan';
import { createSeededRandom } from '../../support/seededRandom';
import type { RunLife } from './runLives';
import { buildRunLife } from './runLives';

let place: string;
let home: string;
let start: (home: string, ...words: readonly string[]) => RunLife;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'lives-'));
  home = join(place, 'home');
  start = await buildRunLife(place);
});
afterEach(() => rm(place, { recursive: true, maxRetries: 5 }));

const KILLS = 200;
const BATCHES = 20;
/** Longer than it takes to send some batches. */
const MAX_LIFE = 8;

describe('a run whose process is killed again and again', () => {
  it('is read as what was done, and goes on', async () => {
    const seed = Number(process.env.ENTRA_INBOUND_SEED ?? 20_261_128);
    const random = createSeededRandom(seed);
    const store = openRunStore(home, { program: 'tests' });
    let hits = 0;
    let unknown = 0;
    let runs = 0;
    while (hits < KILLS) {
      runs++;
      const { id } = await store.reserve();
      await (await store.create(id, keptPlan(BATCHES), keptRecords(BATCHES * 2))).close();
      const ended = new Set<string>();
      for (let isKilled = true; isKilled && hits < KILLS;) {
        const life = start(home, 'send', id);
        await life.printed(1 + Math.floor(random() * 4));
        await new Promise((later) => setTimeout(later, random() * MAX_LIFE));
        life.process.kill('SIGKILL');
        isKilled = await life.ended;
        hits += isKilled ? 1 : 0;
        const found = await store.find(id);
        const what = `seed ${seed}, kill ${hits}`;
        expect(found?.fault, what).toBeUndefined();
        if (found?.plan === undefined) throw new Error(what);
        for (const line of life.lines) {
          const [event, number] = line.split(' ');
          const { state } = found.state.batch(Number(number));
          // What it had begun is never called not sent, and what it had done never anything else
          expect(['accepted', 'unknown'], `${what}: ${line}`).toContain(state);
          if (event === 'end') ended.add(number ?? '');
        }
        for (const number of ended) expect(found.state.batch(Number(number)).state, what).toBe('accepted');
        unknown += found.state.count('unknown');
        expect(found.state.count('sending'), what).toBe(0);
      }
      await store.remove(id);
    }
    console.log(
      `${hits} kills in ${runs} runs of ${BATCHES} requests, ${unknown} of them within a request; seed ${seed}`,
    );
    expect(unknown).toBeGreaterThan(0);
  }, 300_000);

  it('keeps every call in the ledger that several processes note at once', async () => {
    const calls = Array.from({ length: 6 }, () => start(home, 'note', '50'));
    await Promise.all(calls.map(({ ended }) => ended));
    expect(await openRunStore(home, { program: 'tests' }).ledger({ tenantId: 't' }).count()).toBe(300);
  });

  it('has one key, however many processes make it', async () => {
    const lives = Array.from({ length: 8 }, () => start(home, 'key'));
    await Promise.all(lives.map(({ ended }) => ended));
    expect(new Set(lives.flatMap(({ lines }) => lines)).size).toBe(1);
  });
});
