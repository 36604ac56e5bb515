import type { StateFolder } from '../../connections/announcedSandboxes';
import { printable } from '../../core/text/printable';
import { ensureKeepable } from '../../files/keepableFolder';
import { readText } from '../../files/readText';
import { fastClock, systemSandboxClock } from '../../sandbox/clock';
import type { Sandbox } from '../../sandbox/sandbox';
import type { Scenario } from '../../sandbox/scenarios/scenario';
import { findScenario, scenarios } from '../../sandbox/scenarios/table';
import type { RunningSandbox, StartOptions } from '../../sandbox/startSandbox';
import { SavedTenantError, startSandbox } from '../../sandbox/startSandbox';
import { describeTakenPort, whileAnnounced } from '../announcement';
import type { Command, Invocation } from '../command';
import { choice, domainOption, integerOption, UsageError } from '../command';
import { ExitCode } from '../terminal/exitCode';
import { stateFiles } from '../stateFiles';
import { keptStateFolder } from '../stateFolder';
import type { Terminal } from '../terminal/terminal';
import { jsonLine, messageLine } from '../terminal/terminal';

const MINUTE = 60_000;
const MAX_RATE = 100_000;

export const sandbox: Command = {
  name: 'sandbox',
  summary: 'Run a sandbox tenant on 127.0.0.1 until stopped.',
  usage: [
    'entra-inbound sandbox [--port P] [--scenario NAME] [--clock RATE] [--state DIR] [--domain NAME]',
    '',
    '--port P             the port (default: a free one)',
    '--scenario NAME      the behaviour of the tenant (default: healthy), see below',
    '--clock RATE         run the clock RATE times as fast (default: 1): days pass in minutes',
    '--state DIR          keep people, job and log in DIR from one start to the next (default: in memory only)',
    "--users FILE         existing accounts of Entra ID: JSON of users as from Graph, or CSV with Graph's names as columns",
    '--domain NAME        the domain of its sign-in names (default: contoso.com)',
    '--idle-stop MINUTES  stop after that time without a call (default: 240), 0 for never',
    '',
    'Prints one JSON line with "endpoint" (for bulkUpload), "graph" (in place of Graph\'s address), "token" (a bearer',
    'token, valid for an hour) and "connection" (a file that --connection takes).',
    '',
    'Scenarios:',
    ...scenarios.flatMap(({ name, description }) => [`  ${name}`, ...wrapped(description)]),
  ],
  options: {
    port: { type: 'string' },
    scenario: { type: 'string' },
    clock: { type: 'string' },
    state: { type: 'string' },
    users: { type: 'string' },
    domain: { type: 'string' },
    'idle-stop': { type: 'string' },
  },
  takes: [0, 0],
  run: async (invocation) => {
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const folder = stateFiles(await keptStateFolder(invocation.terminal.env));
    const running = await start(invocation, folder);
    let served: ExitCode | undefined;
    try {
      served = await serve(running, folder, invocation, json);
    } finally {
      // An earlier error is rethrown after saving is reported
      if (served === undefined) await stop(running, invocation);
    }
    const stopped = await stop(running, invocation);
    return served === ExitCode.ok ? stopped : served;
  },
};

/** Serves until the sandbox is stopped or stops because it is idle. Does not start if its users cannot be read. */
async function serve(
  running: RunningSandbox,
  folder: StateFolder,
  invocation: Invocation,
  json: boolean,
): Promise<ExitCode> {
  const { terminal } = invocation;
  const users = invocation.option('users');
  const { endpoint, graph, token } = running;
  const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
  if (users !== undefined && !(await loadUsers(running.sandbox, users, terminal))) {
    await say(`The sandbox was not started: correct ${printable(users)}.`);
    return ExitCode.problems;
  }
  await whileAnnounced(running, folder, { say, signal: terminal.signal }, async (connection) => {
    await terminal.out(jsonLine({ endpoint, graph, token, connection }));
    if ((await Promise.race([running.stopped, stopped(terminal.signal)])) === 'idle')
      await say('The sandbox stopped because it was idle (see --idle-stop).');
  });
  return ExitCode.ok;
}

/** Stops the sandbox and reports what could not be saved. */
async function stop(running: RunningSandbox, { terminal }: Invocation): Promise<ExitCode> {
  try {
    await running.close();
    return ExitCode.ok;
  } catch (error) {
    if (!(error instanceof SavedTenantError)) throw error;
    await terminal.err(`Stopped, but not everything was saved. ${error.message}\n`);
    return ExitCode.partial;
  }
}

async function start(invocation: Invocation, state: StateFolder): Promise<RunningSandbox> {
  const { terminal } = invocation;
  const port = integerOption(invocation, 'port', 0, 65_535) ?? 0;
  const rate = integerOption(invocation, 'clock', 1, MAX_RATE) ?? 1;
  const idleMinutes = integerOption(invocation, 'idle-stop', 0, 100_000);
  const defaultDomain = domainOption(invocation);
  const folder = invocation.option('state');
  if (folder !== undefined) await ensureKeepable(folder);
  const options: StartOptions = {
    port,
    scenario: chosenScenario(invocation),
    onFault: faultReporter(terminal),
    onTrouble: (trouble) => void terminal.err(describeTrouble(trouble)),
    ...(rate !== 1 && { clock: fastClock(systemSandboxClock, rate) }),
    ...(folder !== undefined && { folder }),
    ...(defaultDomain !== undefined && { defaultDomain }),
    ...(idleMinutes !== undefined && { idleStop: idleMinutes === 0 ? Infinity : idleMinutes * MINUTE }),
  };
  try {
    return await startSandbox(options);
  } catch (error) {
    if (error instanceof SavedTenantError) throw new UsageError(error.message, { cause: error });
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE' || code === 'EACCES')
      throw new UsageError(await describeTakenPort(port, code, state), { cause: error });
    throw error;
  }
}

/**
 * Loads users and reports problems; accounts with a problem are left out. Returns whether the file contains users at
 * all.
 */
async function loadUsers(tenant: Sandbox, path: string, terminal: Terminal): Promise<boolean> {
  const format = /\.csv$/i.test(path) ? 'csv' : 'json';
  const { problems } = tenant.loadUsers(await readText(path, 'users'), format);
  for (const { path: place, message } of problems)
    await terminal.err(`${printable(`${path}: ${place === '' ? '' : `${place}: `}${message}`)}\n`);
  return !problems.some(({ severity, path: place }) => severity === 'error' && place === '');
}

function chosenScenario(invocation: Invocation): Scenario {
  const name = invocation.option('scenario') ?? scenarios[0].name;
  const scenario = findScenario(name);
  if (scenario === undefined)
    throw new UsageError(`--scenario takes one of ${scenarios.map((each) => each.name).join(', ')}, not "${name}".`);
  return scenario;
}

function describeTrouble(trouble: SavedTenantError | undefined): string {
  if (trouble === undefined) return 'The sandbox can be saved again. Nothing is lost.\n';
  return `The sandbox cannot be saved. It tries again at the next change. ${trouble.message}\n`;
}

function faultReporter(terminal: Terminal): (error: unknown) => void {
  return (error) => void terminal.err(`Internal error of the sandbox: ${String(error)}\n`);
}

/** Wraps a sentence for the lines below a scenario's name. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < 100) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(`      ${word}`);
  }
  return lines;
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
