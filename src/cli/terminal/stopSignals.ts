import { endProcess } from './endProcess';
import { ExitCode } from './exitCode';

/** How a call is stopped from outside, in two steps. */
export interface Stop {
  /** Raised by the first signal: nothing new is begun, and what is under way is waited for. */
  readonly signal: AbortSignal;
  /** Raised by the second: what is under way is given up, and only the account is printed. */
  readonly atOnce: AbortSignal;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;
/** Milliseconds for what is under way when nobody can ask again: those who send these signals kill soon afterwards. */
const GRACE = 3000;

/**
 * Listens to Ctrl-C, to termination and to a terminal that is closed. Only the first of these may take its time; a third signal
 * ends the process without a word, so that nothing can hold it.
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
