import { describeAccount, summariseAccount } from '../../core/run/describeAccount';
import { formatCount } from '../../core/text/formatCount';
import type { Sending } from '../../core/run/plannedBody';
import type { PayloadPlanning } from '../../core/run/planPayload';
import { planPayload, sendingOf } from '../../core/run/planPayload';
import type { RecordAccount, RunAccount } from '../../core/run/runAccount';
import { Run } from '../../core/run/run';
import type { OpenedConnection } from '../../connections/connection';
import { hashBody } from '../../extract/hashBody';
import { ChangedSourceError } from '../../tenant/errors';
import type { RunEvent } from '../../tenant/sending/executeRun';
import { executeRun } from '../../tenant/sending/executeRun';
import type { Command, Invocation } from '../command';
import { argument, choice, needed } from '../command';
import { ExitCode } from '../terminal/exitCode';
import { printDocumentProblems } from '../terminal/documentProblem';
import { isJsonFile, readJsonFile } from '../input/jsonFile';
import { openConnection } from '../openConnection';
import { describeDuplicateIds, planFromExtract } from '../input/planFromExtract';
import { printable } from '../../core/text/printable';
import { describeServiceError } from '../terminal/serviceError';
import type { Terminal } from '../terminal/terminal';
import { messageLine } from '../terminal/terminal';

/** Minutes after which `--wait` gives up on operations that the log says nothing of. */
const PATIENCE = 45;

export const send: Command = {
  name: 'send',
  summary: 'Send an extract or a payload to a tenant and print what became of every record.',
  usage: [
    'entra-inbound send EXTRACT --mapping FILE --connection C [--wait]',
    'entra-inbound send PAYLOAD --connection C [--wait]',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    'PAYLOAD              a bulk request or a single user (JSON), which is sent as it is',
    '--mapping FILE       the mapping (.scimmap)',
    '--connection C       "sandbox" for the sandbox that runs, else one is started for this call;',
    '                     or the path of a connection file',
    `--wait               follow the log until every operation is answered (at most ${PATIENCE} minutes)`,
    "--show-values        print the values of people's cells with their problems",
    '',
    'The whole extract is converted before anything is sent. An id that stands in two records stops it, and so does any',
    'error that "check" finds in a payload.',
  ],
  options: {
    mapping: { type: 'string' },
    connection: { type: 'string' },
    wait: { type: 'boolean' },
    'show-values': { type: 'boolean' },
  },
  takes: [1, 1],
  run: async (invocation) => {
    const { terminal } = invocation;
    const extract = argument(invocation, 0);
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    if (await isPayload(invocation)) return sendPayload(extract, invocation, json);
    needed(invocation, 'mapping');
    needed(invocation, 'connection');
    const planned = await planFromExtract(extract, invocation, json);
    if (planned === undefined) return ExitCode.problems;
    const { duplicates } = planned.plan.counts;
    if (duplicates > 0) {
      await terminal.err(messageLine(`Nothing was sent: ${describeDuplicateIds(duplicates)}`, json));
      return ExitCode.guard;
    }
    return sendPlan({ plan: planned.plan, bodies: planned.bodies() }, extract, invocation, json);
  },
};

/** What is sent with no mapping is a payload; standard input is an extract. */
async function isPayload(invocation: Invocation): Promise<boolean> {
  const file = argument(invocation, 0);
  return invocation.option('mapping') === undefined && file !== '-' && (await isJsonFile(file));
}

/** Its problems go to standard error; nothing is sent while one of them is an error. */
async function sendPayload(file: string, invocation: Invocation, json: boolean): Promise<ExitCode> {
  const { terminal } = invocation;
  needed(invocation, 'connection');
  const decoded = await readJsonFile(file);
  const { planned, problems }: PayloadPlanning =
    decoded.problems.length > 0 ? { problems: decoded.problems } : planPayload(decoded.text, hashBody);
  await printDocumentProblems(file, decoded.text, problems, terminal, json);
  if (planned !== undefined) return sendPlan(sendingOf(planned), file, invocation, json);
  await terminal.err(messageLine('Nothing was sent: correct the errors of the payload.', json));
  return ExitCode.problems;
}

async function sendPlan(sending: Sending, source: string, invocation: Invocation, json: boolean): Promise<ExitCode> {
  const { terminal } = invocation;
  const connection = needed(invocation, 'connection');
  const opened = await openConnection(connection, terminal, (text) => terminal.err(messageLine(text, json)));
  try {
    return await execute(sending, opened, invocation, source, json);
  } finally {
    await opened.close();
  }
}

async function execute(
  { plan, bodies }: Sending,
  opened: OpenedConnection,
  invocation: Invocation,
  extract: string,
  json: boolean,
): Promise<ExitCode> {
  const { tenant, clock } = opened;
  const { terminal } = invocation;
  const run = new Run(plan, new Date().toISOString());
  let code: ExitCode = plan.counts.refused > 0 ? ExitCode.problems : ExitCode.ok;
  const follow = invocation.flag('wait')
    ? { follow: { deadline: PATIENCE * 60_000, interval: opened.logPace().interval } }
    : {};
  try {
    const options = { clock, signal: terminal.signal, ...follow };
    for await (const event of executeRun(tenant, run, bodies, options)) {
      const line = progress(event, run);
      if (line !== undefined) await terminal.err(messageLine(line, json));
      code = codeAfter(event, run, code);
    }
  } catch (error) {
    // The log cannot be read: what was sent stays sent, and the account says so
    const words = describeServiceError(error);
    if (words === undefined) throw error;
    await terminal.err(messageLine(words, json));
    code = ExitCode.service;
  }
  const { account } = run;
  if (json) await printJson(account, terminal);
  else {
    const lines = [`${extract} for ${tenant.name} (job ${tenant.jobId}):`, ...describeAccount(account)];
    await terminal.out(lines.map((line) => `${printable(line)}\n`).join(''));
  }
  return code;
}

/** Records that are written at once. */
const WRITTEN = 1000;

/** One object on a line, written in pieces: there may be millions of records. */
async function printJson({ counts, elsewhere, records }: RunAccount, terminal: Terminal): Promise<void> {
  let piece = `{"counts":${JSON.stringify(counts)},"elsewhere":${elsewhere},"records":[`;
  let count = 0;
  for (const record of records) {
    piece += `${count === 0 ? '' : ','}${JSON.stringify(recordObject(record))}`;
    if (++count % WRITTEN !== 0) continue;
    await terminal.out(piece);
    piece = '';
  }
  await terminal.out(`${piece}]}\n`);
}

function codeAfter(event: RunEvent, run: Run, before: ExitCode): ExitCode {
  if (event.phase === 'following') return event.type === 'ended' && event.why !== 'settled' ? ExitCode.partial : before;
  if (event.type === 'cancelled') return ExitCode.partial;
  if (event.type !== 'failed') return before;
  if (event.error instanceof ChangedSourceError) return run.accepted > 0 ? ExitCode.partial : ExitCode.guard;
  return ExitCode.service;
}

function progress(event: RunEvent, run: Run): string | undefined {
  const total = formatCount(run.plan.batches.length);
  if (event.phase === 'following') {
    if (event.type === 'read-failed') return `The log cannot be read just now: ${printable(event.error.message)}`;
    return event.type === 'entries' ? `Log: ${summariseAccount(run.account)}` : undefined;
  }
  switch (event.type) {
    case 'accepted':
      return event.batch % 10 === 0 || event.batch === run.plan.batches.length
        ? `Request ${formatCount(event.batch)} of ${total} accepted`
        : undefined;
    case 'waiting':
      return `The service asks to wait: ${formatCount(Math.ceil(event.ms / 1000))} seconds${event.reason === 'daily-limit-likely' ? '; its daily limit is probably reached' : ''}`;
    case 'failed':
      return `Request ${formatCount(event.batch)} of ${total}: ${describeServiceError(event.error) ?? event.error.message}`;
    case 'cancelled':
      return `Stopped before request ${formatCount(event.batch)} of ${total}. What was accepted cannot be taken back.`;
    case 'batch-start':
      return undefined;
  }
}

function recordObject({ record, line, externalId, state, cause, remedy, entries }: RecordAccount): object {
  return { record, line, externalId, state, cause, remedy, entries: entries.map((entry) => entry.id) };
}
