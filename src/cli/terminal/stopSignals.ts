import { endProcess } from './endProcess';
import { ExitCode } from './exitCode';

/** How a command is stopped from outside, in two steps. */
export interface Stop {
  /** Aborted by the first signal: start nothing new, and wait for work in progress. */
  readonly signal: AbortSignal;
  /** Aborted by the second signal: abandon work in progress, and only print the results. */
  readonly atOnce: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;
/**
 * Milliseconds for work in progress after signals that are sent only once, because the sender kills the process soon
 * afterwards.
 */
const GRACE = 3000;

/**
 * Listens for Ctrl-C, termination and a closed terminal. Only the first signal permits a slow end; a third one ends the
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
