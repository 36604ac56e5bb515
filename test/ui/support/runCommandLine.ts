import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

/** What a call of the command line came to. */
export interface CalledOnce {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Calls the command line once, as it is bundled.
 * @param env besides the variables of this process
 */
export function runCommandLine(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<CalledOnce> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [cli, ...words], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, err });
    });
  });
}
