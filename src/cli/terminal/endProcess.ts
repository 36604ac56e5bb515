import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { ExitCode } from './exitCode';

/** Standard input, output and error. */
const STREAMS = [0, 1, 2];
const terminals = STREAMS.filter((fd) => isatty(fd));

/** Whether the terminal of this process was closed. */
export function isTerminalGone(): boolean {
  return terminals.some((fd) => !isatty(fd));
}

/**
 * Ends the process at once, with its exit code. On exit Node restores the terminal, and aborts if the terminal is gone;
 * so it must not find one.
 */
export function endProcess(code: ExitCode): never {
  for (const fd of STREAMS) closeQuietly(fd);
  process.exit(code);
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // It was closed before
  }
}
