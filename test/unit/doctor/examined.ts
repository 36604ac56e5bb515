import type { Connection } from '../../../src/connections/connection';
import type { Reach } from '../../../src/connections/reach';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import { tenantEndpoint } from '../../../src/connections/tenantFile';
import { examineConnection } from '../../../src/doctor/examineConnection';
import type { DoctorEffects } from '../../../src/doctor/examination';
import type { DoctorReport } from '../../../src/doctor/report';
import { graphError, json } from '../tenant/answers';

export const CLIENT = '1e1e1e1e-1111-2222-3333-444444444444';

export const FILE: TenantConnectionFile = {
  kind: 'tenant',
  name: 'Contoso',
  cloud: 'global',
  tenantId: '2d2d2d2d-1111-2222-3333-444444444444',
  servicePrincipalId: '0f0f0f0f-1111-2222-3333-444444444444',
  jobId: 'API2AAD.0123456789abcdef',
  production: false,
  signIn: { kind: 'clientSecret', clientId: CLIENT, secret: { env: 'ENTRA_CLIENT_SECRET' } },
};

export const NOW = Date.UTC(2026, 10, 28, 18, 30);

/** A token with these claims, signed by nobody. */
export function tokenOf(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ aud: 'https://graph.microsoft.com', ...claims })}.c2lnbmVk`;
}

const EVERYTHING = tokenOf({
  appid: CLIENT,
  exp: NOW / 1000 + 3600,
  roles: ['SynchronizationData-User.Upload', 'Synchronization.ReadWrite.All', 'Directory.Read.All'],
});

/** What a job that works answers. */
export const JOB = {
  id: FILE.jobId,
  templateId: 'API2AAD',
  schedule: { state: 'Active' },
  status: { code: 'Active', quarantine: null, lastExecution: null },
};

interface Answers {
  readonly token?: string;
  readonly file?: Partial<TenantConnectionFile>;
  readonly job?: () => Response;
  readonly jobs?: () => Response;
  readonly schema?: () => Response;
  readonly log?: () => Response;
  readonly greeting?: () => Response;
}

/** Checks a connection to a tenant that gives these answers. */
export function examined(answers: Answers = {}, effects: Partial<DoctorEffects> = {}): Promise<DoctorReport> {
  const file = { ...FILE, ...answers.file };
  const date = { date: new Date(NOW).toUTCString() };
  const reach: Reach = {
    endpoint: tenantEndpoint(file),
    name: file.name,
    tokens: { token: () => Promise.resolve(answers.token ?? EVERYTHING) },
    transport: (url, { headers }) => {
      if (!('Authorization' in headers))
        return Promise.resolve(answers.greeting?.() ?? graphError(401, 'InvalidAuthenticationToken', date));
      const { pathname } = new URL(url);
      if (pathname.endsWith('/schema')) return Promise.resolve(answers.schema?.() ?? json(200, {}));
      if (pathname.endsWith('/provisioning')) return Promise.resolve(answers.log?.() ?? json(200, { value: [] }));
      if (pathname.endsWith('/jobs')) return Promise.resolve(answers.jobs?.() ?? json(200, { value: [JOB] }));
      if (pathname.endsWith('/domains')) return Promise.resolve(json(200, { value: [] }));
      return Promise.resolve(answers.job?.() ?? json(200, JOB));
    },
    close: () => Promise.resolve(),
  };
  const connection: Connection = {
    kind: 'tenant',
    name: file.name,
    endpoint: undefined,
    file,
    open: () => Promise.reject(new Error('It is only examined.')),
    reach: () => Promise.resolve(reach),
  };
  return examineConnection(connection, { wallClock: () => NOW, ...effects });
}
