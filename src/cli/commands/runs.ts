import type { Command } from '../command';
import { choice, UsageError } from '../command';
import { READ_OPTIONS, READ_USAGE, readOptions } from '../input/readOptions';
import { cancelRun } from '../runs/cancelRun';
import { findRejected } from '../runs/findRejected';
import { listRuns } from '../runs/listRuns';
import { removeRun } from '../runs/removeRun';
import { reportForm, reportRun } from '../runs/reportRun';
import { resumeRun } from '../runs/resumeRun';
import type { RunCall } from '../runs/runCall';
import { resumingCall, runCall, searchingCall } from '../runs/runCall';
import { showRun } from '../runs/showRun';
import { verifyRun } from '../runs/verifyRun';
import { PATIENCE } from '../sending/conductRun';
import { givenConsent } from '../sending/sendOptions';
import type { ExitCode } from '../terminal/exitCode';

export const runs: Command = {
  name: 'runs',
  summary: 'List runs, show their results, and resume what was stopped.',
  usage: [
    'entra-inbound runs [list]',
    'entra-inbound runs show ID',
    'entra-inbound runs report ID [--as csv|json|html] [--out FILE] [--names] [--extract FILE] [--mapping FILE]',
    'entra-inbound runs resume ID [--wait] [--yes] [--confirm PLAN] [--connection C] [--extract FILE] [--mapping FILE]',
    'entra-inbound runs find-rejected ID [--wait] [--yes] [--confirm PLAN] [--connection C] [--extract FILE] [--mapping FILE]',
    'entra-inbound runs verify ID [--wait] [--connection C]',
    'entra-inbound runs cancel ID',
    'entra-inbound runs remove ID [--yes]',
    '',
    'ID                   a run as "list" names it, the beginning of its id, or "last" for the newest;',
    '                     for "resume" the newest with people who were not sent, otherwise the newest with a log that was not read',
    '                     to its end',
    'list                 all runs of this machine, the newest first, including those of VS Code',
    'show                 the account of a run; people have their ids while the extract and the mapping are what they were',
    'report               what became of everybody, beside what the extract says of them: the extract as it is with the columns',
    '                     Result, Cause, Remedy and Entry at the end, or JSON with all of its cells. It has to be the extract that',
    '                     was sent. In these columns a text that a spreadsheet would run begins with an apostrophe. As HTML a page',
    '                     with counts and causes, and what the extract has to correct apart from what IT has to',
    'resume               sends what was not sent; what may have been taken is sent again with the same bytes, and said',
    'find-rejected        sends halves of a request that was refused until the records at fault are found: a run of its own, at',
    '                     most 11 requests for one record at fault among 50; of "last" the newest run with such a request',
    'verify               reads the provisioning log of the run again',
    'cancel               gives up what was not sent',
    'remove               deletes what is kept of a run; what its job was last sent stays known. It asks, or takes --yes, while',
    '                     nobody knows whether all of its requests were taken',
    `--wait               follow the log until every operation is answered (at most ${PATIENCE} minutes)`,
    '--as csv|json|html   what "report" writes; without it as the name of FILE ends, else csv',
    '--out FILE           where to; without it standard output. A file that exists is left alone; one that names people is for you',
    '                     alone',
    '--names              name people in full on the page: else by line, initials and the last digits of the id',
    '--yes, --confirm     as with "send", where the plan is so old that its guards ask again; after a pilot that did not go',
    '                     well, --confirm with the hash of the plan sends the others',
    '--connection C       where it was sent: needed for a connection file that is not among your connections',
    '--extract FILE       the extract, where it is not where it was, or came from standard input (-)',
    '--mapping FILE       the mapping, where it is not where it was',
    "--show-values        print the values of people's cells with their problems",
    ...READ_USAGE,
    '',
    'A run is resumed or searched only with the same extract, mapping and tenant. Nothing resumes by itself. Runs are kept for 90 days',
    "in the state folder, and hold nobody's data.",
    '',
    'With --format json "list" prints an array of {run, startedAt, connection, extract, state, counts}; "show", "resume",',
    '"find-rejected" and "verify" print what "send" does. The state is "sending", "pilot", "paused", "awaiting-log", "complete", "cancelled",',
    '"blocked" (a guard stopped it) or "damaged". "resume", "find-rejected" and "verify" end with 1 if a record was refused or',
    'failed.',
  ],
  options: {
    wait: { type: 'boolean' },
    as: { type: 'string' },
    out: { type: 'string' },
    names: { type: 'boolean' },
    yes: { type: 'boolean' },
    confirm: { type: 'string' },
    connection: { type: 'string' },
    extract: { type: 'string' },
    mapping: { type: 'string' },
    'show-values': { type: 'boolean' },
    ...READ_OPTIONS,
  },
  takes: [0, 2],
  run: async (invocation) => {
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const [action = 'list', word] = invocation.arguments;
    givenConsent(invocation);
    readOptions(invocation);
    if (action === 'report') reportForm(invocation, json);
    if (action === 'list') {
      if (word !== undefined) throw new UsageError('runs list does not take an argument.');
      return listRuns(invocation, json);
    }
    const act = ACTIONS.get(action);
    if (act === undefined)
      throw new UsageError(
        `runs takes list, show, report, resume, find-rejected, verify, cancel or remove, not "${action}".`,
      );
    if (word === undefined) throw new UsageError(`runs ${action} needs the id of a run, or "last".`);
    if (action === 'resume') return act(await resumingCall(word, invocation, json));
    if (action === 'find-rejected') return act(await searchingCall(word, invocation, json));
    const writes = act !== showRun && act !== reportRun && act !== removeRun;
    return act(await runCall(word, invocation, json, { command: 'runs', writes }));
  },
};

const ACTIONS: ReadonlyMap<string, (call: RunCall) => Promise<ExitCode>> = new Map([
  ['show', showRun],
  ['report', reportRun],
  ['resume', resumeRun],
  ['find-rejected', findRejected],
  ['verify', verifyRun],
  ['cancel', cancelRun],
  ['remove', removeRun],
]);
