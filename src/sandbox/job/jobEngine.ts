import type { JsonObject } from '../../core/json/jsonValue';
import type { Change } from '../../core/provisioning/change';
import { defaultMapping } from '../../core/provisioning/defaultMapping';
import type { Directory } from '../../core/provisioning/directory';
import type { JobSettings, JobState } from '../../core/provisioning/provisionRecord';
import { decideRecord } from '../../core/provisioning/provisionRecord';
import { runCycle } from '../../core/provisioning/runCycle';
import type { Flow } from '../identity';

/** What a tenant is like when a cycle runs over it. */
export interface EngineContext {
  readonly now: number;
  readonly newId: () => string;
  readonly defaultDomain: string;
  readonly verifiedDomains: readonly string[];
  /** Disables and deletes of this cycle beyond which they are held back; absent: none are. */
  readonly deletesThreshold?: number;
}

export interface EngineCycle {
  readonly changes: readonly Change[];
  /** The records that failed. */
  readonly failed: readonly JsonObject[];
  /** The records whose disable or delete was held back; none of them was carried out. */
  readonly held: readonly JsonObject[];
  /** How many persons wait for their managers. */
  readonly waiting: number;
}

/** One job's provisioning: its schema, the accounts it works on, and whom it has met. */
export interface JobEngine {
  readonly directory: Directory;
  /** How many persons the job has met. */
  readonly linked: number;
  cycle(resources: readonly JsonObject[], context: EngineContext): EngineCycle;
  /** The sign-in names of the accounts that a cycle over these records would make. */
  newNames(resources: readonly JsonObject[], context: EngineContext): readonly string[];
  /** Forgets whom the job has met; accounts stay. */
  unlink(): void;
}

export function createJobEngine(_flow: Flow, directory: Directory): JobEngine {
  let state: JobState = { directory, links: new Map(), unresolved: new Map() };
  const settings = ({ defaultDomain, verifiedDomains }: EngineContext): JobSettings => ({
    mapping: defaultMapping,
    defaultDomain,
    verifiedDomains,
  });
  return {
    directory,
    get linked() {
      return state.links.size;
    },
    cycle(resources, context) {
      const changes = runCycle(resources, state, settings(context), context.newId);
      const failed = resources.filter((_, index) => changes[index]?.status === 'failure');
      return { changes, failed, held: [], waiting: state.unresolved.size };
    },
    newNames: (resources, context) =>
      resources
        .map((resource) => decideRecord(resource, state, settings(context)).change)
        .flatMap(({ action, userPrincipalName }) => (action === 'create' ? [userPrincipalName] : [])),
    unlink() {
      state = { directory, links: new Map(), unresolved: new Map() };
    },
  };
}
