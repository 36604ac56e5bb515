import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A process that lives with a state folder. */
export interface RunLife {
  readonly process: ChildProcess;
  /** What it has printed. */
  readonly lines: readonly string[];
  /** Waits until it has printed so many lines, or has ended. */
  printed(count: number): Promise<void>;
  /** Gives whether it was killed. */
  readonly ended: Promise<boolean>;
}

/** Builds what such processes run; gives what starts one. */
export async function buildRunLife(folder: string): Promise<(home: string, ...words: readonly string[]) => RunLife> {
  const script = join(folder, 'life.mjs');
  const entryPoints = [fileURLToPath(new URL('runLife.ts', import.meta.url))];
  const mainFields = ['module', 'main'];
  await build({ entryPoints, outfile: script, bundle: true, platform: 'node', format: 'esm', mainFields });
  return (home, what = '', ...words) => live([script, what, home, ...words]);
}

function live(words: readonly string[]): RunLife {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    for (const listener of listeners) listener();
  });
  const ended = once(child, 'close').then(([code, signal]: (number | string | null)[]) => {
    if (code !== 0 && signal !== 'SIGKILL') throw new Error(`It ended with ${code ?? signal ?? ''}.`);
    return signal === 'SIGKILL';
  });
  return {
    process: child,
    lines,
    ended,
    async printed(count) {
      const enough = new Promise<void>((resolve) => {
        const look = (): void => {
          if (lines.length >= count) resolve();
        };
        listeners.add(look);
        look();
      });
      await Promise.race([enough, ended]);
    },
  };
}
