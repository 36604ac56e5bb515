import type { Reach } from '../connections/reach';
import type { SignIn } from '../connections/file/signIn';
import type { TenantConnectionFile } from '../connections/tenantFile';
import type { CloudName } from '../tenant/clouds';
import { cloudOfGraph } from '../tenant/clouds';
import { listJobs } from '../tenant/discovery/listJobs';
import type { Tenant } from '../tenant/tenant';
import { createHttpTenant } from '../tenant/httpTenant';
import type { JobState } from '../tenant/parseJob';
import type { TokenClaims } from '../tenant/signIn/tokenClaims';
import { tokenClaims } from '../tenant/signIn/tokenClaims';
import type { Attempt } from './attempt';
import { attempt } from './attempt';
import type { Greeting } from './greet';
import { greet } from './greet';
import type { NetworkFacts } from '../tenant/network/networkFacts';

/** The effects of a check, besides the connection. */
export interface DoctorEffects {
  /** Milliseconds since 1970, by this machine's clock. */
  readonly wallClock: () => number;
  /** Looks up proxies and certificates; absent if unavailable. */
  readonly network?: NetworkFacts | undefined;
  /**
   * When the sign-in certificate expires, in milliseconds since 1970; `undefined` for other ways to sign in. Rejects
   * with a `TenantError` if the certificate cannot be read.
   */
  readonly certificateEnd?: ((file: TenantConnectionFile) => Promise<number | undefined>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The checked facts of a token. The token itself never leaves the examination. */
export interface SignedIn {
  /** `undefined` if the token cannot be read. */
  readonly claims: TokenClaims | undefined;
}

/** Ways to sign in without asking a person. Their tokens are renewed, so they show the current permissions. */
export const SIGNED_IN_ANEW: ReadonlySet<SignIn['kind']> = new Set([
  'clientSecret',
  'clientCertificate',
  'workloadIdentity',
]);

/** The facts about a connection. Each is looked up once, at first use. */
export class Examination {
  readonly reach: Reach;
  /** The connection's file; a sandbox has none. */
  readonly file: TenantConnectionFile | undefined;
  readonly cloud: CloudName | undefined;
  readonly effects: DoctorEffects;
  readonly #tenant: Tenant;
  readonly #lookups = new Map<string, Promise<Attempt<unknown>>>();

  constructor(reach: Reach, file: TenantConnectionFile | undefined, effects: DoctorEffects) {
    this.reach = reach;
    this.file = file;
    this.cloud = cloudOfGraph(reach.endpoint.origin);
    this.effects = effects;
    this.#tenant = createHttpTenant(reach);
  }

  /** A sandbox runs on this machine, without a network in between. */
  get isSandbox(): boolean {
    return this.reach.endpoint.kind === 'sandbox';
  }

  /** Calls the service without a token, which shows whether it answers, and its time. */
  greeting(): Promise<Attempt<Greeting>> {
    return this.#once('greeting', (signal) => greet(this.reach, this.effects.wallClock, signal));
  }

  /**
   * Signs in. Tokens of applications are renewed, because an existing token keeps the permissions that it was issued
   * with.
   */
  signedIn(): Promise<Attempt<SignedIn>> {
    const renew = this.file === undefined || SIGNED_IN_ANEW.has(this.file.signIn.kind);
    return this.#once('token', async (signal) => ({
      claims: tokenClaims(await this.reach.tokens.token({ renew, ...(signal && { signal }) })),
    }));
  }

  job(): Promise<Attempt<JobState>> {
    return this.#once('job', (signal) => this.#tenant.readJob(signal));
  }

  /** The ids of all jobs of the provisioning application. */
  jobIds(): Promise<Attempt<readonly string[]>> {
    const { reach } = this;
    return this.#once('jobs', async (signal) => {
      const jobs = await listJobs(reach, reach.endpoint.servicePrincipalId, signal);
      return jobs.map(({ id }) => id);
    });
  }

  schema(): Promise<Attempt<string>> {
    return this.#once('schema', (signal) => this.#tenant.readSchema(signal));
  }

  /** Reads one page of the log with at most one entry; returns whether there was one. */
  log(): Promise<Attempt<boolean>> {
    return this.#once('log', async (signal) => {
      for await (const page of this.#tenant.readLog({ top: 1 }, signal)) return page.length > 0;
      return false;
    });
  }

  domains(): Promise<Attempt<unknown>> {
    return this.#once('domains', (signal) => this.#tenant.readDomains(signal));
  }

  #once<Value>(name: string, ask: (signal: AbortSignal | undefined) => Promise<Value>): Promise<Attempt<Value>> {
    const { signal } = this.effects;
    const lookup = this.#lookups.get(name) ?? attempt(ask(signal), signal);
    this.#lookups.set(name, lookup);
    return lookup as Promise<Attempt<Value>>;
  }
}
