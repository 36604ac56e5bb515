import type { EvaluationContext } from '../../core/expression/context';
import type { SandboxClock } from '../clock';
import type { SandboxIdentity } from '../identity';
import type { Route } from '../routes';
import type { Tokens } from '../tokens';
import type { World } from '../world';
import { applicationRoutes } from './applicationRoutes';
import { bulkUploadRoute } from './bulkUploadRoute';
import { jobRoutes } from './jobRoutes';
import { logRoute } from './logRoute';
import { schemaRoutes } from './schemaRoutes';
import { tokenRoute } from './tokenRoute';
import { userRoutes } from './userRoutes';

export interface RouteOptions {
  readonly clock: SandboxClock;
  /** Entries in a page of the log when `$top` does not say. */
  readonly logPageSize: number;
  /** What expressions may ask of the tenant now. */
  readonly expressions: () => EvaluationContext;
}

/** Everything that the sandbox answers. */
export function tenantRoutes(
  world: World,
  identity: SandboxIdentity,
  tokens: Tokens,
  { clock, logPageSize, expressions }: RouteOptions,
): readonly Route[] {
  const jobs = Object.values(world.jobs);
  return [
    tokenRoute(identity, tokens),
    bulkUploadRoute(jobs),
    ...jobRoutes(jobs, identity.clientServicePrincipalId, clock),
    ...schemaRoutes(jobs, expressions),
    ...applicationRoutes(identity),
    logRoute(world.log, logPageSize),
    ...userRoutes(world.directories.API2AAD),
  ];
}
