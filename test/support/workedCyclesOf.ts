import type { LoggedEntry } from '../../src/core/logs/list/loggedEntry';
import type { TiedRun } from '../../src/core/logs/list/tieEntries';
import { WorkedCycles } from '../../src/core/logs/workedCycles';

/** What entries say of the cycles in which the requests of runs were worked through. */
export function workedCyclesOf(entries: Iterable<LoggedEntry>, runs: readonly TiedRun[]): WorkedCycles {
  const worked = new WorkedCycles();
  for (const entry of entries)
    worked.note(
      runs.map(({ run }) => run),
      entry,
    );
  return worked;
}
