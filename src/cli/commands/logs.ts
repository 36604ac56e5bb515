import { describeEntry, explainEntry } from '../../core/logs/explain';
import { parseInstant } from '../../core/logs/instant';
import type { LogEntry } from '../../core/logs/logEntry';
import type { Outcome } from '../../core/logs/outcome';
import { entryOutcome } from '../../core/logs/outcome';
import { EntryMatcher } from '../../core/logs/entryMatcher';
import type { OpenedConnection } from '../../connections/connection';
import { openRun } from '../../sending/openRun';
import { describeWait } from '../../tenant/reading/describeWait';
import { readEntries } from '../../tenant/reading/readEntries';
import type { ReadWait } from '../../tenant/reading/readPatience';
import type { Command, Invocation } from '../command';
import { choice, needed, UsageError } from '../command';
import { keptConnection } from '../runs/keptConnection';
import { keptRun, runCall } from '../runs/runCall';
import { ExitCode } from '../terminal/exitCode';
import { openConnection } from '../openConnection';
import { printable } from '../../core/text/printable';
import { jsonLine, messageLine } from '../terminal/terminal';

export const logs: Command = {
  name: 'logs',
  summary: 'Show entries of the provisioning log.',
  usage: [
    'entra-inbound logs --connection C [--failed] [--since T] [--follow]',
    'entra-inbound logs --run ID [--connection C] [--failed] [--since T] [--follow]',
    '',
    '--connection C       "sandbox" for the sandbox that runs, the name of a connection, or the path of a connection file',
    '--run ID             only entries that answer this run, with the record and the line of each; "entra-inbound runs" lists',
    '                     runs, "last" is the newest',
    '--failed             only failures',
    '--since T            only entries of that time and later (2026-11-23T08:00:00Z)',
    '--follow             go on as entries come, until stopped',
    '--format json        one object a line: "outcome", "cause", "remedy", and "entry" as the service wrote it; with --run',
    '                     "record" and "line" too',
  ],
  options: {
    connection: { type: 'string' },
    run: { type: 'string' },
    failed: { type: 'boolean' },
    since: { type: 'string' },
    follow: { type: 'boolean' },
  },
  takes: [0, 0],
  run: async (invocation) => {
    const { terminal } = invocation;
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const since = invocation.option('since');
    if (since !== undefined && parseInstant(since) === undefined)
      throw new UsageError(`--since takes a time like 2026-11-23T08:00:00Z, not "${since}".`);
    const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
    const tied = await tiedRun(invocation, json);
    if (tied === 'unreadable') return ExitCode.problems;
    const opened =
      tied === undefined
        ? await openConnection(needed(invocation, 'connection'), terminal, say, { mayStart: false })
        : (await keptConnection(tied.kept, tied.call)).opened;
    try {
      return await print(opened, { since: since ?? tied?.since, ties: tied?.ties }, invocation, json);
    } finally {
      await opened.close();
    }
  },
};

/** What is read of the log, and how its entries are tied to the records of a run. */
interface Wanted {
  readonly since: string | undefined;
  readonly ties: ((entries: readonly LogEntry[]) => readonly ShownEntry[]) | undefined;
}

async function print(
  opened: OpenedConnection,
  { since, ties = untied }: Wanted,
  invocation: Invocation,
  json: boolean,
): Promise<ExitCode> {
  const { terminal } = invocation;
  const { clock } = opened;
  const { signal } = terminal;
  const follow = invocation.flag('follow');
  const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
  const onWait = (wait: ReadWait): unknown => say(printable(describeWait(wait)));
  const options = { clock, since, signal, ...(follow && { follow: { ...opened.logPace(), onWait } }) };
  let count = 0;
  for await (const page of readEntries(opened.tenant, options)) {
    const shown = ties(page);
    count += shown.length;
    const wanted = shown.filter(({ entry }) => isWanted(entry, invocation));
    await terminal.data(wanted.map(json ? entryLine : entryText).join(''));
    if (!terminal.isRead()) return ExitCode.ok;
  }
  // Stopping is the only end of following
  if (signal.aborted && !follow) throw signal.reason;
  if (count === 0 && !follow && !json)
    await say(ties === untied ? sayNone(since) : 'The provisioning log has no entries of this run yet.');
  return ExitCode.ok;
}

/** An entry as it is shown, with the record that it answers. */
interface ShownEntry {
  readonly entry: LogEntry;
  readonly record?: number;
  readonly line?: number;
}

function untied(entries: readonly LogEntry[]): readonly ShownEntry[] {
  return entries.map((entry) => ({ entry }));
}

/** The run that is named, and which entries are its own; `undefined` where none is named. */
async function tiedRun(invocation: Invocation, json: boolean) {
  const word = invocation.option('run');
  if (word === undefined) return undefined;
  const call = await runCall(word, invocation, json, { command: 'logs', writes: true });
  const kept = await keptRun(call);
  if (!('plan' in kept)) {
    await call.say(`${kept.fault.message} ${kept.fault.remedy}`.trim());
    return 'unreadable';
  }
  // The keyed hashes of its ids are enough to find its people
  const shown = await openRun(call.context.store, call.id);
  if (shown === undefined || 'fault' in shown) return 'unreadable';
  const { run } = shown;
  const matcher = new EntryMatcher(run, { jobId: kept.plan.target.jobId });
  const { lines } = run.plan.records;
  const ties = (entries: readonly LogEntry[]): readonly ShownEntry[] => {
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    return matcher.take(entries).flatMap(({ record, answer }) => {
      const entry = byId.get(answer.entry);
      return entry === undefined ? [] : [{ entry, record, line: lines[record - 1] ?? 0 }];
    });
  };
  return { call, kept, ties, since: new Date(run.since).toISOString() };
}

/** A job that does not exist has an empty log, too: the service does not say so. */
function sayNone(since: string | undefined): string {
  return `The provisioning log has no entries of this job${since === undefined ? '' : ` since ${since}`}. "entra-inbound doctor" checks whether the job exists and runs.`;
}

function isWanted(entry: LogEntry, invocation: Invocation): boolean {
  return !invocation.flag('failed') || entryOutcome(entry) === 'failed';
}

/** What has a reason. */
function isSetback(entry: LogEntry): boolean {
  return SETBACKS.has(entryOutcome(entry));
}

const SETBACKS: ReadonlySet<Outcome> = new Set<Outcome>(['failed', 'skipped', 'held']);

function entryLine({ entry, record, line }: ShownEntry): string {
  return jsonLine({ outcome: entryOutcome(entry), ...explainEntry(entry), record, line, entry: entry.raw });
}

function entryText({ entry, line }: ShownEntry): string {
  const place = line === undefined ? '' : `  (line ${line})`;
  const reason = entry.error?.reason ?? '';
  const isNews = isSetback(entry) && reason !== '' && reason !== explainEntry(entry)?.cause;
  const service = isNews ? ` - The service says: ${reason}` : '';
  return `${printable(`${entry.activityDateTime}  ${describeEntry(entry)}${place}${service}`)}\n`;
}
