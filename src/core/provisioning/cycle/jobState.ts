import type { DeferredReference } from './change';
import type { Directory, DirectoryUser } from '../directory/directory';
import { createDirectory } from '../directory/directory';
import { LayeredMap } from '../directory/layeredMap';

/** The directory of a job, and what the job remembers from cycle to cycle. Running a cycle changes it. */
export interface JobState {
  readonly directory: Directory;
  /** The people whom the job has provisioned and who are in scope: from externalId to account id. */
  readonly links: LayeredMap<string>;
  /** By externalId: references to people whom the job has not processed yet. */
  readonly unresolved: LayeredMap<readonly DeferredReference[]>;
  /** The externalIds whose last record was out of scope. */
  readonly outOfScope: LayeredMap<true>;
}

export function createJobState(directory: Directory = createDirectory()): JobState {
  return { directory, links: new LayeredMap(), unresolved: new LayeredMap(), outOfScope: new LayeredMap() };
}

/** The account that the job provisioned for this person, if it still exists. */
export function accountOf({ directory, links }: JobState, externalId: string): DirectoryUser | undefined {
  const id = links.get(externalId);
  return id === undefined ? undefined : directory.user(id);
}

/** A copy of the state for a trial run. The original must not change while the copy is in use. */
export function overlayState({ directory, links, unresolved, outOfScope }: JobState): JobState {
  return {
    directory: directory.overlay(),
    links: new LayeredMap(links),
    unresolved: new LayeredMap(unresolved),
    outOfScope: new LayeredMap(outOfScope),
  };
}
