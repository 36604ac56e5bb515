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
  /** Entries in a page of the log when `$top` does not say. */
  readonly logPageSize: number;
  /** The domains of sign-in names as they are now. */
  readonly domains: () => Pick<CycleContext, 'defaultDomain' | 'verifiedDomains'>;
  /** Resolves once an upload is kept, and rejects when it is not; left out where nothing is. */
  readonly keepUpload?: KeepUpload | undefined;
  /** What becomes of a page of the log; `undefined`: it stays as it is. */
  readonly rewriteLog: () => Effects['rewriteLog'];
  /** How often the tenant has forgotten everything. */
  readonly resets: () => number;
}

/** Everything that the sandbox answers. */
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
