import { declineRun } from '../../sending/declineRun';
import { prepareSending } from '../../sending/prepareSending';
import type { SendingContext } from '../../sending/sendingContext';
import { startRun } from '../../sending/startRun';
import type { Command, Invocation } from '../command';
import { argument, choice, needed } from '../command';
import { READ_USAGE, readOptions } from '../input/readOptions';
import type { SourceToSend } from '../input/sourceToSend';
import { sourceToSend } from '../input/sourceToSend';
import type { Connected } from '../openConnection';
import { connect, unlessStopped } from '../openConnection';
import { PATIENCE } from '../sending/conductRun';
import { confirmingCommand, nextCommands, planningCommand, wholeCommand } from '../sending/nextCommands';
import { keepPrinted, momentFor } from '../sending/planMoment';
import { givenConsent, PLAN_OPTIONS, PLAN_USAGE, pilotOption } from '../sending/sendOptions';
import { sendingContext } from '../sending/sendingTools';
import type { PreparedCall } from '../sending/sendPrepared';
import { sendPrepared } from '../sending/sendPrepared';
import { ExitCode } from '../terminal/exitCode';
import { messageLine } from '../terminal/terminal';

export const send: Command = {
  name: 'send',
  summary: 'Send an extract or a payload to a tenant and print the result of every record.',
  usage: [
    'entra-inbound send EXTRACT --mapping FILE --connection C [--yes] [--confirm PLAN] [--wait]',
    'entra-inbound send PAYLOAD --connection C [--yes] [--confirm PLAN] [--wait]',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    'PAYLOAD              a bulk request or a single user (JSON), sent unchanged',
    '--mapping FILE       the mapping (.scimmap)',
    '--connection C       "sandbox" for the running sandbox, otherwise one is started for this command;',
    '                     the name of a connection, or the path of a connection file (a name wins; ./FILE is a path)',
    '--yes                pass the guards that ask',
    '--confirm PLAN       pass the guards that ask and those that require typing, for the plan with this hash, which',
    '                     "plan" prints. Nothing passes a guard that stops',
    `--wait               follow the log until every operation is answered (at most ${PATIENCE} minutes)`,
    ...PLAN_USAGE,
    "--show-values        print the values of people's cells with their problems",
    ...READ_USAGE,
    '',
    'Everything is planned and checked before anything is sent. At a terminal, guards ask you; elsewhere, a guard that does',
    'not pass ends the command with 4, and the command that passes it is printed. The run is kept in the state folder',
    'without personal data; "entra-inbound runs" lists, resumes and verifies runs. Ctrl-C stops after the request in flight.',
    '',
    '--format json prints one object: "run" and "plan"; "counts" of records by state; "elsewhere", the log entries that',
    'answer no record of this run; "batches", each {number, operations, state, attempts, maybeTwice}; "records", each',
    '{record, line, externalId, state, batch, cause, remedy, entries}, with "also" for what succeeded despite a failure:',
    '{entry, outcome, onlyManager}.',
  ],
  options: { ...PLAN_OPTIONS, yes: { type: 'boolean' }, confirm: { type: 'string' }, wait: { type: 'boolean' } },
  takes: [1, 1],
  run: async (invocation) => {
    const { terminal } = invocation;
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const name = needed(invocation, 'connection');
    givenConsent(invocation);
    pilotOption(invocation);
    readOptions(invocation);
    const context = await sendingContext(terminal);
    const opened: Opened = {};
    try {
      const call = await untilPrepared(() => prepare(name, context, opened, invocation, json), invocation, json);
      return typeof call === 'number' ? call : await sendPrepared(call, invocation, json);
    } finally {
      await opened.source?.planner.close();
      await opened.connected?.opened.close();
    }
  },
};

/** What a command has opened and must close. */
interface Opened {
  source?: SourceToSend;
  connected?: Connected;
}

/** Runs everything before the first question. Stopping it means that nothing was sent. */
async function untilPrepared(
  prepare: () => Promise<PreparedCall | ExitCode>,
  { terminal }: Invocation,
  json: boolean,
): Promise<PreparedCall | ExitCode> {
  try {
    return await unlessStopped(prepare(), terminal.signal);
  } catch (error) {
    if (!terminal.signal.aborted) throw error;
    await terminal.err(messageLine('Stopped. Nothing was sent.', json));
    return ExitCode.partial;
  }
}

async function prepare(
  name: string,
  context: SendingContext,
  opened: Opened,
  invocation: Invocation,
  json: boolean,
): Promise<PreparedCall | ExitCode> {
  const { terminal } = invocation;
  const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
  const places = { source: argument(invocation, 0), mapping: invocation.option('mapping') };
  const source = await sourceToSend(places, invocation, json);
  if (source === undefined) return ExitCode.problems;
  opened.source = source;
  const connected = await connect(name, terminal, say);
  opened.connected = connected;
  const consent = givenConsent(invocation);
  const pilot = pilotOption(invocation);
  const printed = consent.confirm === undefined ? undefined : await context.store.momentOf(consent.confirm);
  const request = {
    planner: source.planner,
    ...connected,
    moment: momentFor(printed),
    onlyChanges: invocation.flag('only-changes'),
    ...(pilot && { pilot }),
    predicts: !invocation.flag('no-predict'),
  };
  const prepared = await prepareSending(context, request, { signal: terminal.signal });
  if (prepared.kind === 'problems') {
    await source.report(prepared.problems);
    return ExitCode.problems;
  }
  if (prepared.kind === 'needs-all') {
    await say(`Nothing was sent. ${prepared.message} ${prepared.remedy} Run: ${wholeCommand('send', invocation)}`);
    return ExitCode.guard;
  }
  await source.report(prepared.plan, { guards: prepared.findings });
  const { connection, opened: tenant } = connected;
  // `powers` means that this process started the sandbox, which ends with it
  const isLasting = tenant.powers === undefined;
  return {
    prepared,
    consent,
    source: source.name,
    mayAsk: !source.isStandardInput,
    ...(printed?.guards && { seen: printed.guards }),
    look: planningCommand(invocation),
    again: planningCommand(invocation),
    async decline() {
      if (consent.confirm === undefined) await keepPrinted(context.store, prepared);
      await declineRun(context, prepared);
    },
    start: (confirmation, follow) => startRun(context, prepared, confirmation, follow),
    command: (given) => confirmingCommand('send', invocation, given),
    ...(isLasting && {
      next: nextCommands(prepared.run, invocation, connection.id !== undefined || name === 'sandbox'),
    }),
  };
}
