import type { LockHolder } from './runStore';

/**
 * Describes the holder of a lock, for the beginning of a sentence: `The command line (process 4711, since 2026-11-28
 * 20:48 UTC)`.
 */
export function describeHolder(holder: LockHolder | undefined): string {
  if (holder === undefined) return 'Another process';
  const { program, pid, since } = holder;
  // The editor's name takes no article
  const who = program === 'command line' ? 'The command line' : program;
  return `${who} (process ${pid}, since ${since.slice(0, 16).replace('T', ' ')} UTC)`;
}
