import { describe, expect, it } from 'vitest';
import type { CheckFinding, ConnectionState } from '../../../src/connections/state/connectionState';
import type { ConnectionElement, ShownConnection } from '../../../src/views/connectionTree';
import { connectionChildren, connectionElements, lookOfConnection } from '../../../src/views/connectionTree';
import { shownName } from '../../../src/connections/file/shownName';
import { tenantFile } from '../../support/tenantFiles';

const time = (at: number) => `at ${at}`;

function tenant(changes: Partial<ShownConnection> = {}): ShownConnection {
  const file = changes.file ?? tenantFile();
  return { name: file.name, kind: 'tenant', file, isActive: false, known: undefined, ...changes };
}

function rowOf(connection: ShownConnection) {
  const [element] = connectionElements([connection]);
  if (element === undefined) throw new Error('There is no row.');
  return { element, look: lookOfConnection(element, time) };
}

function lines(elements: readonly ConnectionElement[]): readonly string[] {
  return elements.map((element) => {
    const { label, description } = lookOfConnection(element, time);
    return description === '' ? label : `${label}: ${description}`;
  });
}

const findings: readonly CheckFinding[] = [
  { id: 'address', title: 'Address', state: 'ok', message: 'The address is good.', remedy: '' },
  { id: 'clock', title: 'Clock', state: 'warning', message: 'The clock is 4 minutes late.', remedy: 'Set the clock.' },
  {
    id: 'permission.upload',
    title: 'Permission to send',
    state: 'failed',
    message: 'It may not send.',
    remedy: 'Grant it.',
  },
  { id: 'log', title: 'Log', state: 'unknown', message: 'Not tried.', remedy: '' },
];

describe('the row of a connection', () => {
  it('says what is in use first, then that people are at stake unless the name does, its state and its target', () => {
    const { look } = rowOf(tenant({ isActive: true }));
    expect(look.label).toBe('Contoso production');
    expect(look.description).toBe('in use · not checked yet · Entra ID');
    const stake = rowOf(tenant({ file: tenantFile({ name: 'Contoso' }), isActive: true })).look;
    expect(stake.description).toBe('in use · production · not checked yet · Entra ID');
    expect(stake.spoken).toBe('Contoso, in use, production, not checked yet, Entra ID');
    const file = tenantFile({ name: 'Test', jobId: 'API2AD.a.b', production: false });
    const known = { state: 'ready', at: 7 } as const;
    expect(rowOf(tenant({ file, known })).look.description).toBe('ready · Active Directory');
    expect(rowOf(tenant({ file: tenantFile({ jobId: 'x', production: false }) })).look.description).toBe(
      'not checked yet',
    );
  });

  it.each<[ConnectionState, string, string, string]>([
    ['ready', 'ready', 'pass', 'good'],
    ['sign-in-needed', 'sign-in needed', 'key', 'doubt'],
    ['permission-missing', 'permission missing', 'lock', 'doubt'],
    ['job-paused', 'job paused', 'debug-pause', 'doubt'],
    ['quarantined', 'job in quarantine', 'warning', 'bad'],
    ['unknown', 'state unknown', 'question', 'doubt'],
  ])('shows %s by a word and an icon of its own', (state, word, icon, tone) => {
    const { look } = rowOf(tenant({ known: { state, at: 1 } }));
    expect([look.description.split(' · ')[0], look.icon, look.tone]).toEqual([word, icon, tone]);
  });

  it('has the sandbox as what it does', () => {
    const sandbox = {
      isRunning: false,
      address: undefined,
      state: 'ready',
      scenario: undefined,
      jobId: undefined,
    } as const;
    const shown: ShownConnection = {
      name: 'Sandbox Tenant',
      kind: 'sandbox',
      isActive: true,
      known: undefined,
      sandbox,
    };
    expect(rowOf(shown).look).toMatchObject({
      description: 'in use · starts when it is used',
      icon: 'beaker',
    });
    const running = {
      ...sandbox,
      isRunning: true,
      address: 'http://127.0.0.1:4711',
      jobId: 'API2AAD.x',
      scenario: 'Paused Job',
    };
    expect(rowOf({ ...shown, sandbox: running }).look.description).toBe('in use · running');
    const paused = { ...shown, sandbox: { ...running, state: 'job-paused' as const } };
    expect(rowOf(paused).look).toMatchObject({ description: 'in use · job paused', icon: 'debug-pause' });
    expect(lines(connectionChildren(rowOf(paused).element))).toEqual([
      'Not checked yet',
      'Address: http://127.0.0.1:4711',
      'Job: API2AAD.x',
      'Scenario: Paused Job',
    ]);
    expect(lines(connectionChildren(rowOf(shown).element))).toEqual(['Not checked yet']);
  });
});

describe('below a connection', () => {
  it('are the last check and where it leads', () => {
    expect(lines(connectionChildren(rowOf(tenant()).element))).toEqual([
      'Not checked yet',
      'Cloud: Global',
      'Tenant: 2d2d2d2d-1111-2222-3333-444444444444',
      'Service principal: 0f0f0f0f-1111-2222-3333-444444444444',
      'Job: API2AAD.0123456789abcdef0123456789abcdef.1a03de52-b9c3-4e2c-a1e3-9145aaa8e530',
      'Sign-in: client secret · 1e1e1e1e-1111-2222-3333-444444444444',
    ]);
    const checked = rowOf(tenant({ known: { state: 'ready', at: 5, checks: findings.slice(0, 1) } })).element;
    expect(lines(connectionChildren(checked))[0]).toBe('Last check: at 5 · all in order');
    const known = { state: 'quarantined', at: 9 } as const;
    expect(lines(connectionChildren(rowOf(tenant({ known })).element)).slice(0, 2)).toEqual([
      'Last known: job in quarantine · at 9',
      'Cloud: Global',
    ]);
  });

  it('is each check that is not in order, the worst first, with why and what to do', () => {
    const known = { state: 'permission-missing', at: 5, checks: findings } as const;
    const [last] = connectionChildren(rowOf(tenant({ known })).element);
    if (last === undefined) throw new Error('There is no last check.');
    expect(lines([last])).toEqual(['Last check: at 5 · 1 failed · 1 warning · 1 unknown']);
    const checks = connectionChildren(last);
    expect(lines(checks)).toEqual([
      'Permission to send: It may not send.',
      'Clock: The clock is 4 minutes late.',
      'Log: Not tried.',
    ]);
    expect(checks.map((check) => lines(connectionChildren(check)))).toEqual([
      ['Why: It may not send.', 'What to do: Grant it.'],
      ['Why: The clock is 4 minutes late.', 'What to do: Set the clock.'],
      ['Why: Not tried.'],
    ]);
  });
});

it('what names the connection in use says that people are at stake, once', () => {
  const title = (name: string, production: boolean) => shownName({ name, file: tenantFile({ name, production }) });
  expect([title('Contoso', true), title('Contoso', false), title('Contoso production', true)]).toEqual([
    'Contoso (production)',
    'Contoso',
    'Contoso production',
  ]);
});

it('a file that cannot be used is a row of its own, with why', () => {
  const [row] = connectionElements([], [{ path: '/state/connections/tenant-x.connection.json', refusal: 'Not JSON.' }]);
  if (row === undefined) throw new Error('There is no row.');
  expect(lines([row, ...connectionChildren(row)])).toEqual([
    'tenant-x.connection.json: cannot be used',
    'Why: Not JSON.',
    'File: /state/connections/tenant-x.connection.json',
  ]);
});

it('the colour that a user has chosen takes the place of that of the state', () => {
  expect(rowOf(tenant({ file: tenantFile({ color: 'purple' }) })).look.colour).toBe('purple');
  expect(rowOf(tenant()).look.colour).toBeUndefined();
});

it('where the sandbox is alone, a row leads to a tenant', () => {
  const alone = connectionElements([{ name: 'Sandbox Tenant', kind: 'sandbox', isActive: true, known: undefined }]);
  expect(lines(alone)[1]).toBe('Connect a tenant of your own: check it, read its log, send');
  expect(alone.flatMap(connectionChildren)).toHaveLength(1);
});
