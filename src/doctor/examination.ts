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

/** What an examination takes of the world, besides the connection. */
export interface DoctorEffects {
  /** Milliseconds since 1970, by this machine's clock. */
  readonly wallClock: () => number;
  /** What is known of proxies and certificates; left out where nothing can be. */
  readonly network?: NetworkFacts | undefined;
  /**
   * When the certificate ends that a connection signs in with, in milliseconds since 1970; `undefined` where it signs in otherwise.
   * Rejects with a `TenantError` when it cannot be read.
   */
  readonly certificateEnd?: ((file: TenantConnectionFile) => Promise<number | undefined>) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A token, as far as it is looked at. It never leaves the examination. */
export interface SignedIn {
  /** `undefined` where the token cannot be read. */
  readonly claims: TokenClaims | undefined;
}

/** Ways to sign in that ask nobody, and give a token with the permissions of now. */
export const SIGNED_IN_ANEW: ReadonlySet<SignIn['kind']> = new Set([
  'clientSecret',
  'clientCertificate',
  'workloadIdentity',
]);

/** What is being found out about a connection. Every question is asked once, when it is first of interest. */
export class Examination {
  readonly reach: Reach;
  /** The connection's file; a sandbox has none. */
  readonly file: TenantConnectionFile | undefined;
  readonly cloud: CloudName | undefined;
  readonly effects: DoctorEffects;
  readonly #tenant: Tenant;
  readonly #asked = new Map<string, Promise<Attempt<unknown>>>();

  constructor(reach: Reach, file: TenantConnectionFile | undefined, effects: DoctorEffects) {
    this.reach = reach;
    this.file = file;
    this.cloud = cloudOfGraph(reach.endpoint.origin);
    this.effects = effects;
    this.#tenant = createHttpTenant(reach);
  }

  /** The sandbox is on this machine: there is no network between. */
  get isSandbox(): boolean {
    return this.reach.endpoint.kind === 'sandbox';
  }

  /** A call without a token: whether the service answers, and what time it has. */
  greeting(): Promise<Attempt<Greeting>> {
    return this.#once('greeting', (signal) => greet(this.reach, this.effects.wallClock, signal));
  }

  /** An application signs in again: an existing token keeps the permissions that it was issued with. */
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

  /** Reads one page of the log with one entry at the most, and says whether there was one. */
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
    const asked = this.#asked.get(name) ?? attempt(ask(signal), signal);
    this.#asked.set(name, asked);
    return asked as Promise<Attempt<Value>>;
  }
}
