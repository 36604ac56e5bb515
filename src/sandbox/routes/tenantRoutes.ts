import type { SandboxClock } from '../clock';
import type { SandboxIdentity } from '../identity';
import type { Route } from '../routes';
import type { Tokens } from '../tokens';
import type { World } from '../world';
import { applicationRoutes } from './applicationRoutes';
import { bulkUploadRoute } from './bulkUploadRoute';
import { jobRoutes } from './jobRoutes';
import { logRoute } from './logRoute';
import { tokenRoute } from './tokenRoute';
import { userRoutes } from './userRoutes';

/** Everything that the sandbox answers. */
export function tenantRoutes(
  world: World,
  identity: SandboxIdentity,
  tokens: Tokens,
  { clock, logPageSize }: { readonly clock: SandboxClock; readonly logPageSize: number },
): readonly Route[] {
  const jobs = Object.values(world.jobs);
  return [
    tokenRoute(identity, tokens),
    bulkUploadRoute(jobs),
    ...jobRoutes(jobs, identity.clientServicePrincipalId, clock),
    ...applicationRoutes(identity),
    logRoute(world.log, logPageSize),
    ...userRoutes(world.directories.API2AAD),
  ];
}
