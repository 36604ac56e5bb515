import { uploadAddress } from '../../tenant/endpoint';
import { parseConnectionFile } from '../connectionFile';
import type { SecretPurpose } from '../file/secretOf';
import type { SecretPlace, SignIn } from '../file/signIn';
import type { TenantConnectionFile } from '../tenantFile';
import { tenantEndpoint } from '../tenantFile';
import type { Answers, Start } from './steps';

/** Where the command line finds the secrets of an exported connection, unless its file says otherwise. */
const SECRET_PLACE: SecretPlace = { env: 'ENTRA_CLIENT_SECRET' };
const PASSWORD_PLACE: SecretPlace = { env: 'ENTRA_CERTIFICATE_PASSWORD' };

/** Placeholder ids for a job that is not selected yet; never used in a call. */
const NO_JOB = { servicePrincipalId: '00000000-0000-0000-0000-000000000000', jobId: 'none' };

/** The connection that the answers describe, or why they are incomplete. */
export function describedFile(
  answers: Answers,
  before?: TenantConnectionFile,
): TenantConnectionFile | { readonly refusal: string } {
  const discovers = before === undefined && (answers.start as Start | undefined) === 'discover';
  const { cloud, app, job, tenant, color } = answers;
  const json = {
    kind: 'tenant',
    name: answers.name,
    ...(discovers ? { cloud, servicePrincipalId: app, jobId: job } : { endpoint: answers.endpoint }),
    tenantId: tenant?.trim(),
    production: answers.production === 'yes',
    ...(color !== undefined && color !== 'none' && { color }),
    signIn: describedSignIn(answers, before?.signIn),
  };
  const file = parseConnectionFile(JSON.stringify(json));
  if ('refusal' in file || file.kind === 'tenant') return file;
  return { refusal: 'It is the file of a sandbox.' };
}

/** A connection that is sufficient for signing in before its job is selected. */
export function signInOnly(answers: Answers): TenantConnectionFile | { readonly refusal: string } {
  return describedFile({
    ...answers,
    start: 'discover',
    name: answers.name ?? 'the new connection',
    app: NO_JOB.servicePrincipalId,
    job: NO_JOB.jobId,
  });
}

/** The secret in the answers, if the way to sign in needs one and it was entered. */
export function describedSecret({ signIn, secret, password }: Answers):
  | {
      readonly purpose: SecretPurpose;
      readonly value: string;
    }
  | undefined {
  if (signIn === 'clientSecret' && secret !== undefined && secret !== '')
    return { purpose: 'client secret', value: secret };
  if (signIn === 'clientCertificate' && password !== undefined && password !== '')
    return { purpose: 'password of the certificate', value: password };
  return undefined;
}

/** The answers that describe an existing connection. */
export function answersOf(file: TenantConnectionFile): Answers {
  const { signIn } = file;
  const client = 'clientId' in signIn ? signIn.clientId : undefined;
  return {
    endpoint: uploadAddress(tenantEndpoint(file)),
    tenant: file.tenantId,
    signIn: signIn.kind,
    ...(client !== undefined && { [signIn.kind === 'managedIdentity' ? 'identity' : 'client']: client }),
    ...(signIn.kind === 'clientCertificate' && { certificate: signIn.certificate.file }),
    ...(signIn.kind === 'workloadIdentity' && { tokenFile: signIn.tokenFile }),
    name: file.name,
    production: file.production ? 'yes' : 'no',
    color: file.color ?? 'none',
  };
}

/** @param before where the command line finds the secrets of the edited connection */
function describedSignIn(answers: Answers, before: SignIn | undefined): Readonly<Record<string, unknown>> {
  const { signIn: kind, client, identity, certificate, tokenFile } = answers;
  const clientId = client?.trim();
  switch (kind as SignIn['kind']) {
    case 'clientSecret': {
      return { kind, clientId, secret: before?.kind === 'clientSecret' ? before.secret : SECRET_PLACE };
    }
    case 'clientCertificate': {
      const kept = before?.kind === 'clientCertificate' ? before.password : undefined;
      const hasPassword = describedSecret(answers) !== undefined || kept !== undefined;
      return {
        kind,
        clientId,
        certificate: { file: certificate },
        ...(hasPassword && { password: kept ?? PASSWORD_PLACE }),
      };
    }
    case 'workloadIdentity':
      return { kind, clientId, tokenFile };
    case 'managedIdentity':
      return { kind, ...(identity !== undefined && identity.trim() !== '' && { clientId: identity.trim() }) };
    case 'azureCli':
      return { kind };
    case 'deviceCode':
    case 'browser':
    case 'vscodeAccount':
      return { kind, clientId };
  }
}
