import { describe, expect, it } from 'vitest';
import type { CheckFinding } from '../../../src/connections/state/connectionState';
import { stateOfChecks, stateOfFailure } from '../../../src/connections/state/connectionState';
import type { OpenedConnection } from '../../../src/connections/connection';
import { observedConnection } from '../../../src/connections/state/observedConnection';
import type { Tenant } from '../../../src/tenant/tenant';
import { ConnectionStates } from '../../../src/connections/state/connectionStates';
import { tenantFile } from '../../support/tenantFiles';
import {
  InterceptedError,
  NotSentError,
  RejectedError,
  SignInRefusedError,
  ThrottledError,
} from '../../../src/tenant/errors';

const IDS = ['address', 'proxy', 'tls', 'clock', 'sign-in', 'permission.upload', 'permission.log', 'job', 'log'];

/** Checks that are in order, but for these. */
function checks(failed: readonly string[], state: CheckFinding['state'] = 'failed'): readonly CheckFinding[] {
  return IDS.map((id) => ({ id, title: id, state: failed.includes(id) ? state : 'ok', message: id, remedy: '' }));
}

const running = { code: 'Active', schedule: 'Active', isQuarantined: false };

describe('the state of a connection', () => {
  it.each([
    [[], running, 'ready'],
    [['tls'], running, 'unknown'],
    [['job'], undefined, 'unknown'],
    [['sign-in', 'permission.upload'], undefined, 'sign-in-needed'],
    [['permission.log', 'log'], running, 'permission-missing'],
    [['job'], { ...running, code: 'Paused' }, 'job-paused'],
    [['job'], { ...running, schedule: 'Disabled' }, 'job-paused'],
    [['job'], { ...running, code: 'Paused', isQuarantined: true }, 'quarantined'],
    [['permission.upload'], { ...running, code: 'Quarantine' }, 'permission-missing'],
  ])('after a check in which %j failed is %j', (failed, job, state) => {
    expect(stateOfChecks(checks(failed), job)).toBe(state);
  });

  it('is ready with warnings, and unknown when nothing was checked', () => {
    expect(stateOfChecks(checks(['clock', 'permission.log'], 'warning'), running)).toBe('ready');
    expect(stateOfChecks([], undefined)).toBe('unknown');
  });

  it.each([
    [new SignInRefusedError('No.', { remedy: '' }), 'sign-in-needed'],
    [new RejectedError('No.', { status: 401, remedy: '' }), 'sign-in-needed'],
    [new RejectedError('No.', { status: 403, remedy: '' }), 'permission-missing'],
    [new NotSentError('No.', { remedy: '' }), 'unknown'],
    [new InterceptedError('No.', { status: 302, remedy: '' }), 'unknown'],
    [new ThrottledError('Wait.', { status: 429, remedy: '' }), undefined],
    [new RejectedError('No.', { status: 400, remedy: '' }), undefined],
  ])('after %s is %j', (error, state) => {
    expect(stateOfFailure(error)).toBe(state);
  });
});

describe('what is known of connections', () => {
  it('is kept with its time, and without a message', () => {
    const written: unknown[] = [];
    const states = new ConnectionStates({ read: () => undefined, write: (kept) => written.push(kept) });
    const heard: string[] = [];
    states.onDidChange((name) => heard.push(name));
    expect(states.get('A')).toBeUndefined();
    states.noteCheck('A', { state: 'ready', at: 1, checks: checks([]) });
    states.noteUse('A', 'ready', 2);
    expect(states.get('A')).toEqual({ state: 'ready', at: 1, checks: checks([]) });
    states.noteUse('A', 'quarantined', 3);
    expect(states.get('A')).toEqual({ state: 'quarantined', at: 3 });
    expect(written).toEqual([[{ name: 'A', state: 'ready', time: 1 }], [{ name: 'A', state: 'quarantined', time: 3 }]]);
    states.forget('A');
    states.forget('A');
    expect(states.get('A')).toBeUndefined();
    expect(heard).toEqual(['A', 'A', 'A']);
    expect(written.at(-1)).toEqual([]);
  });

  it('is forgotten with a connection that is gone or leads elsewhere, and stays with one that is renamed', () => {
    const states = new ConnectionStates({ read: () => undefined, write: () => undefined });
    const file = tenantFile();
    const of = (id: string, changes: Partial<typeof file> = {}) => ({ id, name: id, file: { ...file, ...changes } });
    for (const id of ['gone', 'moved', 'renamed', 'other sign-in']) states.noteUse(id, 'ready', 1);
    states.keepOnly([of('gone'), of('moved'), of('renamed'), of('other sign-in')]);
    expect(states.get('gone')).toBeDefined();
    states.keepOnly([
      of('moved', { tenantId: 'contoso.com' }),
      of('renamed', { name: 'New', production: false, color: 'red' }),
      of('other sign-in', { signIn: { kind: 'azureCli' } }),
    ]);
    expect(['gone', 'moved', 'renamed', 'other sign-in'].filter((id) => states.get(id) !== undefined)).toEqual([
      'renamed',
    ]);
  });

  it('is read again, and what another has written there is not', () => {
    const kept = [
      { name: 'A', state: 'job-paused', time: 5 },
      { name: 'B', state: 'sunny', time: 5 },
      { name: 'C' },
      null,
      'x',
    ];
    const states = new ConnectionStates({ read: () => kept, write: () => undefined });
    expect(['A', 'B', 'C'].map((name) => states.get(name))).toEqual([
      { state: 'job-paused', at: 5 },
      undefined,
      undefined,
    ]);
    expect(new ConnectionStates({ read: () => 'x', write: () => undefined }).get('A')).toBeUndefined();
  });
});

describe('the use of a connection', () => {
  const refused = new RejectedError('No.', { status: 403, remedy: '' });

  function used(failure: { readonly open?: Error; readonly read?: Error } = {}) {
    const states = new ConnectionStates({ read: () => undefined, write: () => undefined });
    const tenant = {
      readJob: () => Promise.resolve({ code: 'Active', schedule: 'Disabled', quarantine: undefined }),
      readSchema: () => (failure.read === undefined ? Promise.resolve('{}') : Promise.reject(failure.read)),
      // eslint-disable-next-line require-yield -- the first page is refused
      async *readUsers() {
        await Promise.resolve();
        throw failure.read ?? new Error('a mistake of ours');
      },
    } as unknown as Tenant;
    const open = () =>
      failure.open === undefined ? Promise.resolve({ tenant } as OpenedConnection) : Promise.reject(failure.open);
    const connection = {
      kind: 'tenant',
      id: 'A',
      name: 'Contoso',
      endpoint: '',
      open,
      reach: () => Promise.reject(new Error('Nobody asks.')),
    } as const;
    return { states, connection: observedConnection(connection, states, () => 7) };
  }

  it('tells that signing in is needed, until it succeeds', async () => {
    const { states, connection } = used({ open: new SignInRefusedError('No.', { remedy: '' }) });
    await expect(connection.open()).rejects.toThrow('No.');
    expect(states.get('A')).toEqual({ state: 'sign-in-needed', at: 7 });
    const better = used();
    better.states.noteUse('A', 'sign-in-needed', 1);
    await better.connection.open();
    expect(better.states.get('A')).toBeUndefined();
  });

  it('tells that the job is paused, where it reads the job', async () => {
    const { states, connection } = used();
    await (await connection.open()).tenant.readJob();
    expect(states.get('A')).toEqual({ state: 'job-paused', at: 7 });
  });

  it('tells that a permission is missing, page by page too, and nothing of a mistake of ours', async () => {
    const one = used({ read: refused });
    await expect((await one.connection.open()).tenant.readSchema()).rejects.toBe(refused);
    expect(one.states.get('A')?.state).toBe('permission-missing');
    const other = used({ read: refused });
    const pages = (await other.connection.open()).tenant.readUsers([]);
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toBe(refused);
    expect(other.states.get('A')?.state).toBe('permission-missing');
    const mistaken = used();
    await expect(
      (await mistaken.connection.open()).tenant.readUsers([])[Symbol.asyncIterator]().next(),
    ).rejects.toThrow('a mistake of ours');
    expect(mistaken.states.get('A')).toBeUndefined();
  });
});
