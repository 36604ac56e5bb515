import type { RunElement } from '../../core/run/runTree';

/** The row of the results tree that a command was called on. */
export function rowOf(args: readonly unknown[]): RunElement | undefined {
  const [row] = args;
  return typeof row === 'object' && row !== null && 'kind' in row && 'id' in row ? (row as RunElement) : undefined;
}
