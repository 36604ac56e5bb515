import { ifPermitted } from '../../connections/prediction/ifPermitted';
import { readJsonText } from '../../core/json/readJsonText';
import { defaultJobSchema } from '../../core/jobSchema/defaultJobSchema';
import type { JobSchema } from '../../core/jobSchema/jobSchema';
import { loadJobSchema } from '../../core/jobSchema/loadJobSchema';
import { readJobSchema } from '../../core/jobSchema/readJobSchema';
import type { CompiledJob } from '../../core/provisioning/job/compiledJob';
import { compileJob } from '../../core/provisioning/job/compileJob';
import { targetsOf } from '../../core/provisioning/job/targetsOf';
import type { DirectoryUser } from '../../core/provisioning/directory/directory';
import { domainsOfUsers } from '../../core/provisioning/users/domainsOfUsers';
import { flavourOf } from '../../core/provisioning/job/flavourOf';
import { propertiesOf } from '../../core/provisioning/users/graphNames';
import { printable } from '../../core/text/printable';
import { readText } from '../../files/readText';
import { systemClock } from '../../tenant/clock';
import type { Domains } from '../../tenant/parseDomains';
import type { UsersRead } from '../../tenant/reading/readAllUsers';
import { readAllUsers } from '../../tenant/reading/readAllUsers';
import type { Tenant } from '../../tenant/tenant';
import type { Invocation } from '../command';
import { UsageError } from '../command';
import { printDocumentProblems } from '../terminal/documentProblem';
import { ReadProgress } from '../terminal/readProgress';
import { messageLine } from '../terminal/terminal';
import { readUsersFile } from '../input/usersFile';

/** Accounts, and where they come from. */
interface Accounts {
  readonly users: readonly DirectoryUser[];
  readonly from: 'file' | 'connection';
}

interface Schema {
  readonly schema: JobSchema;
  readonly from: 'file' | 'connection' | 'default';
}

/** The input for a prediction. */
export interface PlanPrediction {
  readonly job: CompiledJob;
  readonly schemaFrom: Schema['from'];
  readonly accounts: Accounts;
  readonly domains: Domains;
}

/**
 * `wrong`: a file has errors, which were printed. `unknown`: the tenant does not provide enough data, which was
 * reported.
 */
export type Gathered = PlanPrediction | 'wrong' | 'unknown';

/**
 * Gathers the input for a prediction: from the files of `--schema` and `--directory`, and the rest from the connection.
 * What the connection does not permit is reported and skipped. Throws `TenantError` and `UsageError`.
 *
 * @param json whether to print each message as a JSON object per line
 */
export async function gatherPlanPrediction(
  invocation: Invocation,
  tenant: Tenant | undefined,
  json: boolean,
): Promise<Gathered> {
  const source = new PlanPredictionSource(invocation, tenant, json);
  const schema = await source.schema();
  if (schema === 'wrong') return schema;
  const job = compileJob(schema.schema, flavourOf(schema.schema));
  if (job.problems.length > 0) {
    await source.say("The job's schema has expressions that are not supported here:");
    for (const { message } of job.problems) await source.say(message);
    return 'unknown';
  }
  const accounts = await source.accounts(job);
  if (typeof accounts === 'string') return accounts;
  return { job, schemaFrom: schema.from, accounts, domains: await source.domains(accounts) };
}

class PlanPredictionSource {
  readonly #invocation: Invocation;
  readonly #tenant: Tenant | undefined;
  readonly #json: boolean;

  constructor(invocation: Invocation, tenant: Tenant | undefined, json: boolean) {
    this.#invocation = invocation;
    this.#tenant = tenant;
    this.#json = json;
  }

  say(text: string): Promise<void> {
    return this.#invocation.terminal.err(messageLine(printable(text), this.#json));
  }

  async schema(): Promise<Schema | 'wrong'> {
    const path = this.#invocation.option('schema');
    if (path !== undefined) {
      const text = await readText(path, 'json');
      const { schema, problems } = loadJobSchema(readJsonText(text));
      await printDocumentProblems(path, text, problems, this.#invocation.terminal, this.#json);
      return problems.some(({ severity }) => severity === 'error') ? 'wrong' : { schema, from: 'file' };
    }
    const result = await this.#ask(
      (tenant, signal) => tenant.readSchema(signal),
      'Using the schema that a new job starts with instead.',
    );
    if (result !== undefined) return { schema: readJobSchema(readJsonText(result)), from: 'connection' };
    const flavour = this.#tenant?.jobId.startsWith('API2AD.') === true ? 'API2AD' : 'API2AAD';
    const text = JSON.stringify(defaultJobSchema(flavour));
    return { schema: readJobSchema(readJsonText(text)), from: 'default' };
  }

  async accounts(job: CompiledJob): Promise<Accounts | 'wrong' | 'unknown'> {
    const path = this.#invocation.option('directory');
    if (path !== undefined) {
      const users = await readUsersFile(path, job.flavour, this.#invocation.terminal, this.#json);
      return users === undefined ? 'wrong' : { users, from: 'file' };
    }
    if (job.flavour === 'API2AD') {
      await this.say(
        'The accounts of Active Directory cannot be read over the connection: name a file of them with --directory.',
      );
      return 'unknown';
    }
    const { properties, unread } = propertiesOf(targetsOf(job));
    const progress = new ReadProgress((text) => this.say(text), systemClock);
    const onPage = (read: UsersRead): Promise<void> => progress.take(read);
    const users = await this.#ask(
      (tenant, signal) => readAllUsers(tenant, properties, { signal, onPage }),
      'Nothing is predicted without the accounts.',
    );
    if (users === undefined) return 'unknown';
    if (unread.length > 0)
      await this.say(
        `The list of users does not contain ${unread.join(', ')}: the prediction assumes that nobody has any.`,
      );
    return { users, from: 'connection' };
  }

  async domains({ users }: Accounts): Promise<Domains> {
    const [named, ...more] = this.#invocation.list('domain');
    if (named !== undefined) return { defaultDomain: named, verifiedDomains: [named, ...more] };
    const result = await this.#ask((tenant, signal) => tenant.readDomains(signal), '');
    if (result !== undefined) return result;
    const seen = domainsOfUsers(users);
    if (seen.defaultDomain === '')
      throw new UsageError('The accounts do not show a domain of sign-in names: name the default one with --domain.');
    await this.say(
      `The prediction assumes that sign-in names are in ${seen.defaultDomain}, as most are; --domain sets another.`,
    );
    return seen;
  }

  /** The result of a call; `undefined` without a connection, or if the call is not permitted, which is reported. */
  async #ask<Result>(
    ask: (tenant: Tenant, signal: AbortSignal) => Promise<Result>,
    without: string,
  ): Promise<Result | undefined> {
    if (this.#tenant === undefined) return undefined;
    const notes: string[] = [];
    const result = await ifPermitted(ask(this.#tenant, this.#invocation.terminal.signal), notes, without);
    for (const note of notes) await this.say(note);
    return result;
  }
}
