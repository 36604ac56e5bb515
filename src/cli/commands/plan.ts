import { createDirectory } from '../../core/provisioning/directory/directory';
import { createJobState } from '../../core/provisioning/cycle/jobState';
import type { JsonObject } from '../../core/json/jsonValue';
import { predictPlan, resourcesOf } from '../../core/run/predictPlan';
import type { Plan } from '../../core/run/plan';
import type { LostBody } from '../../core/run/plannedBody';
import type { Command, Invocation } from '../command';
import { argument, choice, needed, UsageError } from '../command';
import type { PredictedPlan } from '../describePlan';
import { describeForesight, describePlan, planObject } from '../describePlan';
import { ExitCode } from '../terminal/exitCode';
import type { Foresight, Gathered } from '../foresight';
import { gatherForesight } from '../foresight';
import { openConnection } from '../openConnection';
import type { PlannedExtract } from '../input/planFromExtract';
import { describeDuplicateIds, planFromExtract } from '../input/planFromExtract';
import { READ_OPTIONS, READ_USAGE } from '../input/readOptions';
import { printable } from '../../core/text/printable';
import { jsonLine, messageLine } from '../terminal/terminal';

export const plan: Command = {
  name: 'plan',
  summary: 'Say what would be sent, and what would become of every person. Sends nothing.',
  usage: [
    'entra-inbound plan EXTRACT --mapping FILE [--connection C] [--directory USERS] [--schema SCHEMA]',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    '--mapping FILE       the mapping (.scimmap)',
    '--directory USERS    the accounts that there are (JSON as Graph gives users: { "value": [...] });',
    '                     without it they are read from the connection, which takes User.Read.All',
    "--schema SCHEMA      the job's schema (JSON as Graph gives it); without it that of the connection's job, which",
    '                     takes Synchronization.Read.All, or else the one that a new job starts with',
    '--domain NAME        a verified domain of sign-in names, the default one first; may be repeated. Without it as the',
    '                     connection says, which takes Domain.Read.All or Organization.Read.All, or else those of the',
    '                     accounts',
    '--connection C       "sandbox" for the sandbox that runs, else one is started for this call;',
    '                     the name of a connection, or the path of a connection file (a name wins; ./FILE is a path)',
    '--show-values        name people, and print the values that would change',
    ...READ_USAGE,
    '',
    'With neither accounts nor a connection, only what would be sent is shown. The prediction assumes that one cycle of',
    'the job takes everybody; what the job remembers of earlier cycles is not known.',
    '',
    'With --format json one object: "counts" of records; "requests", "minutes" and "shareOfDay" (1 is all that a tenant',
    'may send in 24 hours); "schema" ("file", "connection", "default"); "accounts" {count, from}; "outcomes", how many',
    'people there are of each; "people", each {record, line, externalId, outcome, code, cause, remedy, reason, attributes,',
    'waitsFor}, with --show-values displayName and changes {name, oldValue, newValue} too. Where nothing is',
    'predicted, schema and accounts are null, outcomes and people empty.',
  ],
  options: {
    mapping: { type: 'string' },
    directory: { type: 'string' },
    schema: { type: 'string' },
    domain: { type: 'string', multiple: true },
    connection: { type: 'string' },
    'show-values': { type: 'boolean' },
    ...READ_OPTIONS,
  },
  takes: [1, 1],
  run: async (invocation) => {
    const { terminal } = invocation;
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const extract = argument(invocation, 0);
    needed(invocation, 'mapping');
    refuseUselessOptions(invocation);
    const planned = await planFromExtract(extract, invocation, json);
    if (planned === undefined) return ExitCode.problems;
    const { plan: extractPlan } = planned;
    const { duplicates, refused } = extractPlan.counts;
    const gathered = duplicates > 0 ? 'unknown' : await gather(invocation, json);
    if (gathered === 'wrong') return ExitCode.problems;
    const users = gathered === 'unknown' ? [] : await usersOf(planned);
    if ('remedy' in users) {
      await terminal.err(messageLine(`${users.message} ${users.remedy}`, json));
      return ExitCode.problems;
    }
    const predicted = gathered === 'unknown' ? undefined : predict(extractPlan, users, gathered);
    await print(extractPlan, predicted, extract, invocation, json);
    if (duplicates > 0) {
      await terminal.err(messageLine(`Nothing would be sent: ${describeDuplicateIds(duplicates)}`, json));
      return ExitCode.guard;
    }
    return refused > 0 ? ExitCode.problems : ExitCode.ok;
  },
};

/** An option that only matters to a prediction is refused where there is none. */
function refuseUselessOptions(invocation: Invocation): void {
  if (invocation.option('directory') !== undefined || invocation.option('connection') !== undefined) return;
  const name = ['schema', 'domain'].find((option) => invocation.option(option) ?? invocation.list(option)[0]);
  if (name !== undefined)
    throw new UsageError(`--${name} says what would become of people only together with --directory or --connection.`);
}

async function gather(invocation: Invocation, json: boolean): Promise<Gathered> {
  const connection = invocation.option('connection');
  if (connection === undefined)
    return invocation.option('directory') === undefined ? 'unknown' : gatherForesight(invocation, undefined, json);
  const { terminal } = invocation;
  const opened = await openConnection(connection, terminal, (text) => terminal.err(messageLine(text, json)));
  try {
    return await gatherForesight(invocation, opened.tenant, json);
  } finally {
    await opened.close();
  }
}

/** Everybody who would be sent; or why that cannot be told any more. */
async function usersOf({ bodies }: PlannedExtract): Promise<readonly JsonObject[] | LostBody> {
  const users: JsonObject[] = [];
  for await (const body of bodies()) {
    if (body.kind === 'lost') return body;
    for (const user of resourcesOf(body)) users.push(user);
  }
  return users;
}

function predict(planned: Plan, users: readonly JsonObject[], foresight: Foresight): PredictedPlan {
  const { job, accounts, domains } = foresight;
  let made = 0;
  const context = { ...domains, now: Date.now(), newId: () => `new account ${++made}` };
  const state = createJobState(createDirectory(accounts.users));
  return { ...foresight, records: predictPlan(planned, users, job, state, context) };
}

async function print(
  planned: Plan,
  predicted: PredictedPlan | undefined,
  extract: string,
  invocation: Invocation,
  json: boolean,
): Promise<void> {
  const { terminal } = invocation;
  const showValues = invocation.flag('show-values');
  if (json) {
    await terminal.out(jsonLine(planObject(planned, predicted, showValues)));
    return;
  }
  const lines = [
    `${extract}:`,
    ...describePlan(planned),
    ...(predicted === undefined ? [] : ['', ...describeForesight(predicted, showValues)]),
  ];
  await terminal.out(lines.map((line) => `${printable(line)}\n`).join(''));
}
