import { describeAccount, formatCount, summariseAccount } from '../../core/run/describeAccount';
import type { RecordAccount } from '../../core/run/run';
import { Run } from '../../core/run/run';
import { momentNow } from '../../extract/momentNow';
import { planExtract } from '../../extract/planExtract';
import { systemClock } from '../../tenant/clock';
import type { RunEvent } from '../../tenant/executeRun';
import { executeRun } from '../../tenant/executeRun';
import type { Command, Invocation } from '../command';
import { argument, choice, needed } from '../command';
import { ExitCode } from '../exitCode';
import { extractBytes } from '../extractBytes';
import type { OpenedTenant } from '../openTenant';
import { openTenant } from '../openTenant';
import { ProblemPrinter } from '../problemPrinter';
import type { ProblemPlaces } from '../problemText';
import { visible } from '../problemText';
import { readMapping } from '../readMapping';
import { describeServiceError } from '../serviceError';
import { jsonLine, messageLine } from '../terminal';

/** Minutes after which `--wait` gives up on operations that the log says nothing of. */
const PATIENCE = 45;

export const send: Command = {
  name: 'send',
  summary: 'Send an extract to a tenant and print what became of every record.',
  usage: [
    'entra-inbound send EXTRACT --mapping FILE --connection C [--wait]',
    '',
    'EXTRACT              a CSV file, or - for standard input',
    '--mapping FILE       the mapping (.scimmap)',
    '--connection C       "sandbox" for the sandbox that runs, else one is started for this call;',
    '                     or the path of a connection file',
    `--wait               follow the log until every operation is answered (at most ${PATIENCE} minutes)`,
    "--show-values        print the values of people's cells with their problems",
    '',
    'The whole extract is converted before anything is sent. An id that stands in two records stops it.',
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
    const path = needed(invocation, 'mapping');
    const connection = needed(invocation, 'connection');
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const loaded = await readMapping(path, terminal, json);
    if (loaded === undefined) return ExitCode.problems;
    const places: ProblemPlaces = { extract, mapping: { path, loaded }, showValues: invocation.flag('show-values') };
    const reading = await planExtract(extractBytes(extract, terminal), loaded, momentNow());
    const found =
      'fatal' in reading
        ? reading.fatal
        : [
            ...reading.plan.warnings,
            ...reading.plan.records.flatMap(({ fate }) => (fate.kind === 'refused' ? fate.problems : [])),
          ];
    const printer = new ProblemPrinter(terminal, places, json);
    for (const problem of found) await printer.print(problem);
    await printer.finish();
    if ('fatal' in reading) return ExitCode.problems;
    const { duplicates } = reading.plan.counts;
    if (duplicates > 0) {
      const have = `${formatCount(duplicates)} ${duplicates === 1 ? 'record has' : 'records have'}`;
      await terminal.err(
        messageLine(`Nothing was sent: ${have} an id that another record has too. Correct the extract.`, json),
      );
      return ExitCode.guard;
    }
    const opened = await openTenant(connection, terminal, (text) => terminal.err(messageLine(text, json)));
    try {
      return await execute(new Run(reading.plan, new Date().toISOString()), opened, invocation, extract, json);
    } finally {
      await opened.close();
    }
  },
};

async function execute(
  run: Run,
  { tenant }: OpenedTenant,
  invocation: Invocation,
  extract: string,
  json: boolean,
): Promise<ExitCode> {
  const { terminal } = invocation;
  let code: ExitCode = run.plan.counts.refused > 0 ? ExitCode.problems : ExitCode.ok;
  const follow = invocation.flag('wait')
    ? { follow: { deadline: PATIENCE * 60_000, interval: tenant.kind === 'sandbox' ? 3000 : 300_000 } }
    : {};
  try {
    for await (const event of executeRun(tenant, run, { clock: systemClock, signal: terminal.signal, ...follow })) {
      const line = progress(event, run);
      if (line !== undefined) await terminal.err(messageLine(line, json));
      code = codeAfter(event, code);
    }
  } catch (error) {
    // The log cannot be read: what was sent stays sent, and the account says so
    const words = describeServiceError(error);
    if (words === undefined) throw error;
    await terminal.err(messageLine(words, json));
    code = ExitCode.service;
  }
  const { account } = run;
  if (json)
    await terminal.out(
      jsonLine({ counts: account.counts, elsewhere: account.elsewhere, records: account.records.map(recordObject) }),
    );
  else {
    const lines = [`${extract} for ${tenant.name} (job ${tenant.jobId}):`, ...describeAccount(account)];
    await terminal.out(lines.map((line) => `${visible(line)}\n`).join(''));
  }
  return code;
}

function codeAfter(event: RunEvent, before: ExitCode): ExitCode {
  if (event.phase === 'following') return event.type === 'ended' && event.why !== 'settled' ? ExitCode.partial : before;
  if (event.type === 'cancelled') return ExitCode.partial;
  return event.type === 'failed' ? ExitCode.service : before;
}

function progress(event: RunEvent, run: Run): string | undefined {
  const total = formatCount(run.plan.batches.length);
  if (event.phase === 'following') {
    if (event.type === 'read-failed') return `The log cannot be read just now: ${visible(event.error.message)}`;
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
