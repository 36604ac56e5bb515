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
    'ID                   the id of a run, the beginning of it, or "last" for the newest run. For "resume", "last" is the',
    '                     newest run that has people left to send, otherwise the newest whose log was not read to the end',
    'list                 list all runs on this machine, the newest first, including those of VS Code',
    'show                 show the results of a run, with the ids of people if the extract and the mapping are unchanged',
    'report               write the result of every person next to their record: as CSV, the extract with the columns',
    '                     Result, Cause, Remedy and Entry added; as JSON, all cells; as HTML, a page with counts and causes',
    '                     that separates what HR has to correct from what IT has to. The extract must be the one that was',
    '                     sent. In the added columns, a text that a spreadsheet would evaluate begins with an apostrophe',
    'resume               send what was not sent. Requests that may have arrived are sent again unchanged, and reported',
    'find-rejected        send halves of a refused request until the records at fault are found: a new run of at most 11',
    '                     requests for one such record among 50. "last" is the newest run with such a request',
    'verify               read the provisioning log of the run again',
    'cancel               give up what was not sent',
    'remove               delete a run; the record of what its job was last sent stays. While it is unknown whether all',
    '                     requests arrived, it asks, or needs --yes',
    `--wait               follow the log until every operation is answered (at most ${PATIENCE} minutes)`,
    '--as csv|json|html   the format of "report" (default: by the extension of FILE, else csv)',
    '--out FILE           the file of "report" (default: standard output); never overwritten. If it names people, only you',
    '                     can read it',
    '--names              show full names on the page (default: line, initials and the last digits of the id)',
    '--yes, --confirm     as for "send", if the plan is so old that its guards ask again. After a pilot with failures,',
    '                     --confirm with the hash of the plan sends the others',
    '--connection C       the connection of the run; required if it is a file that is not among your connections',
    '--extract FILE       the extract, if it has moved or came from standard input (-)',
    '--mapping FILE       the mapping, if it has moved',
    "--show-values        print the values of people's cells with their problems",
    ...READ_USAGE,
    '',
    'A run is resumed or searched only with the same extract, mapping and tenant. Nothing resumes by itself. Runs are kept',
    'in the state folder for 90 days, without personal data.',
    '',
    'With --format json, "list" prints an array of {run, startedAt, connection, extract, state, counts}; "show", "resume",',
    '"find-rejected" and "verify" print the same as "send". The state is "sending", "pilot", "paused", "awaiting-log",',
    '"complete", "cancelled", "blocked" (a guard stopped it) or "damaged". "resume", "find-rejected" and "verify" end with 1',
    'if a record was refused or failed.',
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
