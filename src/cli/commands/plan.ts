import type { Command } from '../command';
import { argument, choice, needed, UsageError } from '../command';
import type { Invocation } from '../command';
import { READ_USAGE } from '../input/readOptions';
import { sourceToSend } from '../input/sourceToSend';
import { PlanCall } from '../planning/planCall';
import { PLAN_OPTIONS, PLAN_USAGE, pilotOption } from '../sending/sendOptions';
import { ExitCode } from '../terminal/exitCode';

export const plan: Command = {
  name: 'plan',
  summary: 'Show what would be sent, and what would happen to every person. Sends nothing.',
  usage: [
    'entra-inbound plan EXTRACT --mapping FILE [--connection C] [--directory USERS] [--schema SCHEMA] [--against OLD]',
    'entra-inbound plan PAYLOAD --connection C',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    'PAYLOAD              a bulk request or a single user (JSON)',
    '--mapping FILE       the mapping (.scimmap)',
    '--directory USERS    the existing accounts (JSON of users as from Graph: { "value": [...] });',
    '                     without it they are read from the connection, which needs User.Read.All',
    "--schema SCHEMA      the job's schema (JSON as from Graph); without it the schema is read from the connection, which",
    '                     needs Synchronization.Read.All; otherwise the schema of a new job applies',
    '--domain NAME        a verified domain for sign-in names, the default domain first; may be repeated. Without it the',
    '                     domains are read from the connection, which needs Domain.Read.All or Organization.Read.All;',
    '                     otherwise the domains of the accounts apply',
    '--connection C       "sandbox" for the running sandbox, otherwise one is started for this command;',
    '                     the name of a connection, or the path of a connection file (a name wins; ./FILE is a path)',
    '--against OLD        an older extract: count joiners, movers, leavers and unchanged people with the same mapping',
    ...PLAN_USAGE,
    '--show-values        name people, and print the values that would change',
    ...READ_USAGE,
    '',
    'Without accounts and without a connection, the plan shows only what would be sent. The prediction assumes that one',
    'cycle of the job processes everybody; what the job remembers from earlier cycles is unknown. Without a connection,',
    'only the guards run that need no more than the extract and the accounts of --directory. The exit code is 4 if a guard',
    'would stop or ask; without a connection it is 1 if records are left out because of problems and no other guard asks.',
    'People whom the service would refuse do not change the exit code: the others can be sent, and "send --wait" ends with',
    '1 if anybody failed.',
    '"send" with the same options and --confirm sends the plan.',
    '',
    '--format json prints one object: "plan", the hash for --confirm; "counts" of records; "requests", "minutes" and',
    '"shareOfDay" (1 is all that a tenant may send in 24 hours); "guards", each {id, decision, message, value, limit};',
    '"schema" ("file", "connection", "default"); "accounts" {count, from}; "outcomes", the number of people with each;',
    '"people", each {record, line, externalId, outcome, code, cause, remedy, reason, attributes, waitsFor}, with madeDisabled',
    'if an account would be created for somebody who has left, and with displayName and changes {name, oldValue, newValue}',
    'if --show-values is set; with --against, "against": "counts" and "people", each {externalId, class, line, oldLine,',
    'changes}. Without a connection, "plan" is null and "guards" lists only those that need none. Without a prediction,',
    '"schema" and "accounts" are null, and "outcomes" and "people" are empty.',
  ],
  options: {
    ...PLAN_OPTIONS,
    directory: { type: 'string' },
    schema: { type: 'string' },
    domain: { type: 'string', multiple: true },
    against: { type: 'string' },
  },
  takes: [1, 1],
  run: async (invocation) => {
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    refuseUselessOptions(invocation);
    pilotOption(invocation);
    const mapping = invocation.option('mapping');
    if (invocation.option('against') !== undefined) needed(invocation, 'mapping');
    const source = await sourceToSend({ source: argument(invocation, 0), mapping }, invocation, json);
    if (source === undefined) return ExitCode.problems;
    try {
      return await new PlanCall(source, invocation, json).run();
    } finally {
      await source.planner.close();
    }
  },
};

/**
 * Refuses options that only affect predictions or the comparison with what a job was sent, if there is no connection.
 */
function refuseUselessOptions(invocation: Invocation): void {
  if (invocation.option('connection') !== undefined) return;
  for (const name of ['only-changes', 'no-pilot', 'no-predict'])
    if (invocation.flag(name)) throw new UsageError(`--${name} takes a --connection.`);
  if (invocation.option('pilot') !== undefined) throw new UsageError('--pilot needs --connection.');
  if (invocation.option('directory') !== undefined) return;
  const name = ['schema', 'domain'].find((option) => invocation.option(option) ?? invocation.list(option)[0]);
  if (name !== undefined)
    throw new UsageError(`--${name} shows what would happen to people only together with --directory or --connection.`);
}
