import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json/jsonValue';
import type { RowLook } from '../../../src/views/rowLook';
import type { SandboxElement, ShownTenant } from '../../../src/views/sandboxTree';
import { lookOfSandbox, sandboxChildren, sandboxElements } from '../../../src/views/sandboxTree';
import { findScenario } from '../../../src/sandbox/scenarios/table';
import { textLike, textWith } from '../../support/matchers';
import { bulkBody, person } from '../../support/people';
import type { SandboxRig } from '../sandbox/sandboxRig';
import { createSandboxRig } from '../sandbox/sandboxRig';

const USERS = JSON.stringify([
  { id: 'u1', displayName: 'Zoë Zimmer', userPrincipalName: 'zoe@contoso.com', accountEnabled: true },
  {
    id: 'u2',
    displayName: 'Ann Abbot',
    userPrincipalName: 'ann@contoso.com',
    accountEnabled: false,
    department: 'Sales',
    manager: { id: 'u1' },
  },
  { id: 'u3', userPrincipalName: 'bo@contoso.com', accountEnabled: true, jobTitle: 'x'.repeat(5000) },
]);

const lookAt = (element: SandboxElement): RowLook => lookOfSandbox(element, () => 'noon');

/** A row as `label | description`. */
const row = (element: SandboxElement): string => {
  const { label, description } = lookAt(element);
  return description === '' ? label : `${label} | ${description}`;
};

function below(tenant: ShownTenant, ...labels: readonly string[]): readonly SandboxElement[] {
  let elements = sandboxElements(tenant);
  for (const label of labels) {
    const found = elements.find((element) => lookAt(element).label === label);
    if (found === undefined) throw new Error(`No row "${label}" among ${elements.map(row).join(', ')}.`);
    elements = sandboxChildren(found, tenant);
  }
  return elements;
}

const rows = (tenant: ShownTenant, ...labels: readonly string[]): readonly string[] =>
  below(tenant, ...labels).map(row);

async function send(rig: SandboxRig, ...people: readonly JsonObject[]): Promise<void> {
  await rig.send('POST', `/v1.0${rig.jobPath}`, { 'content-type': 'application/scim+json' }, bulkBody(...people));
}

/** Everything below the rows, and the rows. */
function all(elements: readonly SandboxElement[], tenant: ShownTenant): readonly SandboxElement[] {
  return elements.flatMap((element) => [element, ...all(sandboxChildren(element, tenant), tenant)]);
}

function choose({ sandbox }: SandboxRig, name: string): void {
  const scenario = findScenario(name);
  if (scenario !== undefined) sandbox.setScenario(scenario);
}

describe('the uppermost rows', () => {
  it('are the scenario, the jobs, the people and the changes', async () => {
    const rig = createSandboxRig();
    const { sandbox } = rig;
    const empty = [
      'Healthy | scenario',
      'Job to Entra ID | not run yet',
      'Job to Active Directory | not run yet',
      'Users in Entra ID | 0',
      'Last Changes | 0',
    ];
    expect(rows(sandbox)).toEqual(empty);
    sandbox.loadUsers(USERS, 'json');
    await send(rig, person('1'), person('2'));
    expect(rows(sandbox).slice(1)).toEqual([
      'Job to Entra ID | not run yet · 2 staged',
      'Job to Active Directory | not run yet',
      'Users in Entra ID | 3',
      'Last Changes | 0',
    ]);
    rig.clock.advance(60_000);
    expect(rows(sandbox).filter((text) => /^(Job to E|Users|Last)/.test(text))).toEqual([
      'Job to Entra ID | last cycle noon',
      'Users in Entra ID | 5',
      'Last Changes | 2',
    ]);
    sandbox.reset();
    expect(rows(sandbox)).toEqual(empty);
  });

  it('have the people of Active Directory when there are some, or the scenario is about them', () => {
    const rig = createSandboxRig();
    choose(rig, 'agent-down');
    expect(rows(rig.sandbox)).toContain('Users in Active Directory | 0');
    choose(rig, 'healthy');
    expect(rows(rig.sandbox)).not.toContain('Users in Active Directory | 0');
    rig.sandbox.loadUsers('[{"id":"a","displayName":"Ann"}]', 'json', 'API2AD');
    expect(rows(rig.sandbox, 'Users in Active Directory')).toHaveLength(1);
  });

  it('show the scenario, and highlight it unless it is healthy', () => {
    const rig = createSandboxRig();
    expect(lookAt(below(rig.sandbox)[0] ?? never())).toMatchObject({ tone: 'quiet' });
    choose(rig, 'paused-job');
    const look = lookAt(below(rig.sandbox)[0] ?? never());
    expect(look).toMatchObject({ label: 'Paused Job', tone: 'doubt' });
    expect(look.tooltip).toContain('Uploads are accepted and pile up');
  });
});

describe('a job', () => {
  it('that is paused or in quarantine says why, and what to do', async () => {
    const rig = createSandboxRig();
    choose(rig, 'paused-job');
    await send(rig, person('1'));
    rig.clock.advance(60_000);
    expect(rows(rig.sandbox)).toContain('Job to Entra ID | paused · 1 staged');
    expect(rows(rig.sandbox, 'Job to Entra ID')).toEqual([
      'Why: The job is paused: it accepts uploads, but provisions nobody until it is started.',
      'What to do: Start the job; in the sandbox tenant, choose the scenario Healthy.',
      'Waiting for the next cycle | 1',
      textLike(/^Id \| API2AAD\./),
    ]);
    choose(rig, 'quarantined-job');
    expect(lookAt(below(rig.sandbox)[1] ?? never())).toMatchObject({
      tone: 'bad',
      tooltip: textWith('EncounteredQuarantineException'),
    });
    expect(rows(rig.sandbox, 'Job to Entra ID')[0]).toMatch(/^Why: The job is in quarantine: /);
  });
});

describe('people', () => {
  it('are listed by name, show who is disabled, and unfold to their values and the name of their manager', () => {
    const { sandbox } = createSandboxRig();
    sandbox.loadUsers(USERS, 'json');
    expect(rows(sandbox, 'Users in Entra ID')).toEqual([
      'Ann Abbot | disabled · ann@contoso.com',
      'bo@contoso.com',
      'Zoë Zimmer | zoe@contoso.com',
    ]);
    expect(below(sandbox, 'Users in Entra ID').map((element) => lookAt(element).icon)).toEqual([
      'lock',
      'account',
      'account',
    ]);
    expect(rows(sandbox, 'Users in Entra ID', 'Ann Abbot')).toEqual([
      'id | u2',
      'accountEnabled | False',
      'department | Sales',
      'displayName | Ann Abbot',
      'manager | Zoë Zimmer',
      'userPrincipalName | ann@contoso.com',
    ]);
    const long = rows(sandbox, 'Users in Entra ID', 'bo@contoso.com').find((text) => text.startsWith('jobTitle'));
    expect(long).toHaveLength('jobTitle | '.length + 2001);
  });

  it('are not called disabled where nothing is known', () => {
    const { sandbox } = createSandboxRig();
    sandbox.loadUsers('[{"id":"u","displayName":"Ann"}]', 'json');
    sandbox.loadUsers('[{"id":"a","displayName":"Bo","accountDisabled":true}]', 'json', 'API2AD');
    expect(rows(sandbox, 'Users in Entra ID')).toEqual(['Ann']);
    expect(rows(sandbox, 'Users in Active Directory')).toEqual(['Bo | disabled']);
  });

  it('have their last change, which unfolds to steps and values', async () => {
    const rig = createSandboxRig();
    await send(rig, person('1'));
    rig.clock.advance(60_000);
    const [text] = rows(rig.sandbox, 'Users in Entra ID');
    expect(text).toMatch(/\| created noon · /);
    const [name = ''] = text?.split(' | ') ?? [];
    expect(rows(rig.sandbox, 'Users in Entra ID', name)[0]).toBe('Last change | created noon');
    const steps = rows(rig.sandbox, 'Users in Entra ID', name, 'Last change');
    expect(steps.some((step) => step.startsWith('Provision user'))).toBe(true);
    expect(steps.some((step) => step.includes('(nothing) → '))).toBe(true);
  });

  it('of a large tenant are listed in groups of a thousand, each read when it unfolds', () => {
    const { sandbox } = createSandboxRig();
    const many = Array.from({ length: 2345 }, (_, index) => ({
      id: String(index),
      displayName: `Person ${String(9999 - index)}`,
    }));
    sandbox.loadUsers(JSON.stringify(many), 'json');
    const asked: number[] = [];
    const counting: ShownTenant = {
      ...sandbox,
      usersByName: (flavour, from, count) => {
        asked.push(count);
        return sandbox.usersByName(flavour, from, count);
      },
    };
    expect(rows(counting, 'Users in Entra ID')).toEqual([
      'From Person 7655 | 1 to 1,000',
      'From Person 8655 | 1,001 to 2,000',
      'From Person 9655 | 2,001 to 2,345',
    ]);
    expect(asked).toEqual([1, 1, 1]);
    expect(rows(counting, 'Users in Entra ID', 'From Person 9655')).toHaveLength(345);
    const everybody = all(below(sandbox, 'Users in Entra ID'), sandbox).filter(({ kind }) => kind === 'user');
    expect(new Set(everybody.map(({ id }) => id)).size).toBe(2345);
  });
});

describe('changes', () => {
  it('are listed newest first, and a failed one says why', async () => {
    const rig = createSandboxRig();
    choose(rig, 'taken-names');
    await send(rig, person('1'), person('2'));
    rig.clock.advance(60_000);
    const [, failed] = below(rig.sandbox, 'Last Changes');
    expect(rows(rig.sandbox, 'Last Changes')).toEqual([
      'Person 2 | 2 · noon',
      'Person 1 | 1 · sign-in name invalid or taken · noon',
    ]);
    expect(lookAt(failed ?? never())).toMatchObject({
      icon: 'error',
      tone: 'bad',
      spoken: 'Person 1, failed, 1, sign-in name invalid or taken, noon',
    });
    const labels = sandboxChildren(failed ?? never(), rig.sandbox).map(row);
    expect(labels[0]).toMatch(/^Why: The sign-in name /);
    expect(labels[1]).toMatch(/^What to do: /);
  });

  it('beyond a thousand are folded away', async () => {
    const rig = createSandboxRig({ rules: { queueCapacity: 100_000 } });
    for (let first = 0; first < 1250; first += 50) {
      await send(rig, ...Array.from({ length: 50 }, (_, index) => person(String(first + index))));
      rig.clock.advance(1000);
    }
    rig.clock.advance(60_000);
    const shown = rows(rig.sandbox, 'Last Changes');
    expect(shown).toHaveLength(1001);
    expect(shown.at(-1)).toBe('250 older changes');
    expect(rows(rig.sandbox, 'Last Changes', '250 older changes')).toHaveLength(250);
  });
});

it('ids are unique in the whole tree', async () => {
  const rig = createSandboxRig();
  rig.sandbox.loadUsers(USERS, 'json');
  choose(rig, 'taken-names');
  await send(rig, ...Array.from({ length: 9 }, (_, index) => person(String(index))));
  rig.clock.advance(60_000);
  const ids = all(sandboxElements(rig.sandbox), rig.sandbox).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(200);
  expect(new Set(ids).size).toBe(ids.length);
});

function never(): never {
  throw new Error('There is no such row.');
}
