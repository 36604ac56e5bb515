import type { JsonObject } from '../../core/json/jsonValue';
import { newAccountIds } from '../../core/provisioning/cycle/newAccountIds';
import { createJobState } from '../../core/provisioning/cycle/jobState';
import type { Prediction } from '../../core/provisioning/cycle/whatIf';
import { whatIf } from '../../core/provisioning/cycle/whatIf';
import type { Question } from '../../core/provisioning/directory/askedDirectory';
import { AskedDirectory, questionKey } from '../../core/provisioning/directory/askedDirectory';
import type { Directory, DirectoryUser } from '../../core/provisioning/directory/directory';
import { createDirectory } from '../../core/provisioning/directory/directory';
import { targetsOf } from '../../core/provisioning/job/targetsOf';
import { graphPathOf, propertiesOf } from '../../core/provisioning/users/graphNames';
import { isGuid } from '../../tenant/endpoint';
import type { UsersRead } from '../../tenant/reading/readAllUsers';
import { readAllUsers } from '../../tenant/reading/readAllUsers';
import { isAskedBy, userFilters } from '../../tenant/reading/userFilters';
import type { Tenant } from '../../tenant/tenant';
import type { PredictedPeople } from '../predictedPeople';
import { ifPermitted } from './ifPermitted';
import type { JobRules } from './readJobRules';

export interface PredictOptions {
  readonly signal?: AbortSignal;
  /** Called after each page of a list of all users. */
  readonly onPage?: (read: UsersRead) => unknown;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/** Number of people above which reading all users, 999 per page, is cheaper than querying 15 values at a time. */
const FEW = 150;
/**
 * Maximum rounds of queries: by matching attribute, by sign-in name, by manager, and one to confirm that none is left.
 */
const MAX_ROUNDS = 8;

/**
 * Predicts what a tenant's job would do with people in one cycle. For a few people, only relevant accounts are read.
 * Notes what the tenant does not permit. Throws a `TenantError`.
 */
export async function predictPeople(
  people: readonly JsonObject[],
  tenant: Tenant,
  rules: JobRules,
  options: PredictOptions = {},
): Promise<PredictedPeople> {
  const { job } = rules;
  const impossible = whyImpossible(rules);
  if (impossible !== undefined) return unpredicted(rules.notes, impossible);
  const { properties, unread } = propertiesOf(targetsOf(job));
  const reading = new AccountReading(people, tenant, rules, properties, options);
  const notes = [...rules.notes];
  const predicted = await ifPermitted(reading.predict(), notes, 'Nothing can be predicted without the accounts.');
  if (predicted === undefined) return { predictions: [], accounts: 0, notes };
  if (unread.length > 0)
    notes.push(`A list of users does not contain ${unread.join(', ')}: the prediction assumes that nobody has any.`);
  return { ...predicted, notes };
}

function unpredicted(notes: readonly string[], why: string): PredictedPeople {
  return { predictions: [], accounts: 0, notes: [...notes, why] };
}

function whyImpossible({ job, domains }: JobRules): string | undefined {
  const [problem] = job.problems;
  if (problem !== undefined) return `The job's schema has an unsupported expression: ${problem.message}`;
  if (job.flavour === 'API2AD') return 'The accounts of Active Directory cannot be read over the connection.';
  if (domains.defaultDomain === '') return 'The domain of sign-in names is unknown.';
  return undefined;
}

/** Reads accounts until all of the job's lookups in the directory can be answered. */
class AccountReading {
  readonly #people: readonly JsonObject[];
  readonly #tenant: Tenant;
  readonly #rules: JobRules;
  readonly #properties: readonly string[];
  readonly #options: PredictOptions;
  readonly #now: number;
  readonly #users = new Map<string, DirectoryUser>();
  readonly #answered = new Set<string>();

  constructor(
    people: readonly JsonObject[],
    tenant: Tenant,
    rules: JobRules,
    properties: readonly string[],
    options: PredictOptions,
  ) {
    this.#people = people;
    this.#tenant = tenant;
    this.#rules = rules;
    this.#properties = properties;
    this.#options = options;
    this.#now = options.now ?? Date.now();
  }

  async predict(): Promise<PredictedPeople> {
    for (let round = 0; round < MAX_ROUNDS && this.#people.length <= FEW; round++) {
      const directory = new AskedDirectory(createDirectory(this.#users.values()));
      const predictions = this.#tryOn(directory);
      const open = this.#openQuestions(directory);
      if (open === 'too many') break;
      if (open.length === 0) return { predictions, accounts: this.#users.size };
      await this.#ask(open);
    }
    const users = await readAllUsers(this.#tenant, this.#properties, this.#options);
    return { predictions: this.#tryOn(createDirectory(users)), accounts: users.length };
  }

  #tryOn(directory: Directory): readonly Prediction[] {
    const { job, domains } = this.#rules;
    const context = { ...domains, now: this.#now, newId: newAccountIds() };
    return whatIf(this.#people, job, createJobState(directory), context);
  }

  /**
   * The lookups that known accounts do not answer; `too many` if they cannot be queried, or if reading all users is
   * cheaper.
   */
  #openQuestions(directory: AskedDirectory): readonly Question[] | 'too many' {
    const open = [...directory.questions].filter(
      (question) => !this.#answered.has(questionKey(question)) && !isOfNewAccount(question),
    );
    const canBeAsked = open.every(({ attribute }) => isAskedBy(graphPathOf(attribute, 'API2AAD')));
    return canBeAsked && open.length <= 4 * FEW ? open : 'too many';
  }

  async #ask(questions: readonly Question[]): Promise<void> {
    for (const attribute of new Set(questions.map((question) => question.attribute))) {
      const values = questions.filter((question) => question.attribute === attribute).map(({ value }) => value);
      for (const filter of userFilters(graphPathOf(attribute, 'API2AAD'), values))
        for await (const { users } of this.#tenant.readUsers(this.#properties, this.#options.signal, filter))
          for (const user of users) this.#users.set(user.id, user);
    }
    for (const question of questions) this.#answered.add(questionKey(question));
  }
}

function isOfNewAccount({ attribute, value }: Question): boolean {
  return attribute === 'id' && !isGuid(value);
}
