import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemFiles } from '../../../src/files/fileLayer';
import { liveInFolder, peopleInFolder } from '../../support/keptSandbox';

let place: string;
beforeEach(async () => (place = await mkdtemp(join(tmpdir(), 'sandbox-'))));
afterEach(() => rm(place, { recursive: true }));

/** Everybody who was answered 202 before the process killed itself, and whether it did. */
async function live(script: string, folder: string, killedAt: number) {
  const child = spawn(process.execPath, [script, folder, String(killedAt)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`It ended with ${code ?? signal ?? ''}.`);
  return { accepted: out.split('\n').filter((line) => line !== ''), isKilled: signal === 'SIGKILL' };
}

it('a sandbox that is killed at any step of its saves has everybody who was answered 202', async () => {
  const script = join(place, 'life.mjs');
  const entryPoints = [fileURLToPath(new URL('killedLife.ts', import.meta.url))];
  const mainFields = ['module', 'main'];
  await build({ entryPoints, outfile: script, bundle: true, platform: 'node', format: 'esm', mainFields });
  const before = join(place, 'before');
  await liveInFolder(before, systemFiles, ['before'], () => undefined);
  for (let step = 1; ; step++) {
    const folder = join(place, String(step));
    await cp(before, folder, { recursive: true });
    const { accepted, isKilled } = await live(script, folder, step);
    // Nothing of the dead process keeps its folder from the next one
    const people = await peopleInFolder(folder);
    expect(
      ['before', ...accepted].filter((id) => !people.has(id)),
      `killed at step ${step}`,
    ).toEqual([]);
    if (isKilled) continue;
    expect(accepted).toEqual(['1', '2', '3', '4']);
    expect(step).toBeGreaterThan(30);
    break;
  }
}, 300_000);
