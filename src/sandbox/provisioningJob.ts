import type { JsonObject } from '../core/json/jsonValue';
import { defaultMapping } from '../core/provisioning/defaultMapping';
import type { DirectoryUser } from '../core/provisioning/directory';
import { createDirectory } from '../core/provisioning/directory';
import type { JobSettings, JobState } from '../core/provisioning/provisionRecord';
import { runCycle } from '../core/provisioning/runCycle';
import type { SandboxClock, Timer } from './clock';
import type { Foretold } from './foretell';
import { foretell } from './foretell';
import type { RandomBytes } from './identifiers';
import { randomGuid } from './identifiers';
import type { ProvisioningLog } from './provisioningLog';

export interface JobOptions {
  readonly clock: SandboxClock;
  readonly random: RandomBytes;
  readonly defaultDomain: string;
  readonly verifiedDomains: readonly string[];
  /** Milliseconds between the first staging and the cycle. */
  readonly cycleDelay: number;
  /** Accounts that are there from the start; no job has provisioned them. */
  readonly users: Iterable<DirectoryUser>;
}

/** The provisioning job: what is staged waits for the next cycle, whose changes go to the directory and the log. */
export interface ProvisioningJob {
  readonly state: JobState;
  /** How many operations wait for the next cycle. */
  readonly staged: number;
  stage(resources: readonly JsonObject[]): void;
  /** What would become of these people if they were staged alone. */
  foretell(people: readonly JsonObject[]): Foretold;
  /** Calls the next cycle off and forgets everybody. */
  clear(): void;
}

export function createProvisioningJob(options: JobOptions, log: ProvisioningLog): ProvisioningJob {
  const { clock, random, defaultDomain, verifiedDomains } = options;
  const settings: JobSettings = { mapping: defaultMapping, defaultDomain, verifiedDomains };
  let state: JobState = { directory: createDirectory(options.users), links: new Map(), unresolved: new Map() };
  let staged: JsonObject[] = [];
  let next: Timer | undefined;

  const cycle = (): void => {
    const resources = staged;
    staged = [];
    next = undefined;
    log.append(runCycle(resources, state, settings, () => randomGuid(random)));
  };
  return {
    get state() {
      return state;
    },
    get staged() {
      return staged.length;
    },
    stage(resources) {
      staged.push(...resources);
      next ??= clock.after(options.cycleDelay, cycle);
    },
    foretell: (people) => foretell(people, state, settings),
    clear() {
      next?.dispose();
      next = undefined;
      staged = [];
      state = { directory: createDirectory(), links: new Map(), unresolved: new Map() };
    },
  };
}
