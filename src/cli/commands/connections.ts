import { dirname, resolve } from 'node:path';
import { parseConnectionFile } from '../../connections/connectionFile';
import type { SignIn } from '../../connections/file/signIn';
import type { TenantConnectionFile } from '../../connections/tenantFile';
import { resolvePaths } from '../../connections/tenantFile';
import type { UserConnections } from '../../connections/user/userConnections';
import { printable } from '../../core/text/printable';
import { ensureKeepable } from '../../files/keepableFolder';
import { readText } from '../../files/readText';
import { clouds } from '../../tenant/clouds';
import type { Command, Invocation } from '../command';
import { choice, UsageError } from '../command';
import { orUnusable } from '../stateFolder';
import { connectionsFolder, userConnections } from '../userConnections';
import { ExitCode } from '../terminal/exitCode';
import { jsonLine, messageLine } from '../terminal/terminal';

export const connections: Command = {
  name: 'connections',
  summary: 'List, show, add and remove connections to tenants.',
  usage: [
    'entra-inbound connections [list]',
    'entra-inbound connections show NAME',
    'entra-inbound connections add FILE',
    'entra-inbound connections remove NAME',
    '',
    'A connection is identified by its name, ignoring case, which --connection of other commands takes. "add" checks a',
    'connection file of kind "tenant" and keeps a copy in the state folder, with absolute paths. A connection never contains',
    'a secret: it names a variable or a file with one, and neither is read here.',
    '',
    '--format json        "list" an array of connections, the others one connection, as "add" takes it from a file',
  ],
  options: {},
  takes: [0, 2],
  run: async (invocation) => {
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const [action = 'list', subject, ...rest] = invocation.arguments;
    if (rest.length > 0 || (action === 'list' && subject !== undefined))
      throw new UsageError('connections list does not take an argument.');
    if (action === 'list') return list(invocation, json);
    const run = ACTIONS.get(action);
    if (run === undefined) throw new UsageError(`connections takes list, show, add or remove, not "${action}".`);
    if (subject === undefined)
      throw new UsageError(`connections ${action} needs ${action === 'add' ? 'a file' : 'the name of a connection'}.`);
    await run(subject, invocation, json);
    return ExitCode.ok;
  },
};

type Action = (subject: string, invocation: Invocation, json: boolean) => Promise<void>;

const ACTIONS: ReadonlyMap<string, Action> = new Map([
  ['show', show],
  ['add', add],
  ['remove', remove],
]);

async function list({ terminal }: Invocation, json: boolean): Promise<ExitCode> {
  const { connections: found, unreadable } = await userConnections(terminal.env).list();
  await terminal.out(json ? jsonLine(found) : found.map(lineOf).join(''));
  if (found.length === 0 && unreadable.length === 0)
    await terminal.err(
      messageLine(
        'No connections to tenants; "sandbox" is always available. Add one with: entra-inbound connections add FILE',
        json,
      ),
    );
  for (const { path, refusal } of unreadable)
    await terminal.err(messageLine(printable(`${path} is not a connection. ${refusal}`), json));
  return unreadable.length === 0 ? ExitCode.ok : ExitCode.problems;
}

async function show(name: string, { terminal }: Invocation, json: boolean): Promise<void> {
  const file = await existing(name, userConnections(terminal.env));
  await terminal.out(json ? jsonLine(file) : describe(file));
}

async function add(path: string, { terminal }: Invocation, json: boolean): Promise<void> {
  const file = parseConnectionFile(await readText(path, 'connection'));
  if ('refusal' in file) throw new UsageError(`${path} is not a connection file. ${file.refusal}`);
  if (file.kind !== 'tenant')
    throw new UsageError(
      `${path} is the file of a sandbox and contains its secret. Use it by its path: --connection ${path}`,
    );
  const folder = connectionsFolder(terminal.env);
  await orUnusable(folder, ensureKeepable(folder));
  const kept = resolvePaths(file, (each) => resolve(dirname(path), each));
  if (!(await userConnections(terminal.env).add(kept)))
    throw new UsageError(`A connection named "${file.name}" already exists. Remove it first, or change the name.`);
  await terminal.out(json ? jsonLine(kept) : `${printable(`Added ${file.name}.`)}\n`);
}

async function remove(name: string, { terminal }: Invocation, json: boolean): Promise<void> {
  const kept = userConnections(terminal.env);
  const file = await existing(name, kept);
  if (!(await kept.remove(name))) throw unknownConnection(name);
  await terminal.out(json ? jsonLine(file) : `${printable(`Removed ${file.name}.`)}\n`);
}

async function existing(name: string, kept: UserConnections): Promise<TenantConnectionFile> {
  const file = await kept.get(name);
  if (file === undefined) throw unknownConnection(name);
  return file;
}

function unknownConnection(name: string): UsageError {
  return new UsageError(`Unknown connection "${name}". "entra-inbound connections" lists them.`);
}

function lineOf(file: TenantConnectionFile): string {
  const production = file.production ? '  production' : '';
  return `${printable(`${file.name}  ${file.cloud}  ${file.tenantId}  ${file.signIn.kind}${production}`)}\n`;
}

function describe(file: TenantConnectionFile): string {
  const rows: readonly (readonly [label: string, value: string])[] = [
    ['name', file.name],
    ['cloud', `${file.cloud} (${clouds[file.cloud].title})`],
    ['tenant', file.tenantId],
    ['service principal', file.servicePrincipalId],
    ['job', file.jobId],
    ['production', file.production ? 'yes' : 'no'],
    ['sign-in', file.signIn.kind],
    ...describeSignIn(file.signIn),
  ];
  return rows.map(([label, value]) => `${label.padEnd(18)} ${printable(value)}\n`).join('');
}

/** Where signing in finds each value: names of variables and paths, never their contents. */
function describeSignIn(signIn: SignIn): readonly (readonly [label: string, value: string])[] {
  return Object.entries(signIn).flatMap(
    ([name, value]: readonly [string, string | Readonly<Record<string, string>>]) => {
      if (name === 'kind') return [];
      const place = typeof value === 'string' ? value : Object.entries(value).map(([from, at]) => `${from} ${at}`)[0];
      return [[`  ${name}`, place ?? ''] as const];
    },
  );
}
