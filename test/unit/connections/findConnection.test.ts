import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { announcedSandboxes, announceSandbox, withdrawSandbox } from '../../../src/connections/announcedSandboxes';
import type { Connection } from '../../../src/connections/connection';
import type { SandboxConnectionFile } from '../../../src/connections/file/sandboxFile';
import { sandboxFile } from '../../../src/connections/file/sandboxFile';
import type { ConnectionSources } from '../../../src/connections/findConnection';
import { findConnection } from '../../../src/connections/findConnection';
import { systemSandboxClock } from '../../../src/sandbox/clock';
import { createSandbox } from '../../../src/sandbox/sandbox';
import { NotSentError } from '../../../src/tenant/errors';
import { AUTHORITY, sandboxLine } from '../../contract/sandboxTransport';
import { createManualClock } from '../../support/manualClock';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import { UserConnections } from '../../../src/connections/user/userConnections';
import { memoryFolder } from './memoryFolder';
import { unreachableTenants } from './unreachableTenants';

const sandbox = createSandbox({ clock: systemSandboxClock, random: randomBytes });
const { servicePrincipalId, jobId } = sandbox.application;
const file = (name: string, clientSecret = sandbox.clientSecret): SandboxConnectionFile =>
  sandboxFile({
    name,
    endpoint: `http://${AUTHORITY}/v1.0/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}/bulkUpload`,
    tokenEndpoint: `http://${AUTHORITY}/${sandbox.tenantId}/oauth2/v2.0/token`,
    clientId: sandbox.clientId,
    clientSecret,
  });

const tenant: TenantConnectionFile = {
  kind: 'tenant',
  name: 'Contoso',
  cloud: 'global',
  tenantId: 'contoso.com',
  servicePrincipalId,
  jobId,
  production: false,
  signIn: { kind: 'azureCli' },
};

let state: ReturnType<typeof memoryFolder>;
let sources: ConnectionSources;
let removed: string[];
beforeEach(() => {
  state = memoryFolder();
  removed = [];
  sources = {
    ...unreachableTenants,
    openLine: () => Promise.resolve(sandboxLine(sandbox)),
    clock: createManualClock(),
    state,
    user: new UserConnections(memoryFolder()),
    resolvePath: (path, from) => `${from}/../${path}`,
    onRemoved: (path) => Promise.resolve(void removed.push(path)),
    readFile: (path) => Promise.resolve(path === 'a.json' ? JSON.stringify(file('From a file')) : '{"kind":"tenant"}'),
  };
});

async function nameOf(name: string, more: Partial<ConnectionSources> = {}): Promise<string> {
  const found = await findConnection(name, { ...sources, ...more });
  return 'refusal' in found ? found.refusal : found.name;
}

describe('findConnection', () => {
  it('takes a file by its path, or says why not', async () => {
    expect(await nameOf('a.json')).toBe('From a file');
    expect(await nameOf('b.json')).toContain('Missing member "name"');
  });

  it('takes a connection of the user by its name before a path, and what has a separator as a path', async () => {
    const user = new UserConnections(memoryFolder());
    await user.add({ ...tenant, name: 'a.json' });
    expect(await nameOf('A.JSON', { user })).toBe('a.json');
    expect(await nameOf('a.json', { user })).toBe('a.json');
    const readFile = (): Promise<string> => Promise.resolve(JSON.stringify({ ...tenant, name: 'By path' }));
    expect(await nameOf('./a.json', { user, readFile })).toBe('By path');
  });

  it('takes the newest sandbox of this machine that answers', async () => {
    await announceSandbox(state, 1, file('Older'));
    await announceSandbox(state, 2, file('Newer'));
    await announceSandbox(state, 3, file('Killed, and restarted at its port', 'sandbox-secret-old'));
    expect(await nameOf('sandbox')).toBe('Newer');
    expect(removed).toEqual(['/state/sandbox-3.connection.json']);
    expect([...state.files.keys()]).toEqual(['sandbox-1.connection.json', 'sandbox-2.connection.json']);
    await withdrawSandbox(state, 2, file('Newer'));
    expect(await nameOf('sandbox')).toBe('Older');
  });

  it('leaves the file of a sandbox that does not say what it is', async () => {
    await announceSandbox(state, 1, file('Busy'));
    const openLine = () => Promise.resolve({ ...sandboxLine(sandbox), ask: () => Promise.reject(new Error('reset')) });
    await expect(nameOf('sandbox', { openLine })).rejects.toThrow(NotSentError);
    expect(removed).toEqual([]);
    expect(state.files.size).toBe(1);
  });

  it('leaves the file that a new sandbox puts in the place of a dead one', async () => {
    await announceSandbox(state, 1, file('Dead', 'sandbox-secret-old'));
    const openLine = async () => {
      await announceSandbox(state, 1, file('Living'));
      return sandboxLine(sandbox);
    };
    await expect(nameOf('sandbox', { openLine })).rejects.toThrow(NotSentError);
    expect(removed).toEqual([]);
    expect(await nameOf('sandbox')).toBe('Living');
  });

  it('starts one where none runs, if it may', async () => {
    const nobody = () => Promise.reject(new Error('It is not opened to be found.'));
    const own: Connection = {
      kind: 'sandbox',
      name: 'Own',
      endpoint: undefined,
      open: nobody,
      reach: nobody,
    };
    expect(await nameOf('sandbox', { sandbox: own })).toBe('Own');
    await expect(nameOf('sandbox')).rejects.toThrow(NotSentError);
    await announceSandbox(state, 1, file('Runs'));
    expect(await nameOf('sandbox', { sandbox: own })).toBe('Runs');
  });

  it('opens what it finds: a tenant that answers, read as patiently as a sandbox, without powers', async () => {
    const found = await findConnection('a.json', sources);
    if ('refusal' in found) throw new Error(found.refusal);
    expect(found.endpoint).toBe(file('').endpoint);
    const opened = await found.open();
    expect(await opened.tenant.readDomains()).toMatchObject({ defaultDomain: 'contoso.com' });
    expect(opened.logPace().interval).toBeGreaterThanOrEqual(3000);
    expect([opened.powers, opened.job, await found.predict?.([])]).toEqual([undefined, undefined, undefined]);
    await opened.close();
  });

  it('rejects when a connection is opened whose addresses do not fit', async () => {
    const text = JSON.stringify({ ...file('x'), tokenEndpoint: 'https://login.example.invalid/token' });
    const found = await findConnection('c.json', { ...sources, readFile: () => Promise.resolve(text) });
    if ('refusal' in found) throw new Error(found.refusal);
    await expect(found.open()).rejects.toThrow(NotSentError);
  });
});

describe('announced sandboxes', () => {
  it('are known by their files, among other files of the folder', async () => {
    expect(await announcedSandboxes(state)).toEqual([]);
    expect(await announceSandbox(state, 4711, file('A'))).toBe('/state/sandbox-4711.connection.json');
    await state.write('sandbox-1.connection.json', 'not JSON');
    await state.write('sandbox-2.connection.json.99', JSON.stringify(file('Half written')));
    await state.write('notes.json', JSON.stringify(file('Not ours')));
    expect((await announcedSandboxes(state)).map((each) => each.file.name)).toEqual(['A']);
    await withdrawSandbox(state, 4711, file('Another'));
    expect(await announcedSandboxes(state)).toHaveLength(1);
    await withdrawSandbox(state, 4711, file('A'));
    expect(await announcedSandboxes(state)).toEqual([]);
  });

  it('may go between being listed and being read', async () => {
    await announceSandbox(state, 1, file('A'));
    const going = { ...state, read: () => Promise.resolve(undefined) };
    expect(await announcedSandboxes(going)).toEqual([]);
  });
});
