import type { JobFlavour } from '../../core/provisioning/job/compiledJob';
import type { RandomBytes } from './identifiers';
import { randomGuid, randomHex } from './identifiers';

/** A provisioning app: an enterprise application with one job. */
export interface Application {
  readonly flavour: JobFlavour;
  /** The id of the service principal. */
  readonly servicePrincipalId: string;
  readonly appId: string;
  readonly displayName: string;
  readonly applicationTemplateId: string;
  readonly jobId: string;
}

/** The sandbox's identity: the ids that a connection to it contains, and the secret of its only client. */
export interface SandboxIdentity {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The service principal of the client. */
  readonly clientServicePrincipalId: string;
  /** One application per flavour. */
  readonly applications: Readonly<Record<JobFlavour, Application>>;
}

/** The names of the gallery applications. Source: Entra, configure API-driven inbound provisioning apps. */
const names: Readonly<Record<JobFlavour, string>> = {
  API2AAD: 'API-driven provisioning to Microsoft Entra ID',
  API2AD: 'API-driven provisioning to on-premises Active Directory',
};

/**
 * Creates ids, which differ at every start. The real ids of the two gallery templates are not documented: clients look
 * them up by name.
 */
export function createIdentity(random: RandomBytes): SandboxIdentity {
  const tenantId = randomGuid(random);
  const application = (flavour: JobFlavour): Application => ({
    flavour,
    servicePrincipalId: randomGuid(random),
    appId: randomGuid(random),
    displayName: names[flavour],
    applicationTemplateId: randomGuid(random),
    jobId: `${flavour}.${tenantId.replaceAll('-', '')}.${randomGuid(random)}`,
  });
  return {
    tenantId,
    clientId: randomGuid(random),
    clientSecret: `sandbox-secret-${randomHex(random, 16)}`,
    clientServicePrincipalId: randomGuid(random),
    applications: { API2AAD: application('API2AAD'), API2AD: application('API2AD') },
  };
}
