import type { JobFlavour } from '../core/provisioning/job/compiledJob';
import type { Change } from '../core/provisioning/cycle/change';
import type { Directory, DirectoryUser } from '../core/provisioning/directory/directory';
import { createDirectory } from '../core/provisioning/directory/directory';
import { createJobState } from '../core/provisioning/cycle/jobState';
import type { SandboxClock } from './clock';
import type { Application, SandboxIdentity } from './gate/identity';
import type { CycleContext } from '../core/provisioning/cycle/cycleContext';
import { createJobEngine } from './job/jobEngine';
import type { JobRules } from './job/jobRules';
import { createJobSchemaStore } from './job/jobSchemaStore';
import type { JobOptions } from './job/provisioningJob';
import { ProvisioningJob } from './job/provisioningJob';
import type { NameOrder } from './nameOrder';
import { createNameOrder } from './nameOrder';
import type { ProvisioningLog } from './provisioningLog';
import { createProvisioningLog } from './provisioningLog';
import type { SavedJob, SavedTenant } from './storage/savedTenant';
import type { KeptUpload } from './storage/uploadJournal';
import { loadRecord, loadState, saveJob } from './storage/savedTenant';
import type { Scenario } from './scenarios/scenario';
import type { ScenarioState } from './scenarioState';
import { takeNames } from './takeNames';

/** The contents of a tenant: accounts, jobs and log. A reset creates a new world. */
export interface World {
  readonly directories: Readonly<Record<JobFlavour, Directory>>;
  readonly names: Readonly<Record<JobFlavour, NameOrder>>;
  readonly jobs: Readonly<Record<JobFlavour, ProvisioningJob>>;
  readonly log: ProvisioningLog;
  /** Applies a scenario's effects on jobs. */
  enter(scenario: Scenario): void;
  /** Ends those effects. */
  leave(): void;
  save(): SavedTenant;
  dispose(): void;
}

export interface WorldOptions {
  readonly clock: SandboxClock;
  readonly newId: () => string;
  readonly identity: SandboxIdentity;
  readonly tenantName: string;
  readonly defaultDomain: string;
  readonly verifiedDomains: readonly string[];
  readonly rules: JobRules;
  readonly logLatency: number;
  readonly scenario: ScenarioState;
  /** Initial accounts of Entra ID. */
  readonly users: Iterable<DirectoryUser>;
  /** Called after every cycle. */
  readonly onCycle: () => void;
}

/** @param uploads uploads accepted after the tenant was saved */
export function createWorld(options: WorldOptions, saved?: SavedTenant, uploads: readonly KeptUpload[] = []): World {
  const { identity, scenario, clock, newId } = options;
  const states = {
    API2AAD: saved ? loadState(saved.jobs.API2AAD) : createJobState(createDirectory(options.users)),
    API2AD: saved ? loadState(saved.jobs.API2AD) : createJobState(),
  };
  const directories = { API2AAD: states.API2AAD.directory, API2AD: states.API2AD.directory };
  const names = { API2AAD: createNameOrder(directories.API2AAD), API2AD: createNameOrder(directories.API2AD) };
  const log = createProvisioningLog({
    ...options,
    entries: saved?.log ?? [],
    tenantId: identity.tenantId,
    latency: () => scenario.effects.logLatency ?? options.logLatency,
    clockOffset: () => scenario.effects.clockOffset ?? 0,
  });
  const isAbout = ({ flavour }: Application): boolean => flavour === (scenario.scenario.flavour ?? 'API2AAD');
  const job = (flavour: JobFlavour): ProvisioningJob => {
    const application = identity.applications[flavour];
    const engine = createJobEngine(
      createJobSchemaStore(
        application,
        () => (isAbout(application) ? scenario.effects.expressions : undefined),
        saved?.jobs[flavour].schema,
      ),
      states[flavour],
    );
    const jobOptions: JobOptions = {
      clock,
      application,
      engine,
      newId,
      get rules() {
        const { deletesThreshold = options.rules.deletesThreshold } = isAbout(application) ? scenario.effects : {};
        return { ...options.rules, deletesThreshold };
      },
      purges: () => isAbout(application) && scenario.effects.purges === true,
      tenant: () => domainsOf(options, scenario),
      obstacle: () => (isAbout(application) ? scenario.effects.obstacle : undefined),
      beforeCycle: (resources, context: CycleContext) =>
        takeNames(engine.newNames(resources, context), scenario.effects.takenNames, directories[flavour], newId),
      afterCycle: (changes: readonly Change[]) => {
        log.append(changes, application);
        names[flavour].renew();
        options.onCycle();
      },
    };
    return new ProvisioningJob(jobOptions, saved && loadRecord(saved.jobs[flavour]));
  };
  const jobs = { API2AAD: job('API2AAD'), API2AD: job('API2AD') };
  const world: World = {
    directories,
    names,
    jobs,
    log,
    enter({ flavour = 'API2AAD', effects }) {
      if (effects.job !== undefined) jobs[flavour].impose(effects.job);
    },
    leave() {
      for (const each of Object.values(jobs)) each.lift();
    },
    save: () => ({
      identity,
      clock: clock.now(),
      jobs: { API2AAD: saveFlow(jobs.API2AAD), API2AD: saveFlow(jobs.API2AD) },
      log: log.entries(),
    }),
    dispose() {
      for (const each of Object.values(jobs)) each.dispose();
    },
  };
  // A scenario of an earlier start no longer has effects
  world.leave();
  world.enter(scenario.scenario);
  for (const { flavour, resources, at } of uploads) jobs[flavour].restage(resources, at);
  return world;
}

function saveFlow({ engine, record }: ProvisioningJob): SavedJob {
  return saveJob(engine.state, record, engine.schema.saved);
}

/** The tenant's domains in this scenario. */
export function domainsOf(
  { defaultDomain, verifiedDomains }: Pick<WorldOptions, 'defaultDomain' | 'verifiedDomains'>,
  { effects }: ScenarioState,
): Pick<CycleContext, 'defaultDomain' | 'verifiedDomains'> {
  const { onlyDomain } = effects;
  return onlyDomain === undefined
    ? { defaultDomain, verifiedDomains }
    : { defaultDomain: onlyDomain, verifiedDomains: [] };
}
