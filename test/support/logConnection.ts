import type { Connection, OpenOptions } from '../../src/connections/connection';
import type { Clock } from '../../src/tenant/clock';
import { createHttpTenant } from '../../src/tenant/httpTenant';
import { LOG_READ_SPACING } from '../../src/tenant/limits';
import { ReadPatience } from '../../src/tenant/reading/readPatience';
import { createSpacing } from '../../src/tenant/reading/spacing';
import { SANDBOX_TOKEN_PREFIX } from '../../src/tenant/signIn/tokenPrefix';
import type { Transport } from '../../src/tenant/transport';

const SP = '7e2b1c9a-0d4f-4b8e-9a1c-3f5d7b9e1a2c';
const JOB = 'API2AAD.4f6a2b';

/** Nothing but a sandbox's token goes to an address of this machine. */
const TOKEN = `${SANDBOX_TOKEN_PREFIX}1`;

/** Over a socket of this machine. */
const overHttp: Transport = (url, { method, headers, signal }) =>
  fetch(url, { method, headers, ...(signal && { signal }) });

interface Way {
  readonly origin: string;
  readonly transport?: Transport;
  readonly token?: () => string;
  readonly servicePrincipalId?: string;
  readonly jobId?: string;
}

/** A connection to a service with a log, at that pace by a clock whose time may pass faster than the machine's. */
export function logConnection(way: Way, clock: Clock): Connection {
  const { origin, transport = overHttp, token = () => TOKEN, servicePrincipalId = SP, jobId = JOB } = way;
  const endpoint = { kind: 'sandbox', origin, version: 'v1.0', servicePrincipalId, jobId } as const;
  const logSpacing = createSpacing(clock, LOG_READ_SPACING);
  const open = ({ onWait }: OpenOptions = {}) => {
    const patience = new ReadPatience({ clock, random: () => 0, ...(onWait && { onWait }) });
    const tokens = { token: () => Promise.resolve(token()) };
    return Promise.resolve({
      tenant: createHttpTenant({ endpoint, name: 'Contoso', transport, tokens, patience, logSpacing }),
      target: () => Promise.resolve({ kind: 'sandbox' as const, tenantId: 't', servicePrincipalId, jobId }),
      clock,
      logPace: () => ({ interval: 3000, longestInterval: 6000, deadline: 1, doubtDeadline: 1, outage: 60_000 }),
      close: () => Promise.resolve(),
    });
  };
  const reach = (): Promise<never> => Promise.reject(new Error('Nobody reaches it otherwise.'));
  return { kind: 'sandbox', name: 'Contoso', endpoint: undefined, open, reach };
}
