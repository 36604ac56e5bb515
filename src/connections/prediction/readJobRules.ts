import { readJsonText } from '../../core/json/readJsonText';
import { defaultJobSchema } from '../../core/jobSchema/defaultJobSchema';
import { readJobSchema } from '../../core/jobSchema/readJobSchema';
import { compileJob } from '../../core/provisioning/job/compileJob';
import type { CompiledJob } from '../../core/provisioning/job/compiledJob';
import { flavourOf } from '../../core/provisioning/job/flavourOf';
import { domainsOfUsers } from '../../core/provisioning/users/domainsOfUsers';
import type { Domains } from '../../tenant/parseDomains';
import type { Tenant } from '../../tenant/tenant';
import { ifPermitted } from './ifPermitted';

/** The rules by which a job provisions people. */
export interface JobRules {
  readonly job: CompiledJob;
  readonly domains: Domains;
  /** The job's schema as read; absent if reading it is not permitted. */
  readonly schema?: string;
  /** What the tenant does not permit to read, and what is used instead. */
  readonly notes: readonly string[];
}

/**
 * Reads the schema of a tenant's job and the domains of its sign-in names. Without a permission, uses the closest
 * replacement.
 */
export async function readJobRules(tenant: Tenant, signal?: AbortSignal): Promise<JobRules> {
  const notes: string[] = [];
  const schema = await ifPermitted(tenant.readSchema(signal), notes, WITHOUT_SCHEMA);
  const flavour = tenant.jobId.startsWith('API2AD.') ? 'API2AD' : 'API2AAD';
  const read = readJobSchema(readJsonText(schema ?? JSON.stringify(defaultJobSchema(flavour))));
  const job = compileJob(read, flavourOf(read));
  const domains =
    (await ifPermitted(tenant.readDomains(signal), notes, WITHOUT_DOMAINS)) ?? (await seenDomains(tenant, signal));
  return { job, domains, notes, ...(schema !== undefined && { schema }) };
}

const WITHOUT_SCHEMA = 'Using the schema that a new job starts with instead.';
const WITHOUT_DOMAINS = 'The prediction assumes that sign-in names are in the domain of most of the first users.';

/** The domains of the users on the first page; more pages would not improve the guess. */
async function seenDomains(tenant: Tenant, signal: AbortSignal | undefined): Promise<Domains> {
  const first = ifPermitted(firstUsers(tenant, signal), [], '');
  return domainsOfUsers((await first) ?? []);
}

async function firstUsers(tenant: Tenant, signal: AbortSignal | undefined) {
  for await (const { users } of tenant.readUsers(['id', 'userPrincipalName'], signal)) return users;
  return [];
}
