import type { CycleContext } from '../../core/provisioning/cycle/cycleContext';
import type { SandboxClock } from '../clock';
import type { SandboxIdentity } from '../gate/identity';
import type { Route } from '../routes';
import type { Tokens } from '../gate/tokens';
import type { Effects } from '../scenarios/scenario';
import type { World } from '../world';
import { applicationRoutes } from './applicationRoutes';
import type { KeepUpload } from './bulkUploadRoute';
import { bulkUploadRoute } from './bulkUploadRoute';
import { domainRoute } from './domainRoute';
import { jobRoutes } from './jobRoutes';
import { logRoute } from './logRoute';
import { schemaRoutes } from './schemaRoutes';
import { organizationRoute } from './organizationRoute';
import { proofRoute } from './proofRoute';
import { tokenRoute } from './tokenRoute';
import { userRoutes } from './userRoutes';
import { tenantExpressions } from '../tenantExpressions';

export interface RouteOptions {
  readonly clock: SandboxClock;
  readonly tenantName: string;
  /** Page size of the log without `$top`. */
  readonly logPageSize: number;
  /** The current domains of sign-in names. */
  readonly domains: () => Pick<CycleContext, 'defaultDomain' | 'verifiedDomains'>;
  /** Resolves once an upload is stored, and rejects if it is not; absent if nothing is stored. */
  readonly keepUpload?: KeepUpload | undefined;
  /** Changes a page of the log; `undefined` leaves it unchanged. */
  readonly rewriteLog: () => Effects['rewriteLog'];
  /** How often the tenant was reset. */
  readonly resets: () => number;
}

/** All routes of the sandbox. */
export function tenantRoutes(
  world: World,
  identity: SandboxIdentity,
  tokens: Tokens,
  { clock, tenantName, logPageSize, domains, keepUpload, resets, rewriteLog }: RouteOptions,
): readonly Route[] {
  const jobs = Object.values(world.jobs);
  return [
    proofRoute(identity, resets),
    tokenRoute(identity, tokens),
    bulkUploadRoute(jobs, keepUpload),
    ...jobRoutes(jobs, identity.clientServicePrincipalId, clock),
    ...schemaRoutes(jobs, () => tenantExpressions(clock.now(), domains())),
    ...applicationRoutes(identity),
    logRoute(world.log, logPageSize, rewriteLog),
    ...userRoutes(world.directories.API2AAD),
    domainRoute(domains),
    organizationRoute(identity.tenantId, tenantName, domains),
  ];
}
