import { writeFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two samples; every figure holds one. */
const RESOLUTION = 1;

/**
 * Measures how long the extension host blocks others while something runs. Only where ENTRA_INBOUND_LOOP_DELAY names the file for the
 * figures, in milliseconds: for tests and for diagnosing a stall.
 * @returns what ends the measurement
 */
export function measureLoopDelay(): () => Promise<void> {
  const file = process.env.ENTRA_INBOUND_LOOP_DELAY;
  if (file === undefined) return () => Promise.resolve();
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
  const begun = performance.now();
  histogram.enable();
  return async () => {
    histogram.disable();
    const inMilliseconds = (nanoseconds: number) => Number((nanoseconds / 1e6).toFixed(2));
    const [p50, p99, max] = [histogram.percentile(50), histogram.percentile(99), histogram.max].map(inMilliseconds);
    const duration = Math.round(performance.now() - begun);
    await writeFile(file, JSON.stringify({ p50, p99, max, samples: histogram.count, duration }));
  };
}
