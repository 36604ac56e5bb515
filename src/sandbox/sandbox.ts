import type { JsonObject } from '../core/json/jsonValue';
import type { Directory, DirectoryUser } from '../core/provisioning/directory';
import { refuseAccess } from './access';
import { answerBulkUpload } from './bulkUpload';
import type { CallWindow } from './callWindow';
import { createCallWindow } from './callWindow';
import type { SandboxClock } from './clock';
import type { Foretold } from './foretell';
import type { RandomBytes } from './identifiers';
import { randomGuid } from './identifiers';
import type { SandboxIdentity } from './identity';
import { createIdentity } from './identity';
import { answerLogQuery, MAX_PAGE } from './logQuery';
import type { Answer, SandboxRequest, SandboxResponse } from './message';
import { refused } from './message';
import { createProvisioningJob } from './provisioningJob';
import { createProvisioningLog } from './provisioningLog';
import type { Route } from './routes';
import { answerRoutes } from './routes';
import { writeAnswer } from './response';
import { answerTokenRequest } from './tokenEndpoint';
import { createTokens } from './tokens';

export interface SandboxOptions {
  readonly clock: SandboxClock;
  readonly random: RandomBytes;
  readonly tenantName?: string;
  /** Sign-in names are made in this domain. */
  readonly defaultDomain?: string;
  /** Further domains that sign-in names may have. */
  readonly verifiedDomains?: readonly string[];
  /** Milliseconds from the first staging to the cycle that takes it; 2 seconds unless said otherwise. */
  readonly cycleDelay?: number;
  /** Milliseconds from a cycle to its entries being readable; 1 second unless said otherwise. */
  readonly logLatency?: number;
  /** Entries in a page of the log when `$top` does not say; the service's own number is not documented. The greatest page unless said otherwise. */
  readonly logPageSize?: number;
  /** Seconds to send as `Retry-After` with a 429. The service is not documented to send any, so by default none is sent. */
  readonly retryAfter?: number;
  /** Accounts that are in the directory from the start. */
  readonly users?: Iterable<DirectoryUser>;
}

/** A tenant that lives in memory: nothing of it is ever written to disk. */
export interface Sandbox extends SandboxIdentity {
  readonly tenantName: string;
  readonly defaultDomain: string;
  /** The accounts as they are now. */
  readonly directory: Directory;
  /** How many operations wait for the next cycle. */
  readonly staged: number;
  /** What would become of these people if they were sent now, alone. Nothing changes. */
  foretell(people: readonly JsonObject[]): Foretold;
  /** A token as the token endpoint gives it. */
  issueToken(): string;
  /** Answers a request as the service would. Rejects only where the sandbox itself is at fault. */
  handle(request: SandboxRequest): Promise<SandboxResponse>;
  /** Calls off what is to come and forgets all people, entries and tokens. */
  dispose(): void;
}

/** Limits of the service. Sources: Entra, inbound provisioning concepts; Microsoft Graph, throttling limits. */
const UPLOADS = { calls: 40, ms: 5000 };
const LOG_READS = { calls: 5, ms: 10_000 };

export function createSandbox(options: SandboxOptions): Sandbox {
  const { clock, random } = options;
  const settings = {
    tenantName: 'Contoso (sandbox)',
    defaultDomain: 'contoso.com',
    verifiedDomains: [],
    cycleDelay: 2000,
    logLatency: 1000,
    users: [],
    ...options,
  };
  const identity = createIdentity(random);
  const tokens = createTokens(clock, random);
  const log = createProvisioningLog(settings, identity);
  const job = createProvisioningJob(settings, log);
  const uploads = createCallWindow(UPLOADS.calls, UPLOADS.ms);
  const logReads = createCallWindow(LOG_READS.calls, LOG_READS.ms);

  const throttled = (window: CallWindow, answer: () => Answer | Promise<Answer>): Answer | Promise<Answer> =>
    window.admit(clock.now()) ? answer() : tooManyRequests(options.retryAfter);

  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: /^\/([^/]+)\/oauth2\/v2\.0\/token$/i,
      open: true,
      answer: ({ request, parameters: [tenant = ''] }) => answerTokenRequest(request, tenant, identity, tokens),
    },
    {
      method: 'POST',
      path: /^\/(v1\.0|beta)\/servicePrincipals\/([^/]+)\/synchronization\/jobs\/([^/]+)\/bulkUpload\/?$/i,
      answer: ({ request, origin, parameters: [version = '', servicePrincipal = '', jobId = ''] }) => {
        if (!sameId(servicePrincipal, identity.servicePrincipalId))
          return notFound('servicePrincipal', servicePrincipal);
        if (!sameId(jobId, identity.jobId)) return notFound('synchronizationJob', jobId);
        const address = `${origin}/${version}/auditLogs/provisioning/?$filter=jobid%20eq%20'${identity.jobId}'`;
        return throttled(uploads, () => answerBulkUpload(request, job, address));
      },
    },
    {
      method: 'GET',
      path: /^\/(v1\.0|beta)\/auditLogs\/provisioning\/?$/i,
      answer: ({ origin, path, query, parameters: [version = ''] }) =>
        throttled(logReads, () =>
          answerLogQuery(log, origin + path, query, {
            beta: version.toLowerCase() === 'beta',
            pageSize: options.logPageSize ?? MAX_PAGE,
          }),
        ),
    },
  ];

  return {
    ...identity,
    tenantName: settings.tenantName,
    defaultDomain: settings.defaultDomain,
    get directory() {
      return job.state.directory;
    },
    get staged() {
      return job.staged;
    },
    foretell: (people) => job.foretell(people),
    issueToken: () => tokens.issue(),
    async handle(request) {
      const answer = refuseAccess(request) ?? (await answerRoutes(routes, request, (call) => tokens.refuse(call)));
      return writeAnswer(answer, request, randomGuid(random), clock.now());
    },
    dispose() {
      job.clear();
      log.clear();
      tokens.clear();
    },
  };
}

function sameId(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function notFound(kind: string, id: string): Answer {
  return refused(404, 'itemNotFound', `The ${kind} "${id}" was not found.`);
}

function tooManyRequests(retryAfter: number | undefined): Answer {
  const headers = retryAfter === undefined ? undefined : { 'Retry-After': String(retryAfter) };
  return refused(429, 'TooManyRequests', 'Too many requests in a short time.', headers);
}
