import { createHttpTenant } from '../tenant/httpTenant';
import { NotSentError } from '../tenant/errors';
import { uploadAddress } from '../tenant/endpoint';
import { LOG_READ_SPACING } from '../tenant/limits';
import { boundTransport } from '../tenant/network/boundTransport';
import type { TokenSource } from '../tenant/signIn/tokenSource';
import { tenantTokens } from '../tenant/signIn/tenantTokens';
import { ReadPatience } from '../tenant/reading/readPatience';
import type { Tenant } from '../tenant/tenant';
import type { Connection } from './connection';
import type { Reach } from './reach';
import type { TenantEffects } from './tenantEffects';
import type { TenantConnectionFile } from './tenantFile';
import { tenantEndpoint } from './tenantFile';

/** Milliseconds: the service works through a job about every 40 minutes. */
const LOG_DEADLINE = 2 * 60 * 60 * 1000;

/** A connection to a tenant of Microsoft Entra. Opening it signs in, so that a refusal is known before anything else is done. */
export function tenantConnection(file: TenantConnectionFile, effects: TenantEffects): Connection {
  const endpoint = tenantEndpoint(file);
  const reach = async (): Promise<Reach> => {
    // First, because it refuses where calls are not safe: those that sign in are not, either
    const carrier = await effects.openTransport();
    // A secret that is not there is a failure of signing in, and not of reaching the tenant
    let opening: Promise<TokenSource> | undefined;
    const opened: TokenSource = {
      token: async (options) => (await (opening ??= effects.openTokens(file, carrier.transport))).token(options),
    };
    const tokens = tenantTokens(opened, file.tenantId);
    const transport = boundTransport(endpoint.origin, carrier.transport);
    return { endpoint, name: file.name, transport, tokens, close: () => carrier.close() };
  };
  return {
    kind: file.kind,
    name: file.name,
    endpoint: uploadAddress(endpoint),
    isSendable: false,
    file,
    reach,
    async open({ onWait } = {}) {
      const reached = await reach();
      try {
        await reached.tokens.token();
      } catch (error) {
        await reached.close();
        throw error;
      }
      const { clock } = effects;
      const patience = new ReadPatience({ clock, ...(onWait && { onWait }) });
      return {
        tenant: withoutUpload(createHttpTenant({ ...reached, patience })),
        clock,
        logPace: () => ({ interval: LOG_READ_SPACING, deadline: LOG_DEADLINE, doubtDeadline: LOG_DEADLINE }),
        close: () => reached.close(),
      };
    },
  };
}

/** This version reads a tenant, and sends nothing to it. */
function withoutUpload(tenant: Tenant): Tenant {
  return {
    ...tenant,
    upload: () =>
      Promise.reject(
        new NotSentError(`This version cannot send to a tenant yet, so nothing was sent to "${tenant.name}".`, {
          remedy: 'Send to the sandbox: --connection sandbox.',
        }),
      ),
  };
}
