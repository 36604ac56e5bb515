import { describeEntry, explainEntry } from '../../core/logs/explain';
import { parseInstant } from '../../core/logs/instant';
import type { LogEntry } from '../../core/logs/logEntry';
import { entryOutcome } from '../../core/logs/outcome';
import { describeWait } from '../../tenant/reading/describeWait';
import { readEntries } from '../../tenant/reading/readEntries';
import type { ReadWait } from '../../tenant/reading/readPatience';
import type { Command, Invocation } from '../command';
import { choice, needed, UsageError } from '../command';
import { ExitCode } from '../terminal/exitCode';
import { openConnection } from '../openConnection';
import { printable } from '../../core/text/printable';
import { jsonLine, messageLine } from '../terminal/terminal';

export const logs: Command = {
  name: 'logs',
  summary: 'Show entries of the provisioning log.',
  usage: [
    'entra-inbound logs --connection C [--failed] [--since T] [--follow]',
    '',
    '--connection C       "sandbox" for the sandbox that runs, the name of a connection, or the path of a connection file',
    '--failed             only failures',
    '--since T            only entries of that time and later (2026-11-23T08:00:00Z)',
    '--follow             go on as entries come, until stopped',
    '--format json        one object a line: "outcome", "cause", "remedy", and "entry" as the service wrote it',
  ],
  options: {
    connection: { type: 'string' },
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
    const opened = await openConnection(needed(invocation, 'connection'), terminal, say, { mayStart: false });
    const follow = invocation.flag('follow');
    const { clock } = opened;
    const { signal } = terminal;
    const onWait = (wait: ReadWait): unknown => say(printable(describeWait(wait)));
    const options = { clock, since, signal, ...(follow && { follow: { ...opened.logPace(), onWait } }) };
    let count = 0;
    try {
      for await (const page of readEntries(opened.tenant, options)) {
        count += page.length;
        const wanted = page.filter((entry) => isWanted(entry, invocation));
        await terminal.data(wanted.map(json ? entryLine : entryText).join(''));
        if (!terminal.isRead()) return ExitCode.ok;
      }
    } finally {
      await opened.close();
    }
    // Stopping is the only end of following
    if (signal.aborted && !follow) throw signal.reason;
    if (count === 0 && !follow && !json) await say(sayNone(since));
    return ExitCode.ok;
  },
};

/** A job that does not exist has an empty log, too: the service does not say so. */
function sayNone(since: string | undefined): string {
  return `The provisioning log has no entries of this job${since === undefined ? '' : ` since ${since}`}. "entra-inbound doctor" checks whether the job exists and runs.`;
}

function isWanted(entry: LogEntry, invocation: Invocation): boolean {
  return !invocation.flag('failed') || entryOutcome(entry) === 'failed';
}

function entryLine(entry: LogEntry): string {
  return jsonLine({ outcome: entryOutcome(entry), ...explainEntry(entry), entry: entry.raw });
}

function entryText(entry: LogEntry): string {
  return `${printable(`${entry.activityDateTime}  ${describeEntry(entry)}`)}\n`;
}
