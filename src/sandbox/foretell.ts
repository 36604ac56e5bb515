import type { JsonObject } from '../core/json/jsonValue';
import type { Change } from '../core/provisioning/change';
import type { JobSettings, JobState } from '../core/provisioning/provisionRecord';
import { runCycle } from '../core/provisioning/runCycle';

/** What would become of people, and how many accounts there were when it was tried. */
export interface Foretold {
  readonly changes: readonly Change[];
  readonly accounts: number;
}

/** Tries people on a copy of the job's state: nothing is staged and nothing changes. */
export function foretell(people: readonly JsonObject[], state: JobState, settings: JobSettings): Foretold {
  const copy = {
    directory: state.directory.copy(),
    links: new Map(state.links),
    unresolved: new Map(state.unresolved),
  };
  let made = 0;
  const changes = runCycle(people, copy, settings, () => `new account ${++made}`);
  return { changes, accounts: state.directory.size };
}
