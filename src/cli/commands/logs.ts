import { describeEntry, explainEntry } from '../../core/logs/explain';
import { parseInstant } from '../../core/logs/instant';
import type { LogEntry } from '../../core/logs/logEntry';
import { entryOutcome } from '../../core/logs/outcome';
import { systemClock } from '../../tenant/clock';
import { LOG_READ_SPACING } from '../../tenant/limits';
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
    const { tenant } = await openConnection(needed(invocation, 'connection'), terminal, say, { mayStart: false });
    const follow = invocation.flag('follow');
    const seen = new Set<string>();
    try {
      do {
        for await (const page of tenant.readLog(since === undefined ? {} : { since }, terminal.signal)) {
          const fresh = page.filter((entry) => !seen.has(entry.id) && isWanted(entry, invocation));
          for (const entry of page) seen.add(entry.id);
          await terminal.data(fresh.map(json ? entryLine : entryText).join(''));
          if (!terminal.isRead()) return ExitCode.ok;
          // The service permits 5 reads in 10 seconds
          await systemClock.delay(LOG_READ_SPACING, terminal.signal);
        }
      } while (follow && !terminal.signal.aborted);
    } catch (error) {
      // Stopping is the only end of following, and may break a read off
      if (!follow || !terminal.signal.aborted) throw error;
    }
    return ExitCode.ok;
  },
};

function isWanted(entry: LogEntry, invocation: Invocation): boolean {
  return !invocation.flag('failed') || entryOutcome(entry) === 'failed';
}

function entryLine(entry: LogEntry): string {
  return jsonLine({ outcome: entryOutcome(entry), ...explainEntry(entry), entry: entry.raw });
}

function entryText(entry: LogEntry): string {
  return `${printable(`${entry.activityDateTime}  ${describeEntry(entry)}`)}\n`;
}
