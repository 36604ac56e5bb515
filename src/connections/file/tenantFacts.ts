import { clouds } from '../../tenant/clouds';
import { jobTarget } from '../../tenant/jobTarget';
import type { TenantConnectionFile } from '../tenantFile';
import type { SignIn } from './signIn';

/** What a job writes to. */
export type JobTarget = 'Entra ID' | 'Active Directory';

/** A way to sign in, as people call it. */
export const SIGN_IN_LABELS: Readonly<Record<SignIn['kind'], string>> = {
  clientSecret: 'client secret',
  clientCertificate: 'client certificate',
  workloadIdentity: 'workload identity federation',
  managedIdentity: 'managed identity',
  azureCli: 'Azure CLI',
  deviceCode: 'device code',
  browser: 'browser',
  vscodeAccount: 'Microsoft account of VS Code',
};

/** What a connection's file says of where it leads and who signs in, by name. */
export function tenantFacts(file: TenantConnectionFile): readonly (readonly [name: string, value: string])[] {
  const { cloud, tenantId, servicePrincipalId, jobId, signIn } = file;
  const client = 'clientId' in signIn ? ` · ${signIn.clientId}` : '';
  return [
    ['Cloud', clouds[cloud].title],
    ['Tenant', tenantId],
    ['Service principal', servicePrincipalId],
    ['Job', jobId],
    ['Sign-in', `${SIGN_IN_LABELS[signIn.kind]}${client}`],
  ];
}

/** What a job writes to, by its id; `undefined` where the id does not say. */
export function targetOfJob(jobId: string): JobTarget | undefined {
  const target = jobTarget(jobId);
  if (target === undefined) return undefined;
  return target === 'API2AD' ? 'Active Directory' : 'Entra ID';
}
