import type { ShownTie } from '../../views/log/logTree';
import type { WindowRun } from '../runs/windowRun';
import type { WindowRuns } from '../runs/windowRuns';

/** A record of a run that an entry of the log belongs to. */
export interface TiedRecord {
  readonly stored: WindowRun;
  readonly record: number;
  readonly line: number;
}

/** The record that an entry belongs to; its run is read from disk if necessary. `undefined` if the entry is from elsewhere. */
export async function tiedRecord(runs: WindowRuns, tie: ShownTie | undefined): Promise<TiedRecord | undefined> {
  if (tie?.kind !== 'run' || tie.record === undefined) return undefined;
  const { run, record } = tie;
  const stored = await runs.open(run);
  const line = stored?.run.plan.records.lines[record - 1];
  return stored === undefined || line === undefined ? undefined : { stored, record, line };
}
