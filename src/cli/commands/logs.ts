import { describeEntry, explainEntry } from '../../core/logs/explain';
import type { LogFilter } from '../../core/logs/list/logFilter';
import { fitsFilter, serviceFilter } from '../../core/logs/list/logFilter';
import { loggedEntry } from '../../core/logs/list/loggedEntry';
import { LogStatistics } from '../../core/logs/list/logStatistics';
import { statisticsLines } from '../../core/logs/list/statisticsLines';
import type { LogEntry } from '../../core/logs/logEntry';
import type { Outcome } from '../../core/logs/outcome';
import { entryOutcome } from '../../core/logs/outcome';
import type { RecordAnswer } from '../../core/logs/entryMatcher';
import { EntryMatcher } from '../../core/logs/entryMatcher';
import type { OpenedConnection } from '../../connections/connection';
import { OtherKeptRuns } from '../../sending/kept/otherKeptRuns';
import { openRun } from '../../sending/openRun';
import { describeWait } from '../../tenant/reading/describeWait';
import { readEntries } from '../../tenant/reading/readEntries';
import type { ReadWait } from '../../tenant/reading/readPatience';
import type { Command, Invocation } from '../command';
import { choice, needed, UsageError } from '../command';
import { LOG_FILTER_OPTIONS, LOG_FILTER_USAGE, logFilterOf } from '../input/logFilterOptions';
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
    'entra-inbound logs --connection C [--failed] [--since T] [--until T] [--person ID] [--name TEXT]',
    '                   [--action A]... [--status S]... [--code C] [--follow | --statistics]',
    'entra-inbound logs --run ID [--connection C] ...',
    '',
    '--connection C       "sandbox" for the running sandbox, the name of a connection, or the path of a connection file',
    '--run ID             only entries that answer this run, with record and line; "entra-inbound runs" lists the ids,',
    '                     "last" is the newest run',
    '--failed             only failures',
    ...LOG_FILTER_USAGE,
    '--follow             keep printing new entries until stopped',
    '--statistics         show the number of each action and status by cycle, and no entries',
    '--format json        one object per line: "outcome", "cause", "remedy", and "entry" as from the service; with --run also',
    '                     "record" and "line"; with --statistics one object per cycle',
  ],
  options: {
    connection: { type: 'string' },
    run: { type: 'string' },
    failed: { type: 'boolean' },
    ...LOG_FILTER_OPTIONS,
    follow: { type: 'boolean' },
    statistics: { type: 'boolean' },
  },
  takes: [0, 0],
  run: async (invocation) => {
    const { terminal } = invocation;
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const filter = logFilterOf(invocation);
    for (const other of ['statistics', 'until'])
      if (invocation.flag('follow') && (invocation.flag(other) || invocation.option(other) !== undefined))
        throw new UsageError(`--follow and --${other} exclude each other.`);
    const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
    const tied = await tiedRun(invocation, json);
    if (tied === 'unreadable') return ExitCode.problems;
    const opened =
      tied === undefined
        ? await openConnection(needed(invocation, 'connection'), terminal, say, { mayStart: false })
        : (await keptConnection(tied.kept, tied.call)).opened;
    try {
      const since = filter.since ?? tied?.since;
      const wanted = { ...filter, ...(since !== undefined && { since }) };
      return await print(opened, { filter: wanted, ties: tied?.ties }, invocation, json);
    } finally {
      await opened.close();
    }
  },
};

/** Which entries to show, and how to tie them to the records of a run. */
interface Wanted {
  readonly filter: LogFilter;
  readonly ties: Ties | undefined;
}

async function print(
  opened: OpenedConnection,
  { filter, ties = UNTIED }: Wanted,
  invocation: Invocation,
  json: boolean,
): Promise<ExitCode> {
  const { terminal } = invocation;
  const { signal } = terminal;
  const follow = invocation.flag('follow');
  const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
  const onWait = (wait: ReadWait): unknown => say(printable(describeWait(wait)));
  const reading = { clock: opened.clock, signal, ...(follow && { follow: { ...opened.logPace(), onWait } }) };
  const statistics = invocation.flag('statistics') ? new LogStatistics() : undefined;
  let count = 0;
  const show = async (shown: readonly ShownEntry[]): Promise<void> => {
    count += shown.length;
    const wanted = shown.filter(({ entry }) => isWanted(entry, filter, invocation));
    for (const { entry } of wanted) statistics?.add(loggedEntry(entry));
    if (statistics === undefined) await terminal.data(wanted.map(json ? entryLine : entryText).join(''));
  };
  for await (const page of readEntries(opened.tenant, { ...reading, filter: serviceFilter(filter) })) {
    // While following, entries cannot wait for the end of the log
    await show([...ties.take(page), ...(follow ? ties.end() : [])]);
    if (!terminal.isRead()) return ExitCode.ok;
  }
  if (!signal.aborted) await show(ties.end());
  // Stopping is the normal end of following, but interrupts any other read
  if (signal.aborted && !follow) throw signal.reason;
  if (statistics !== undefined) await terminal.data(statisticsOf(statistics, json));
  if (count === 0 && !follow && !json)
    await say(ties === UNTIED ? sayNone(filter) : 'The provisioning log has no entries of this run yet.');
  return ExitCode.ok;
}

function statisticsOf({ cycles }: LogStatistics, json: boolean): string {
  if (json) return cycles.map((cycle) => jsonLine(cycle)).join('');
  return cycles.map((cycle) => `${statisticsLines(cycle).map(printable).join('\n')}\n`).join('\n');
}

/** An entry with the record to which it belongs. */
interface ShownEntry {
  readonly entry: LogEntry;
  readonly record?: number;
  readonly line?: number;
}

/**
 * Ties entries to the records of a run. Some can only be tied when all entries of a read are known, because other runs
 * may have sent the same person.
 */
interface Ties {
  take(entries: readonly LogEntry[]): readonly ShownEntry[];
  end(): readonly ShownEntry[];
}

const UNTIED: Ties = { take: (entries) => entries.map((entry) => ({ entry })), end: () => [] };

/** The ties for the run that the command names; `undefined` if it names none. */
async function tiedRun(invocation: Invocation, json: boolean) {
  const word = invocation.option('run');
  if (word === undefined) return undefined;
  const call = await runCall(word, invocation, json, { command: 'logs', writes: true });
  const kept = await keptRun(call);
  if (!('plan' in kept)) {
    await call.say(`${kept.fault.message} ${kept.fault.remedy}`.trim());
    return 'unreadable';
  }
  // The keyed hashes of ids suffice to find the run's people
  const shown = await openRun(call.context.store, call.id);
  if (shown === undefined || 'fault' in shown) return 'unreadable';
  const { run } = shown;
  const others = new OtherKeptRuns(call.context, kept);
  const matcher = new EntryMatcher(run, { jobId: kept.plan.target.jobId, ...(await others.read()) });
  others.dispose();
  const { lines } = run.plan.records;
  const shownOf = (answers: readonly RecordAnswer[]): readonly ShownEntry[] =>
    answers.flatMap(({ record, answer: { log } }) =>
      log === undefined ? [] : [{ entry: log, record, line: lines[record - 1] ?? 0 }],
    );
  const ties: Ties = {
    take: (entries) => shownOf(matcher.take(entries)),
    end: () => shownOf(matcher.endLook()),
  };
  return { call, kept, ties, since: new Date(run.since).toISOString() };
}

/** The message for an empty log. The service also returns an empty log for a job that does not exist. */
function sayNone({ since, until, person }: LogFilter): string {
  const which = [
    person === undefined ? '' : ' about this person',
    since === undefined ? '' : ` since ${since}`,
    until === undefined ? '' : ` before ${until}`,
  ].join('');
  return `The provisioning log has no entries of this job${which}. "entra-inbound doctor" checks whether the job exists and runs.`;
}

function isWanted(entry: LogEntry, filter: LogFilter, invocation: Invocation): boolean {
  const logged = loggedEntry(entry);
  return fitsFilter(logged, filter) && (!invocation.flag('failed') || logged.outcome === 'failed');
}

/** Whether an entry is a setback, which has a reason. */
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
