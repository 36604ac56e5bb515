import type { PlannedBodies, Sending } from '../../core/run/plannedBody';
import type { PayloadPlanning } from '../../core/run/planPayload';
import { planPayload, sendingOf } from '../../core/run/planPayload';
import { Run } from '../../core/run/run';
import type { OpenedConnection } from '../../connections/connection';
import { hashBody } from '../../extract/hashBody';
import { NotSentError } from '../../tenant/errors';
import { executeRun } from '../../tenant/sending/executeRun';
import type { Command, Invocation } from '../command';
import { argument, choice, needed } from '../command';
import { ExitCode } from '../terminal/exitCode';
import { printDocumentProblems } from '../terminal/documentProblem';
import { isJsonFile, readJsonFile } from '../input/jsonFile';
import { lookUpConnection, openConnection } from '../openConnection';
import { refuseUnkeptState } from '../stateFolder';
import type { PlannedExtract } from '../input/planFromExtract';
import { describeDuplicateIds, planFromExtract } from '../input/planFromExtract';
import { READ_OPTIONS, READ_USAGE } from '../input/readOptions';
import { nextCommands } from '../sending/nextCommands';
import { printAccount } from '../sending/printAccount';
import { RunProgress } from '../sending/runProgress';
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
    '                     the name of a connection, or the path of a connection file (a name wins; ./FILE is a path)',
    `--wait               follow the log until every operation is answered (at most ${PATIENCE} minutes)`,
    "--show-values        print the values of people's cells with their problems",
    ...READ_USAGE,
    '',
    'The whole extract is converted before anything is sent. An id in two records stops it, and so does any',
    'error that "check" finds in a payload.',
  ],
  options: {
    mapping: { type: 'string' },
    connection: { type: 'string' },
    wait: { type: 'boolean' },
    'show-values': { type: 'boolean' },
    ...READ_OPTIONS,
  },
  takes: [1, 1],
  run: async (invocation) => {
    const { terminal } = invocation;
    const extract = argument(invocation, 0);
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const name = needed(invocation, 'connection');
    await refuseUnkeptState(terminal.env);
    if (name !== 'sandbox') await refuseUnsendable(name, invocation, json);
    if (await isPayload(invocation)) return sendPayload(extract, invocation, json);
    needed(invocation, 'mapping');
    const planned = await planUnlessStopped(extract, invocation, json);
    if (planned === 'stopped') return ExitCode.partial;
    if (planned === undefined) return ExitCode.problems;
    const { duplicates } = planned.plan.counts;
    if (duplicates > 0) {
      await terminal.err(messageLine(`Nothing was sent: ${describeDuplicateIds(duplicates)}`, json));
      return ExitCode.guard;
    }
    return sendPlan({ plan: planned.plan, bodies: planned.bodies() }, extract, invocation, json);
  },
};

/** What is wrong with a connection is said before a long extract is read. */
async function refuseUnsendable(name: string, { terminal }: Invocation, json: boolean): Promise<void> {
  const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
  const connection = await lookUpConnection(name, terminal, say);
  if (connection.kind === 'sandbox') return;
  throw new NotSentError(`This version cannot send to a tenant yet, so nothing was sent to "${connection.name}".`, {
    remedy: 'Send to the sandbox: --connection sandbox.',
  });
}

async function planUnlessStopped(
  extract: string,
  invocation: Invocation,
  json: boolean,
): Promise<PlannedExtract | undefined | 'stopped'> {
  const { terminal } = invocation;
  try {
    return await planFromExtract(extract, invocation, json);
  } catch (error) {
    if (!terminal.signal.aborted) throw error;
    await terminal.err(messageLine('Stopped while the extract was read. Nothing was sent.', json));
    return 'stopped';
  }
}

/** What is sent with no mapping is a payload; standard input is an extract. */
async function isPayload(invocation: Invocation): Promise<boolean> {
  const file = argument(invocation, 0);
  return invocation.option('mapping') === undefined && file !== '-' && (await isJsonFile(file));
}

/** Its problems go to standard error; nothing is sent while one of them is an error. */
async function sendPayload(file: string, invocation: Invocation, json: boolean): Promise<ExitCode> {
  const { terminal } = invocation;
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
  const run = new Run(sending.plan, new Date().toISOString());
  const opened = await openUnlessStopped(invocation, json);
  // Only a sandbox of this process, which was started for this call, has such powers
  const isLasting = opened?.powers === undefined;
  const progress = new RunProgress(run, terminal, json, nextCommands(invocation, run.startedAt, isLasting));
  const title =
    opened === undefined ? `${source}:` : `${source} for ${opened.tenant.name} (job ${opened.tenant.jobId}):`;
  try {
    if (opened !== undefined) await execute(run, sending.bodies, opened, invocation, progress);
    else await progress.fail(terminal.signal.reason);
  } catch (error) {
    if (!(await progress.fail(error))) throw error;
  } finally {
    // Whatever has gone wrong, what was sent stays sent
    run.noteStopped();
    await printAccount(run.account, title, terminal, json);
    await opened?.close();
  }
  return progress.code;
}

/** `undefined` once the user has stopped the call; nothing was sent then. */
async function openUnlessStopped(invocation: Invocation, json: boolean): Promise<OpenedConnection | undefined> {
  const { terminal } = invocation;
  const connection = needed(invocation, 'connection');
  try {
    return await openConnection(connection, terminal, (text) => terminal.err(messageLine(text, json)));
  } catch (error) {
    if (!terminal.signal.aborted) throw error;
    return undefined;
  }
}

async function execute(
  run: Run,
  bodies: PlannedBodies,
  opened: OpenedConnection,
  invocation: Invocation,
  progress: RunProgress,
): Promise<void> {
  const { signal, atOnce } = invocation.terminal;
  const follow = invocation.flag('wait') && {
    follow: { deadline: PATIENCE * 60_000, interval: opened.logPace().interval },
  };
  const options = { clock: opened.clock, signal, giveUp: atOnce, ...follow };
  await progress.whileStoppable(async () => {
    for await (const event of executeRun(opened.tenant, run, bodies, options)) await progress.take(event);
  });
}
