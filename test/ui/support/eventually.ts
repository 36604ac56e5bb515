import { expect } from 'vitest';

/**
 * An expectation on something that VS Code will show in a moment: `probe` is asked until the matcher holds.
 *
 *     await eventually(() => workbench.tree('Runs').rows()).toHaveLength(3);
 */
export function eventually<Value>(
  probe: () => Value | Promise<Value>,
  timeout = 15_000,
): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(probe, { timeout, interval: 100 });
}
