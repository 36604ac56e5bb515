import type { JobFlavour } from '../core/provisioning/job/compiledJob';
import type { JsonObject } from '../core/json/jsonValue';
import type { Directory, DirectoryUser } from '../core/provisioning/directory/directory';
import type { InSteps } from '../core/provisioning/cycle/inSteps';
import type { Prediction } from '../core/provisioning/cycle/whatIf';
import { writeUsers } from '../core/provisioning/users/writeUsers';
import type { SandboxClock, Timer } from './clock';
import type { RandomBytes } from './gate/identifiers';
import { randomGuid } from './gate/identifiers';
import type { Application, SandboxIdentity } from './gate/identity';
import { createIdentity } from './gate/identity';
import type { JobRules } from './job/jobRules';
import { interactiveRules } from './job/jobRules';
import { createLimits } from './gate/limits';
import type { SandboxRequest, SandboxResponse } from './message';
import type { Permission } from './gate/permissions';
import { allPermissions } from './gate/permissions';
import { answerRequest } from './gate/pipeline';
import type { UserFile } from './storage/readUserFile';
import { readUserFile } from './storage/readUserFile';
import { writeAnswer } from './response';
import { MAX_LOG_PAGE } from './routes/logRoute';
import type { RouteOptions } from './routes/tenantRoutes';
import { tenantRoutes } from './routes/tenantRoutes';
import type { SavedTenant } from './storage/savedTenant';
import { loadIdentity } from './storage/savedTenant';
import type { KeptUpload } from './storage/uploadJournal';
import type { Scenario } from './scenarios/scenario';
import { scenarios } from './scenarios/table';
import { createScenarioState } from './scenarioState';
import { createTokens } from './gate/tokens';
import type { ChangeView, JobView, UserView } from './views';
import { viewChange, viewJob, viewUser } from './views';
import type { World } from './world';
import { createWorld, domainsOf } from './world';

export interface SandboxOptions {
  readonly clock: SandboxClock;
  readonly random: RandomBytes;
  readonly tenantName?: string;
  /** The domain in which sign-in names are created. */
  readonly defaultDomain?: string;
  /** Additional domains for sign-in names. */
  readonly verifiedDomains?: readonly string[];
  /** Overrides of {@link interactiveRules}. */
  readonly rules?: Partial<JobRules>;
  /** Milliseconds from a cycle until its entries become readable; default: 1 second. */
  readonly logLatency?: number;
  /** Page size of the log without `$top`; the service's is not documented. Default: the maximum. */
  readonly logPageSize?: number;
  /** Uploads in 24 hours: 2,000 with Entra ID P1 or P2, which is the default, 6,000 with Entra ID Governance. */
  readonly uploadsPerDay?: number;
  /**
   * Seconds to send as `Retry-After` with a 429. By default none is sent, because the documentation does not mention
   * it.
   */
  readonly retryAfter?: number;
  /** The permissions of the client; default: all. */
  readonly permissions?: readonly Permission[];
  /** The initial scenario; default: healthy. */
  readonly scenario?: Scenario;
  /** Initial accounts of Entra ID, unless the tenant was saved. */
  readonly users?: Iterable<DirectoryUser>;
  /** The result of {@link Sandbox.save}, from which the tenant continues. */
  readonly saved?: SavedTenant;
  /** Uploads that were accepted after that save and are staged again. */
  readonly uploads?: readonly KeptUpload[];
  /** Stores accepted uploads before they are answered; default: they are not stored. */
  readonly keeper?: ChangeKeeper;
}

/** Stores the changes of a request. Both resolve once they are stored, and reject if they are not. */
interface ChangeKeeper {
  /** Stores an upload that has just been staged. */
  keepUpload(upload: KeptUpload): Promise<void>;
  /** Stores the current tenant. */
  save(): Promise<void>;
}

/**
 * The kind of a change: a cycle has run, a job received a command or an upload, the scenario or the users have changed,
 * or everything was reset.
 */
export type SandboxEvent = 'cycle' | 'request' | 'scenario' | 'users' | 'reset';

/** A tenant in memory. It does not write to disk itself. */
export interface Sandbox extends SandboxIdentity {
  readonly tenantName: string;
  readonly defaultDomain: string;
  /** How often it was reset. */
  readonly resets: number;
  /** The current accounts of Entra ID. */
  readonly directory: Directory;
  /** Number of operations, of all jobs, that wait for the next cycle. */
  readonly staged: number;
  /** The current scenario. */
  readonly scenario: Scenario;
  /** The application whose job the scenario affects; usually the one for Entra ID. */
  readonly application: Application;
  /** Changes the scenario of the running tenant. Ends the effects of the previous one on its job. */
  setScenario(scenario: Scenario): void;
  /** All people: first the accounts of Entra ID, then those of Active Directory. */
  users(): readonly UserView[];
  countUsers(flavour: JobFlavour): number;
  /** Accounts in the order of their names, from a zero-based position. */
  usersByName(flavour: JobFlavour, from: number, count: number): readonly UserView[];
  user(flavour: JobFlavour, id: string): UserView | undefined;
  jobs(): readonly JobView[];
  /** The total number of {@link changes}. */
  readonly countChanges: number;
  /** Newest first, including those that are not readable in the log yet. Skips the newest `skipped`. */
  changes(limit: number, skipped?: number): readonly ChangeView[];
  /** By its number. */
  change(number: number): ChangeView | undefined;
  /**
   * Adds accounts from a file to a directory, replacing those with the same id; returns the file's problems. A CSV has
   * Graph's names as columns; `manager` is the id, employeeId or userPrincipalName of somebody in the file.
   */
  loadUsers(text: string, format: 'json' | 'csv', flavour?: JobFlavour): UserFile;
  /**
   * Predicts what would happen if only these people were sent to the application's job now, without changing anything.
   */
  predict(people: readonly JsonObject[]): readonly Prediction[];
  /** Like `predict`, one person per step. Valid as long as nothing changes. */
  predictInSteps(people: readonly JsonObject[]): InSteps<readonly Prediction[]>;
  /** The current schema of the application's job. */
  jobSchema(): JsonObject;
  /** The accounts of a directory as a file that `loadUsers` reads. */
  writeUsers(flavour?: JobFlavour): string;
  /**
   * Discards people, entries and staged operations, and starts over with the initial accounts. Ids, tokens and scenario
   * stay.
   */
  reset(): void;
  /** The listener must not throw. */
  onChange(listener: (event: SandboxEvent) => void): Timer;
  /** Issues a token like those of the token endpoint, or one with only these permissions. */
  issueToken(permissions?: readonly Permission[]): string;
  /** Answers a request as the service would. Rejects only for a bug in the sandbox itself. */
  handle(request: SandboxRequest): Promise<SandboxResponse>;
  /** The complete state of the tenant, to continue after a restart. */
  save(): SavedTenant;
  /** Cancels scheduled work and discards everything. */
  dispose(): void;
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const { clock, random, permissions = allPermissions } = options;
  const newId = (): string => randomGuid(random);
  const settings = {
    tenantName: 'Contoso (sandbox)',
    defaultDomain: 'contoso.com',
    verifiedDomains: [],
    logLatency: 1000,
    ...options,
    users: [...(options.users ?? [])],
    rules: { ...interactiveRules, ...options.rules },
  };
  const { logPageSize = MAX_LOG_PAGE } = options;
  const identity = options.saved === undefined ? createIdentity(random) : loadIdentity(options.saved.identity);
  const scenario = createScenarioState(options.scenario ?? scenarios[0], clock);
  const tokens = createTokens(clock, random, identity, permissions, () => scenario.effects.withheld ?? []);
  const limits = createLimits(clock, options);
  const listeners = new Set<(event: SandboxEvent) => void>();
  const notify = (event: SandboxEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const open = (users: readonly DirectoryUser[], saved?: SavedTenant, uploads?: readonly KeptUpload[]): World =>
    createWorld(
      { ...settings, clock, newId, identity, scenario, users, onCycle: () => notify('cycle') },
      saved,
      uploads,
    );
  const domains = () => domainsOf(settings, scenario);
  const { keeper } = options;
  const routeOptions: RouteOptions = {
    clock,
    tenantName: settings.tenantName,
    logPageSize,
    domains,
    rewriteLog: () => scenario.effects.rewriteLog,
    keepUpload: keeper && ((upload) => keeper.keepUpload(upload)),
    resets: () => resets,
  };
  let resets = options.saved?.resets ?? 0;
  let world = open(settings.users, options.saved, options.uploads);
  let routes = tenantRoutes(world, identity, tokens, routeOptions);
  const replace = (users: readonly DirectoryUser[]): void => {
    world.dispose();
    world = open(users);
    routes = tenantRoutes(world, identity, tokens, routeOptions);
    notify('reset');
  };
  const view = (user: DirectoryUser, flavour: JobFlavour): UserView =>
    viewUser(user, flavour, world.log.lastOf(user.id));
  return {
    ...identity,
    tenantName: settings.tenantName,
    defaultDomain: settings.defaultDomain,
    get resets() {
      return resets;
    },
    get directory() {
      return world.directories.API2AAD;
    },
    get staged() {
      return Object.values(world.jobs).reduce((sum, job) => sum + job.staged, 0);
    },
    get scenario() {
      return scenario.scenario;
    },
    get application() {
      return identity.applications[scenario.scenario.flavour ?? 'API2AAD'];
    },
    setScenario(next) {
      world.leave();
      scenario.choose(next);
      world.enter(next);
      notify('scenario');
    },
    users: () =>
      (['API2AAD', 'API2AD'] as const).flatMap((flavour) =>
        Array.from(world.directories[flavour].users(), (user) => view(user, flavour)),
      ),
    countUsers: (flavour) => world.directories[flavour].size,
    usersByName: (flavour, from, count) => world.names[flavour].page(from, count).map((user) => view(user, flavour)),
    user(flavour, id) {
      const user = world.directories[flavour].user(id);
      return user === undefined ? undefined : view(user, flavour);
    },
    jobs: () => Object.values(world.jobs).map(viewJob),
    get countChanges() {
      return world.log.entries().length;
    },
    changes(limit, skipped = 0) {
      const end = Math.max(0, world.log.entries().length - skipped);
      return world.log
        .entries()
        .slice(Math.max(0, end - limit), end)
        .reverse()
        .map(viewChange);
    },
    change(number) {
      const found = world.log.entries().findLast((entry) => entry.number === number);
      return found === undefined ? undefined : viewChange(found);
    },
    loadUsers(text, format, flavour = 'API2AAD') {
      const file = readUserFile(text, format, flavour, newId);
      for (const user of file.users) world.directories[flavour].put(user);
      world.names[flavour].renew();
      notify('users');
      return file;
    },
    predict: (people) => world.jobs[scenario.scenario.flavour ?? 'API2AAD'].predict(people),
    predictInSteps: (people) => world.jobs[scenario.scenario.flavour ?? 'API2AAD'].predictInSteps(people),
    jobSchema: () => world.jobs[scenario.scenario.flavour ?? 'API2AAD'].engine.schema.json,
    writeUsers: (flavour = 'API2AAD') => writeUsers(world.directories[flavour], flavour),
    reset() {
      resets += 1;
      replace(settings.users);
    },
    onChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    issueToken: (granted) => tokens.issue(granted),
    async handle(request) {
      const { answer, isLost, isWrite, isSetting } = await answerRequest(request, {
        routes,
        tokens,
        scenario,
        limits,
      });
      if (isWrite) notify('request');
      // Uploads are stored by their route. Settings are stored here; if that fails, the keeper reports it, and the
      // caller's answer stays the same
      if (isSetting) await keeper?.save().catch(() => undefined);
      const now = clock.now() + (scenario.effects.clockOffset ?? 0);
      return { ...writeAnswer(answer, request, newId(), now), ...(isLost && { isLost }) };
    },
    save: () => ({ ...world.save(), ...(resets > 0 && { resets }) }),
    dispose() {
      tokens.clear();
      replace([]);
    },
  };
}
