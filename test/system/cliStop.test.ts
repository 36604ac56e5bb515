import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision, Gate } from './support/gate';
import { openGate } from './support/gate';
import type { Ended, RunningCli } from './support/runCli';
import { cli, jsonLines, Workplace } from './support/runCli';
import { extract, MAPPING, rows } from './support/samples';

const place = new Workplace();
const RECORDS = 120;
let graph: URL;
let connection: string;

beforeAll(async () => {
  place.write('m.scimmap', MAPPING);
  place.write('a.csv', extract(RECORDS));
  const sandbox = place.start(['sandbox', '--scenario', 'slow-log']);
  const told = JSON.parse(await sandbox.line('out', /./)) as { readonly graph: string; readonly connection: string };
  graph = new URL(told.graph);
  connection = readFileSync(told.connection, 'utf8');
});
afterAll(() => place.remove());

/** A phase of sending in which the user stops it, and the account that there must be then. */
interface Phase {
  readonly name: string;
  readonly decide: (path: string, before: number) => Decision;
  /** Whether a request is in flight: the first Ctrl-C waits for it then, and says so. */
  readonly waits: boolean;
  /** `undefined` before there is a run: then nothing was sent, and there is no account. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly options?: readonly string[];
}

const isUpload = (path: string): boolean => path.endsWith('/bulkUpload');
const stallAt =
  (matches: (path: string, before: number) => boolean) =>
  (path: string, before: number): Decision =>
    matches(path, before) ? 'stall' : 'pass';

const phases: readonly Phase[] = [
  {
    name: 'while the sandbox proves itself',
    decide: stallAt((path) => path.endsWith('/sandbox-proof')),
    waits: false,
    counts: undefined,
  },
  {
    name: 'during sign-in',
    decide: stallAt((path) => path.endsWith('/token')),
    waits: false,
    counts: undefined,
  },
  {
    name: 'during the first request',
    decide: stallAt(isUpload),
    waits: true,
    counts: { unknown: 50, 'not-sent': 70 },
  },
  {
    name: 'during the last request',
    decide: stallAt((path, before) => isUpload(path) && before === 2),
    waits: true,
    counts: { waiting: 100, unknown: 20 },
  },
  {
    name: 'while the service asks to wait',
    decide: (path, before) =>
      isUpload(path) && before === 1 ? { status: 429, headers: { 'Retry-After': '90' } } : 'pass',
    waits: false,
    counts: { waiting: 50, 'not-sent': 70 },
  },
  {
    name: 'while the log is read',
    decide: stallAt((path) => path.endsWith('/auditLogs/provisioning')),
    waits: false,
    counts: { waiting: RECORDS },
    options: ['--wait'],
  },
];

describe.each(phases)('a call that is stopped $name', ({ decide, waits, counts, options = [] }) => {
  it.each([
    ['Ctrl-C', ['SIGINT']],
    ['Ctrl-C twice', ['SIGINT', 'SIGINT']],
    ['a closed terminal', ['SIGHUP']],
    ['termination', ['SIGTERM']],
  ] as const)('by %s gives an exact account', async (_, signals) => {
    // What the one before has left unsettled would keep this one from sending
    rmSync(join(place.state, 'runs'), { recursive: true, force: true });
    const gate = await openGate(graph, decide);
    try {
      const call = startSend(gate, options);
      await gate.met;
      const ended = await stopBy(call, signals, waits);
      if (counts === undefined)
        expect(ended).toEqual({ code: 5, out: '', err: '{"message":"Stopped. Nothing was sent."}\n' });
      else expect({ code: ended.code, counts: countsOf(ended) }).toEqual({ code: 5, counts });
    } finally {
      await gate.close();
    }
  });
});

describe('a call that is stopped while it waits for the log of a sandbox of its own', () => {
  it('says that the results are gone with it, and names no call that cannot find them', async () => {
    const alone = new Workplace();
    alone.write('m.scimmap', MAPPING);
    alone.write('a.csv', extract(3));
    const call = alone.start(['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', 'sandbox', '--wait']);
    await call.line('err', /Request 1 of 1 accepted/);
    call.process.kill('SIGINT');
    const { code, err } = await call.ended;
    await alone.remove();
    expect(code).toBe(5);
    expect(err).toContain('Their results are gone with the sandbox that was started for this call.');
    expect(err).toContain('start a sandbox before you send: entra-inbound sandbox\n');
    expect(err).not.toContain('entra-inbound runs');
  });
});

describe('a call that is stopped before there is a plan', () => {
  it.each(['SIGINT', 'SIGHUP', 'SIGTERM'] as const)('by %s says that nothing was sent', async (signal) => {
    const call = place.start(['send', '-', '--mapping', 'm.scimmap', '--connection', 'sandbox']);
    call.process.stdin.write(extract(3));
    // Nothing shows that it reads; a signal that comes before it listens would end it by itself
    await untilListening(call);
    call.process.kill(signal);
    const { code, out, err } = await call.ended;
    expect([code, out]).toEqual([5, '']);
    expect(err).toMatch(/^(?:Started a sandbox tenant .*\n)?Stopped\. Nothing was sent\.\n$/);
  });
});

describe.skipIf(process.platform !== 'linux')('a call that waits for a pipe of the shell', () => {
  it.each(['SIGINT', 'SIGHUP', 'SIGTERM'] as const)('is stopped by %s', async (signal) => {
    const words = [cli, 'convert', 'a.csv', '--mapping'];
    const silent = spawn('bash', ['-c', 'exec "$0" "$@" <(exec sleep 60 2>/dev/null)', process.execPath, ...words], {
      cwd: place.path,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(silent, 'exit') as Promise<[number | null]>;
    // The shell catches signals too, before it is replaced
    while (!readFileSync(`/proc/${silent.pid}/cmdline`, 'latin1').startsWith(process.execPath)) await delay(20);
    await untilListening({ process: silent });
    silent.kill(signal);
    const [said, [code]] = await Promise.all([text(silent.stderr), ended]);
    expect({ code, said }).toEqual({ code: 5, said: 'Stopped.\n' });
  });
});

/** Gives a call a terminal of its own, closes that when it hears a line, and prints the call's exit code. */
const IN_TERMINAL = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
sys.stdin.readline()
os.close(terminal)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
const hasTerminals = spawnSync('python3', ['-c', 'import pty, os; os.waitstatus_to_exitcode']).status === 0;

describe('a call whose terminal is closed', () => {
  it.skipIf(!hasTerminals)('ends with the code of a stopped call, although nothing can be written', async () => {
    rmSync(join(place.state, 'runs'), { recursive: true, force: true });
    const gate = await openGate(graph, stallAt(isUpload));
    try {
      const name = place.write(`terminal-${gate.port}.json`, connection.replaceAll(`:${graph.port}`, `:${gate.port}`));
      const words = [cli, 'send', 'a.csv', '--mapping', 'm.scimmap', '--connection', name, '--yes'];
      const terminal = spawn('python3', ['-c', IN_TERMINAL, process.execPath, ...words], {
        cwd: place.path,
        env: { ...process.env, ENTRA_INBOUND_HOME: place.state },
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      await gate.met;
      terminal.stdin.end('\n');
      expect(await text(terminal.stdout)).toBe('5\n');
    } finally {
      await gate.close();
    }
  });
});

/** Gives a call a terminal, types an answer at its question, and prints what was shown and the call's exit code. */
const ANSWERING = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[2], sys.argv[2:])
shown, typed = b'', False
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    if b'[y/N]' in shown and not typed:
        typed = True
        os.write(terminal, sys.argv[1].encode() + b'\\n')
print(shown.decode())
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

describe.skipIf(!hasTerminals)('a person at the terminal', () => {
  it.each([
    ['y', 1, /Request 3 of 3 accepted[^]*120 awaiting log/],
    ['', 4, /Nothing was sent\./],
  ])('is asked once, and %j decides', async (answer, code, said) => {
    rmSync(join(place.state, 'runs'), { recursive: true, force: true });
    const name = place.write('asked.json', connection);
    // A guard asks about the record that is left out
    place.write('asked.csv', extract(RECORDS) + rows(RECORDS + 1, RECORDS + 1, '?'));
    const words = [cli, 'send', 'asked.csv', '--mapping', 'm.scimmap', '--connection', name];
    const terminal = spawn('python3', ['-c', ANSWERING, answer, process.execPath, ...words], {
      cwd: place.path,
      env: { ...process.env, ENTRA_INBOUND_HOME: place.state },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const shown = await text(terminal.stdout);
    expect(shown).toContain('Send? [y/N]');
    expect(shown).toMatch(said);
    expect(shown.trimEnd().split('\n').at(-1)).toBe(String(code));
  });
});

function startSend({ port }: Gate, options: readonly string[]): RunningCli {
  const name = place.write(`gate-${port}.json`, connection.replaceAll(`:${graph.port}`, `:${port}`));
  return place.start([
    ...['send', 'a.csv', '--mapping', 'm.scimmap', '--connection', name],
    ...['--yes', '--format', 'json', ...options],
  ]);
}

/** Sends the signals, each after the answer to the one before. */
async function stopBy(call: RunningCli, signals: readonly NodeJS.Signals[], waits: boolean): Promise<Ended> {
  const [first = 'SIGINT', second] = signals;
  const isPatient = waits && first === 'SIGINT';
  const said = isPatient
    ? call.line('err', /Stopping: waiting for the answer to request \d of 3\. Press Ctrl-C/)
    : undefined;
  call.process.kill(first);
  await said;
  if (isPatient || second !== undefined) call.process.kill(second ?? first);
  return call.ended;
}

/** The counts that are not 0; the account is the only line on standard output, and adds up. */
function countsOf({ out, err }: Ended): Readonly<Record<string, number>> {
  const [account, ...others] = jsonLines(out) as {
    readonly counts: Readonly<Record<string, number>>;
    readonly records: readonly { state: string }[];
  }[];
  expect(others, err).toEqual([]);
  expect(account?.records).toHaveLength(RECORDS);
  const counts = Object.fromEntries(Object.entries(account?.counts ?? {}).filter(([, count]) => count > 0));
  for (const [state, count] of Object.entries(counts))
    expect(account?.records.filter((record) => record.state === state)).toHaveLength(count);
  return counts;
}

/** On Linux the signals that a process catches are listed. */
async function untilListening({ process: { pid } }: { readonly process: Pick<ChildProcess, 'pid'> }): Promise<void> {
  const SIGHUP = 1n;
  for (;;) {
    const caught = /^SigCgt:\s*([0-9a-f]+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? '0';
    if ((BigInt(`0x${caught}`) & SIGHUP) !== 0n) return;
    await delay(20);
  }
}
