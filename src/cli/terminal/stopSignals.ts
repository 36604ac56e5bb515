import { endProcess } from './endProcess';
import { ExitCode } from './exitCode';

/** How a command is stopped from outside, in two steps. */
export interface Stop {
  /** Aborted by the first signal: nothing new begins, and work under way is awaited. */
  readonly signal: AbortSignal;
  /** Aborted by the second: work under way is abandoned, and only the results are printed. */
  readonly atOnce: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;
/** Milliseconds for work under way after signals that come only once: their senders kill soon afterwards. */
const GRACE = 3000;

/**
 * Listens for Ctrl-C, termination and a closed terminal. Only the first may take its time; a third signal ends the
 * process silently, so that nothing can block it.
 */
export function stopSignals(): Stop {
  const soon = new AbortController();
  const atOnce = new AbortController();
  let count = 0;
  for (const name of SIGNALS) {
    process.on(name, () => {
      count++;
      if (count > 2) endProcess(ExitCode.partial);
      soon.abort(new Error(`stopped by ${name}`));
      if (count === 2) atOnce.abort();
      if (name !== 'SIGINT') setTimeout(() => atOnce.abort(), GRACE).unref();
    });
  }
  return { signal: soon.signal, atOnce: atOnce.signal };
}
