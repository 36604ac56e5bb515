import type { Target } from '../core/run/target';
import type { Clock } from '../tenant/clock';
import type { Endpoint } from '../tenant/endpoint';
import { parseEndpoint } from '../tenant/endpoint';
import { createHttpTenant } from '../tenant/httpTenant';
import type { OpenLine } from '../tenant/loopback/line';
import { proveSandbox } from '../tenant/loopback/proveSandbox';
import { provenTransport } from '../tenant/loopback/provenTransport';
import type { SandboxSecret } from '../tenant/loopback/sandboxProof';
import { clientCredentialsTokenSource, parseTokenEndpoint } from '../tenant/signIn/credentials';
import { ReadPatience } from '../tenant/reading/readPatience';
import type { Spacing } from '../tenant/reading/spacing';
import type { Tenant } from '../tenant/tenant';
import type { OpenOptions } from './connection';
import type { Reach } from './reach';
import type { SandboxConnectionFile } from './file/sandboxFile';

/** The effects of calling a sandbox. */
export interface CallEffects {
  readonly openLine: OpenLine;
  readonly clock: Clock;
  /** Spaces the reads of its log, across all readers. */
  readonly logSpacing?: Spacing;
}

/** A sandbox as a tenant, called over HTTP like any other. Throws if the address is not a sandbox's. */
export function connectSandbox(
  file: SandboxConnectionFile,
  effects: CallEffects,
  { onWait }: OpenOptions = {},
): Tenant {
  const patience = new ReadPatience({ clock: effects.clock, ...(onWait && { onWait }) });
  const { logSpacing } = effects;
  return createHttpTenant({ ...reachSandbox(file, effects), patience, ...(logSpacing && { logSpacing }) });
}

/** The services for calling a sandbox. Throws if the address is not a sandbox's. */
export function reachSandbox(file: SandboxConnectionFile, { openLine, clock }: CallEffects): Omit<Reach, 'close'> {
  const endpoint = endpointOf(file);
  const { tokenEndpoint, clientId, clientSecret } = file;
  const transport = provenTransport(secretOf(file), openLine);
  const tokens = clientCredentialsTokenSource({ tokenEndpoint, clientId, clientSecret, transport, clock });
  return { endpoint, name: file.name, transport, tokens };
}

/** A sandbox as a target. After a reset it counts as a new, empty target. */
export async function sandboxTarget(
  file: SandboxConnectionFile,
  { openLine }: CallEffects,
  signal?: AbortSignal,
): Promise<Target> {
  const endpoint = endpointOf(file);
  const secret = secretOf(file);
  const line = await openLine(endpoint.origin);
  try {
    const resets = await proveSandbox(line.ask, endpoint.origin, secret, { signal });
    const { servicePrincipalId, jobId } = endpoint;
    return { kind: 'sandbox', tenantId: secret.tenantId, servicePrincipalId, jobId, instance: String(resets) };
  } finally {
    line.close();
  }
}

function endpointOf(file: SandboxConnectionFile): Endpoint {
  const endpoint = parseEndpoint(file.endpoint);
  if ('refusal' in endpoint) throw new Error(endpoint.refusal);
  return endpoint;
}

/** The secret of a sandbox. Throws if the address is not a sandbox's. */
export function secretOf({ tokenEndpoint, clientId, clientSecret }: SandboxConnectionFile): SandboxSecret {
  return { tenantId: parseTokenEndpoint(tokenEndpoint).tenantId, clientId, clientSecret };
}
