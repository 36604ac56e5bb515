import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';
import type { ExitCode } from './exitCode';

/** Standard input, output and error. */
const STREAMS = [0, 1, 2];
const terminals = STREAMS.filter((fd) => isatty(fd));

/** Whether a terminal of this process was closed. */
export function isTerminalGone(): boolean {
  return terminals.some((fd) => !isatty(fd));
}

/**
 * Ends the process immediately. On exit Node restores the terminal and aborts if it is gone, so the streams are closed
 * first.
 */
export function endProcess(code: ExitCode): never {
  for (const fd of STREAMS) closeQuietly(fd);
  process.exit(code);
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // The stream is closed already
  }
}
