import type { JsonObject } from '../core/json/jsonValue';
import { compileDefaultJob } from '../core/provisioning/defaultJob';
import type { DirectoryUser } from '../core/provisioning/directory';
import { createDirectory } from '../core/provisioning/directory';
import type { JobState } from '../core/provisioning/jobState';
import { createJobState } from '../core/provisioning/jobState';
import { runCycle } from '../core/provisioning/runCycle';
import type { SandboxClock, Timer } from './clock';
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
  /** Calls the next cycle off and forgets everybody. */
  clear(): void;
}

export function createProvisioningJob(options: JobOptions, log: ProvisioningLog): ProvisioningJob {
  const { clock, random, defaultDomain, verifiedDomains } = options;
  const job = compileDefaultJob('API2AAD');
  let state: JobState = createJobState(createDirectory(options.users));
  let staged: JsonObject[] = [];
  let next: Timer | undefined;

  const cycle = (): void => {
    const resources = staged;
    staged = [];
    next = undefined;
    const context = { now: clock.now(), newId: () => randomGuid(random), defaultDomain, verifiedDomains };
    log.append(runCycle({ resources, job, state, context }).changes);
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
    clear() {
      next?.dispose();
      next = undefined;
      staged = [];
      state = createJobState();
    },
  };
}
