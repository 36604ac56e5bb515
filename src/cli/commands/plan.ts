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
    "--schema SCHEMA      the job's schema (JSON as Graph gives it); without it that of the connection's job, which",
    '                     takes Synchronization.Read.All, or else the one that a new job starts with',
    '--domain NAME        a verified domain of sign-in names, the default one first; may be repeated. Without it as the',
    '                     connection says, which takes Domain.Read.All or Organization.Read.All, or else those of the',
    '                     accounts',
    '--connection C       "sandbox" for the running sandbox, otherwise one is started for this command;',
    '                     the name of a connection, or the path of a connection file (a name wins; ./FILE is a path)',
    '--against OLD        an older extract: counts joiners, movers, leavers and unchanged people by the same mapping',
    ...PLAN_USAGE,
    '--show-values        name people, and print the values that would change',
    ...READ_USAGE,
    '',
    'With neither accounts nor a connection, only what would be sent is shown. The prediction assumes that one cycle of',
    'the job takes everybody; what the job remembers of earlier cycles is not known. Without a connection only those guards',
    'run that need nothing but the extract and the accounts of --directory. Exit code 4 if one would stop or ask;',
    'without a connection 1 if records are left out because of problems and no other guard asks. People that the service',
    'would refuse do not change the exit code: the others can be sent, and "send --wait" ends with 1 if anybody failed.',
    '"send" with the same options and --confirm sends the plan.',
    '',
    'With --format json one object: "plan", the hash that --confirm takes; "counts" of records; "requests", "minutes" and',
    '"shareOfDay" (1 is all that a tenant may send in 24 hours); "guards", each {id, decision, message, value, limit};',
    '"schema" ("file", "connection", "default"); "accounts" {count, from}; "outcomes", how many people there are of each;',
    '"people", each {record, line, externalId, outcome, code, cause, remedy, reason, attributes, waitsFor}, madeDisabled',
    'where an account would be made for somebody who has left, and displayName and changes {name, oldValue, newValue} with',
    '--show-values; "against" with --against: "counts" and "people", each {externalId, class, line, oldLine, changes}.',
    'Without a connection "plan" is null and "guards" has only those that need none; where nothing is predicted, schema and',
    'accounts are null, outcomes and people empty.',
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
