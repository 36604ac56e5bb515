import { clouds } from '../../tenant/clouds';
import { jobTarget } from '../../tenant/jobTarget';
import type { TenantConnectionFile } from '../tenantFile';
import type { SignIn } from './signIn';

/** The target directory of a job. */
export type JobTarget = 'Entra ID' | 'Active Directory';

/** The labels of the ways to sign in. */
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

/** The target and the sign-in of a connection file, as labelled facts. */
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

/** The target directory of a job, by its id; `undefined` if the id does not tell. */
export function targetOfJob(jobId: string): JobTarget | undefined {
  const target = jobTarget(jobId);
  if (target === undefined) return undefined;
  return target === 'API2AD' ? 'Active Directory' : 'Entra ID';
}
