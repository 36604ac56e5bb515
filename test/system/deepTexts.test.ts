import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../support/deepTexts/readTexts';

/** `ENTRA_INBOUND_SEED` and `ENTRA_INBOUND_TEXT` (its number) bring a text back. */
const { ENTRA_INBOUND_SEED: givenSeed, ENTRA_INBOUND_TEXT: givenText } = process.env;
const SEED = Number(givenSeed ?? 20261128);
const COUNT = 100_000;
/** So many in one process, to be found again where one ends. */
const PART = 25_000;
const HEAP = 512;

const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-texts-'));
const program = join(folder, 'readTexts.cjs');

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../support/deepTexts/readTexts.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function readTexts(first: number, count: number): Promise<Account> {
  const words = [`--max-old-space-size=${HEAP}`, program, String(SEED), String(first), String(count)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, last] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (last = (last + text).slice(-4000)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the process ended with ${String(code)}, seed ${SEED}; it had got to:\n${last}`);
  return JSON.parse(out) as Account;
}

describe('deep and large texts', () => {
  it('are read or refused, without a crash, a hang or much memory', { timeout: 900_000 }, async () => {
    const numbers =
      givenText === undefined ? Array.from({ length: COUNT / PART }, (_, part) => part * PART) : [Number(givenText)];
    const accounts: Account[] = [];
    for (const first of numbers) accounts.push(await readTexts(first, givenText === undefined ? PART : 1));
    const slowest = accounts
      .map((account) => account.slowest)
      .reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a));
    const memory = Math.max(...accounts.map((account) => account.memory));
    process.stdout.write(
      `${accounts.reduce((sum, { read }) => sum + read, 0)} deep and large texts, seed ${SEED}: slowest ${slowest.milliseconds} ms, ${slowest.text}; ${memory} MiB\n`,
    );
    expect(accounts.flatMap(({ failures }) => failures)).toEqual([]);
    expect(slowest.milliseconds).toBeLessThan(2000);
    expect(memory).toBeLessThan(HEAP);
  });
});
