import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkBody, person } from '../../support/people';
import type { SandboxRig } from './sandboxRig';
import { createSandboxRig } from './sandboxRig';

const users = (names: readonly string[]): string =>
  JSON.stringify({ value: names.map((displayName, index) => ({ id: `${displayName}-${index}`, displayName })) });

const names = (rig: SandboxRig, from = 0, count = 100): readonly string[] =>
  rig.sandbox.usersByName('API2AAD', from, count).map(({ name }) => name);

async function send(rig: SandboxRig, ...ids: readonly string[]): Promise<void> {
  const body = bulkBody(...ids.map((id) => person(id)));
  await rig.send('POST', `/v1.0${rig.jobPath}`, { 'content-type': 'application/scim+json' }, body);
  rig.clock.advance(60_000);
}

describe('people by name', () => {
  it('are sorted as a reader expects, page by page', () => {
    const rig = createSandboxRig();
    rig.sandbox.loadUsers(users(['Östen', 'zoë', 'Ann', 'Émile', 'Bo', 'Oswald']), 'json');
    expect(names(rig)).toEqual(['Ann', 'Bo', 'Émile', 'Östen', 'Oswald', 'zoë']);
    expect([names(rig, 0, 2), names(rig, 2, 2), names(rig, 5, 2), names(rig, 6, 2)]).toEqual([
      ['Ann', 'Bo'],
      ['Émile', 'Östen'],
      ['zoë'],
      [],
    ]);
    expect(rig.sandbox.countUsers('API2AAD')).toBe(6);
  });

  it('are sorted again when some are loaded, provisioned or deleted', async () => {
    const rig = createSandboxRig();
    expect(names(rig)).toEqual([]);
    rig.sandbox.loadUsers(users(['Zoë', 'Ann']), 'json');
    expect(names(rig)).toEqual(['Ann', 'Zoë']);
    await send(rig, '1');
    expect(names(rig)).toEqual(['Ann', 'Person 1', 'Zoë']);
    rig.sandbox.loadUsers(JSON.stringify([{ id: 'Ann-1', displayName: 'Zzz' }]), 'json');
    expect(names(rig)).toEqual(['Person 1', 'Zoë', 'Zzz']);
    rig.sandbox.reset();
    expect(names(rig)).toEqual([]);
  });

  it('are in the same order however they came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(fc.nat(20), fc.constantFrom('Ann', 'bo', 'Émile', 'Zoë', '')))),
        (loads) => {
          const rig = createSandboxRig();
          for (const load of loads) {
            const unique = new Map(load);
            const file = [...unique].map(([id, displayName]) => ({ id: String(id), displayName }));
            rig.sandbox.loadUsers(JSON.stringify(file), 'json');
            const shown = names(rig);
            expect(shown).toHaveLength(rig.sandbox.countUsers('API2AAD'));
            expect(shown).toEqual([...shown].sort(new Intl.Collator('en').compare));
          }
        },
      ),
    );
  });

  it('without a name are listed by what they have', () => {
    const rig = createSandboxRig();
    rig.sandbox.loadUsers('[{"id":"b"},{"id":"x","userPrincipalName":"a@contoso.com"}]', 'json');
    expect(names(rig)).toEqual(['a@contoso.com', 'b']);
  });
});

describe('changes', () => {
  it('are listed newest first, page by page, and found by number and by person', async () => {
    const rig = createSandboxRig();
    await send(rig, '1', '2');
    await send(rig, '3');
    const ids = (limit: number, skipped?: number) =>
      rig.sandbox.changes(limit, skipped).map(({ externalId }) => externalId);
    expect([ids(10), ids(2), ids(2, 2), ids(2, 3)]).toEqual([['3', '2', '1'], ['3', '2'], ['1'], []]);
    expect(rig.sandbox.countChanges).toBe(3);
    const [newest] = rig.sandbox.changes(1);
    expect(rig.sandbox.change(newest?.number ?? 0)).toEqual(newest);
    expect(rig.sandbox.user('API2AAD', newest?.userId ?? '')?.lastChange).toEqual(newest);
    expect(newest?.entry).toMatchObject({ provisioningAction: 'create', sourceIdentity: { id: '3' } });
    expect([rig.sandbox.change(99), rig.sandbox.user('API2AAD', 'nobody')]).toEqual([undefined, undefined]);
  });
});
