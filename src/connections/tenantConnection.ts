import { createHttpTenant } from '../tenant/httpTenant';
import { NotSentError } from '../tenant/errors';
import { uploadAddress } from '../tenant/endpoint';
import { LOG_READ_SPACING } from '../tenant/limits';
import { boundTransport } from '../tenant/network/boundTransport';
import { tenantTokens } from '../tenant/signIn/tenantTokens';
import { ReadPatience } from '../tenant/reading/readPatience';
import type { Tenant } from '../tenant/tenant';
import type { Connection } from './connection';
import type { TenantEffects } from './tenantEffects';
import type { TenantConnectionFile } from './tenantFile';
import { tenantEndpoint } from './tenantFile';

/** Milliseconds: the service works through a job about every 40 minutes. */
const LOG_DEADLINE = 2 * 60 * 60 * 1000;

/** A connection to a tenant of Microsoft Entra. Opening it signs in, so that a refusal is known before anything else is done. */
export function tenantConnection(file: TenantConnectionFile, effects: TenantEffects): Connection {
  const endpoint = tenantEndpoint(file);
  return {
    kind: file.kind,
    name: file.name,
    endpoint: uploadAddress(endpoint),
    isSendable: false,
    file,
    async open({ onWait } = {}) {
      // First, because it refuses where calls are not safe: those that sign in are not, either
      const opened = await effects.openTransport();
      try {
        const tokens = tenantTokens(await effects.openTokens(file, opened.transport), file.tenantId);
        await tokens.token();
        const transport = boundTransport(endpoint.origin, opened.transport);
        const { clock } = effects;
        const patience = new ReadPatience({ clock, ...(onWait && { onWait }) });
        return {
          tenant: withoutUpload(createHttpTenant({ endpoint, name: file.name, transport, tokens, patience })),
          clock,
          logPace: () => ({ interval: LOG_READ_SPACING, deadline: LOG_DEADLINE, doubtDeadline: LOG_DEADLINE }),
          close: () => opened.close(),
        };
      } catch (error) {
        await opened.close();
        throw error;
      }
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
