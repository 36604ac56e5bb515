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
    'show                 the results of a run; with ids of people as long as the extract and the mapping are unchanged',
    'report               the result of every person, next to their record: the extract unchanged, with the columns',
    '                     Result, Cause, Remedy and Entry at the end, or JSON with all of its cells. It must be the extract that',
    '                     was sent. In these columns a text that a spreadsheet would run begins with an apostrophe. As HTML a page',
    '                     with counts and causes, and what HR has to correct apart from what IT has to',
    'resume               send what was not sent; requests that may have arrived are sent again, unchanged, and reported',
    'find-rejected        send halves of a refused request until the records at fault are found: a new run of at',
    '                     most 11 requests for one record at fault among 50; "last" is the newest run with such a request',
    'verify               read the provisioning log of the run again',
    'cancel               give up what was not sent',
    'remove               delete a run; what its job was last sent is kept. It asks, or needs --yes, while',
    '                     it is unknown whether all of its requests arrived',
    `--wait               follow the log until every operation is answered (at most ${PATIENCE} minutes)`,
    '--as csv|json|html   format of "report"; default: by the extension of FILE, else csv',
    '--out FILE           the file of "report" (default: standard output); never overwritten. If it names people, only you',
    '                     can read it',
    '--names              full names on the page; default: line, initials and the last digits of the id',
    '--yes, --confirm     as for "send", where the plan is so old that its guards ask again; after a pilot that did not go',
    '                     well, --confirm with the hash of the plan sends the others',
    '--connection C       the connection of the run: required for a connection file that is not among your connections',
    '--extract FILE       the extract, if it has moved or came from standard input (-)',
    '--mapping FILE       the mapping, if it has moved',
    "--show-values        print the values of people's cells with their problems",
    ...READ_USAGE,
    '',
    'A run is resumed or searched only with the same extract, mapping and tenant. Nothing resumes by itself. Runs are kept for 90 days',
    "in the state folder, without anybody's data.",
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
