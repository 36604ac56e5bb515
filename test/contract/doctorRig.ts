import { tenantConnection } from '../../src/connections/tenantConnection';
import type { TenantConnectionFile } from '../../src/connections/tenantFile';
import type { SignIn } from '../../src/connections/file/signIn';
import { examineConnection } from '../../src/doctor/examineConnection';
import type { DoctorEffects } from '../../src/doctor/examination';
import type { CheckState, DoctorReport } from '../../src/doctor/report';
import { systemClock } from '../../src/tenant/clock';
import { parseEndpoint } from '../../src/tenant/endpoint';
import type { TokenSource } from '../../src/tenant/signIn/tokenSource';
import type { EntraProxy } from '../support/entraProxy/entraProxy';
import { proxyTransport } from '../support/entraProxy/proxyTransport';

/** What a check of the proxy's tenant may have different. */
export interface Checked extends Partial<DoctorEffects> {
  readonly file?: Partial<TenantConnectionFile>;
  readonly signIn?: SignIn;
  readonly tokens?: TokenSource;
}

/** The connection file of the proxy's tenant. */
function tenantFileOf({ endpoint, registration, sandbox }: EntraProxy): TenantConnectionFile {
  const parsed = parseEndpoint(endpoint);
  if ('refusal' in parsed) throw new Error(parsed.refusal);
  return {
    kind: 'tenant',
    name: 'Contoso',
    cloud: 'global',
    tenantId: registration.tenantId,
    servicePrincipalId: sandbox.application.servicePrincipalId,
    jobId: sandbox.application.jobId,
    production: false,
    signIn: { kind: 'clientSecret', clientId: registration.clientId, secret: { env: 'ENTRA_CLIENT_SECRET' } },
  };
}

/** Checks the tenant of a proxy from this process. */
export function examine(proxy: EntraProxy, checked: Checked = {}): Promise<DoctorReport> {
  const way = proxyTransport(proxy);
  const own = tenantFileOf(proxy);
  const file = { ...own, ...checked.file, ...(checked.signIn && { signIn: checked.signIn }) };
  const tokens = checked.tokens ?? { token: () => Promise.resolve(proxy.issueToken()) };
  const connection = tenantConnection(file, {
    clock: systemClock,
    openTransport: () => Promise.resolve(way),
    openTokens: () => Promise.resolve(tokens),
  });
  return examineConnection(connection, { wallClock: Date.now, ...checked });
}

/** The state of each check by its id. */
export function statesOf({ checks }: DoctorReport): Readonly<Record<string, CheckState>> {
  return Object.fromEntries(checks.map(({ id, state }) => [id, state]));
}

/** The ids of the checks in a state. */
export function idsIn({ checks }: DoctorReport, ...states: readonly CheckState[]): readonly string[] {
  return checks.filter(({ state }) => states.includes(state)).map(({ id }) => id);
}

/** The check with an id. */
export function partOf({ checks }: DoctorReport, id: string): DoctorReport['checks'][number] {
  const part = checks.find((each) => each.id === id);
  if (part === undefined) throw new Error(`There is no check "${id}".`);
  return part;
}
