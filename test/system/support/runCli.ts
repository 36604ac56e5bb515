import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The command line as it is bundled. */
export const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** What a call has left behind. `code` is null when a signal ended it. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunningCli {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly ended: Promise<Ended>;
  /** The first line on standard error, or on standard output, that matches. Rejects when the call ends without one. */
  readonly line: (stream: 'out' | 'err', pattern: RegExp) => Promise<string>;
}

/** A folder for one file of tests, in which every call runs and in which it keeps its state. */
export class Workplace {
  readonly path = mkdtempSync(join(tmpdir(), 'entra-inbound-cli-'));
  readonly state = join(this.path, 'state');
  readonly #env: Readonly<Record<string, string>>;
  readonly #running = new Set<RunningCli>();

  /** @param env variables of every call, besides those of this process */
  constructor(env: Readonly<Record<string, string>> = {}) {
    this.#env = env;
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.path, name), content);
    return name;
  }

  /** @param env variables of this call alone */
  start(words: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCli {
    const child = spawn(process.execPath, [cli, ...words], {
      cwd: this.path,
      env: { ...process.env, ...this.#env, ...env, ENTRA_INBOUND_HOME: this.state },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const running = follow(child);
    this.#running.add(running);
    void running.ended.then(() => this.#running.delete(running));
    return running;
  }

  /** Runs one call to its end. Without `input` its standard input is empty. */
  async run(
    words: readonly string[],
    input: string | Uint8Array = '',
    env: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const running = this.start(words, env);
    // A call that does not read its input may be over before it is written
    running.process.stdin.on('error', () => undefined);
    running.process.stdin.end(input);
    return running.ended;
  }

  /** Ends what still runs, and takes the folder away. */
  async remove(): Promise<void> {
    const running = [...this.#running];
    for (const { process } of running) process.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
    rmSync(this.path, { recursive: true, force: true });
  }
}

function follow(child: RunningCli['process']): RunningCli {
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
  const streams = {
    out: createInterface({ input: child.stdout }),
    err: createInterface({ input: child.stderr }),
  };
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...texts }));
  return {
    process: child,
    ended,
    line: (stream, pattern) =>
      new Promise((resolve, reject) => {
        streams[stream].on('line', (line) => {
          if (pattern.test(line)) resolve(line);
        });
        void ended.then(({ out, err }) => reject(new Error(`It ended without ${String(pattern)}:\n${out}${err}`)));
      }),
  };
}

/** The values of NDJSON. */
export function jsonLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
