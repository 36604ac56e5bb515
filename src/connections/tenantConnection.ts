import type { Target } from '../core/run/target';
import { createHttpTenant } from '../tenant/httpTenant';
import { uploadAddress } from '../tenant/endpoint';
import { LOG_READ_SPACING } from '../tenant/limits';
import { boundTransport } from '../tenant/network/boundTransport';
import type { TokenSource } from '../tenant/signIn/tokenSource';
import { tokenClaims } from '../tenant/signIn/tokenClaims';
import { tenantTokens } from '../tenant/signIn/tenantTokens';
import { ReadPatience } from '../tenant/reading/readPatience';
import type { Spacing } from '../tenant/reading/spacing';
import { createSpacing } from '../tenant/reading/spacing';
import type { Connection, OpenedConnection, OpenOptions } from './connection';
import type { TenantPredictor } from './prediction/tenantPredictor';
import type { Reach } from './reach';
import type { TenantEffects } from './tenantEffects';
import type { TenantConnectionFile } from './tenantFile';
import { tenantEndpoint } from './tenantFile';

/** Milliseconds. The service runs a job about every 40 minutes. */
const LOG_DEADLINE = 2 * 60 * 60 * 1000;
/** Milliseconds. Entries appear 5 to 10 minutes after the event anyway. Source: Entra, provisioning logs. */
const MAX_INTERVAL = 60_000;
/** Milliseconds, enough for nightly network maintenance or a sleeping computer. */
const OUTAGE = 60 * 60 * 1000;

/** A connection to a Microsoft Entra tenant. Opening it signs in, so that a refusal is reported first. */
export function tenantConnection(file: TenantConnectionFile, effects: TenantEffects): Connection {
  const reach = (): Promise<Reach> => reachTenant(file, effects);
  const logSpacing = createSpacing(effects.clock, LOG_READ_SPACING);
  const open = (options?: OpenOptions): Promise<OpenedConnection> =>
    openTenant(file, reach, { ...effects, logSpacing }, options);
  let loading: Promise<TenantPredictor> | undefined;
  let predictor: TenantPredictor | undefined;
  return {
    kind: file.kind,
    name: file.name,
    endpoint: uploadAddress(tenantEndpoint(file)),
    file,
    reach,
    open,
    get predictsAtOnce() {
      return predictor?.isSignedIn === true;
    },
    async predict(people, options) {
      loading ??= loadPredictor().then((loaded) => new loaded.TenantPredictor(open, effects.clock));
      predictor = await loading;
      return predictor.predict(people, options);
    },
    jobSchema: () => predictor?.schema,
  };
}

/** Loaded on demand, because prediction is much code. */
const loadPredictor = () => import('./prediction/tenantPredictor');

async function reachTenant(file: TenantConnectionFile, effects: TenantEffects): Promise<Reach> {
  const endpoint = tenantEndpoint(file);
  // First, because it refuses unsafe calls, including those for signing in
  const carrier = await effects.openTransport();
  // A missing secret must count as a failed sign-in, not as an unreachable tenant
  let opening: Promise<TokenSource> | undefined;
  const opened: TokenSource = {
    token: async (options) => (await (opening ??= effects.openTokens(file, carrier.transport))).token(options),
  };
  const tokens = tenantTokens(opened, file.tenantId);
  const transport = boundTransport(endpoint.origin, carrier.transport);
  return { endpoint, name: file.name, transport, tokens, close: () => carrier.close() };
}

async function openTenant(
  file: TenantConnectionFile,
  reach: () => Promise<Reach>,
  { clock, logSpacing }: TenantEffects & { readonly logSpacing: Spacing },
  { onWait }: OpenOptions = {},
): Promise<OpenedConnection> {
  const reached = await reach();
  try {
    await reached.tokens.token();
  } catch (error) {
    await reached.close();
    throw error;
  }
  const patience = new ReadPatience({ clock, ...(onWait && { onWait }) });
  return {
    tenant: createHttpTenant({ ...reached, patience, logSpacing }),
    target: async (signal) => targetOf(file, reached, await reached.tokens.token({ ...(signal && { signal }) })),
    clock,
    logPace: () => ({
      interval: LOG_READ_SPACING,
      longestInterval: MAX_INTERVAL,
      deadline: LOG_DEADLINE,
      doubtDeadline: LOG_DEADLINE,
      outage: OUTAGE,
    }),
    close: () => reached.close(),
  };
}

/** The tenant that the token is for: a file may name it by its domain, and a person may sign in to another one. */
function targetOf({ cloud, tenantId }: TenantConnectionFile, { endpoint }: Reach, token: string): Target {
  const { origin: graph, servicePrincipalId, jobId } = endpoint;
  const signedIn = tokenClaims(token)?.tenantId ?? tenantId;
  return { kind: 'tenant', cloud, graph, tenantId: signedIn, servicePrincipalId, jobId };
}
