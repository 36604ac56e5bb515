import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json/jsonValue';
import type { Change } from '../../../../src/core/provisioning/cycle/change';
import type { DirectoryUser } from '../../../../src/core/provisioning/directory/directory';
import { createDirectory } from '../../../../src/core/provisioning/directory/directory';
import type { JobState } from '../../../../src/core/provisioning/cycle/jobState';
import { ENTERPRISE_USER_URN } from '../../../../src/core/scim/urns';
import { brief, jobRig, stepNames, user } from '../../../support/jobRig';
import { person, reportingTo } from '../../../support/people';

function job(...users: readonly DirectoryUser[]): {
  state: JobState;
  cycle: (...people: JsonObject[]) => readonly Change[];
  valuesOf: (id: string) => Record<string, string>;
} {
  const rig = jobRig({ users });
  return { state: rig.state, cycle: (...people) => rig.cycle(...people).changes, valuesOf: rig.valuesOf };
}

describe('creating', () => {
  it('makes the account that the default mapping describes', () => {
    const { valuesOf, cycle } = job();
    const [change] = cycle(
      person('7', {
        userName: 'ana@hr.example.com',
        name: { givenName: 'Ana', familyName: 'Diaz' },
        title: 'Lead',
        preferredLanguage: 'es-ES',
        phoneNumbers: [
          { type: 'work', value: '1' },
          { type: 'mobile', value: '2' },
        ],
        addresses: [
          { type: 'home', locality: 'Away' },
          { type: 'work', streetAddress: 'S', locality: 'L', region: 'R', postalCode: 'P', country: 'C' },
        ],
        emails: [{ type: 'work', value: 'ana@mail' }],
        [ENTERPRISE_USER_URN]: { department: 'HR', costCenter: '1' },
      }),
    );
    expect(valuesOf('id1')).toEqual({
      employeeId: '7',
      userPrincipalName: 'ana@contoso.com',
      accountEnabled: 'True',
      displayName: 'Person 7',
      givenName: 'Ana',
      surname: 'Diaz',
      jobTitle: 'Lead',
      mailNickname: 'ana',
      department: 'HR',
      telephoneNumber: '1',
      streetAddress: 'S',
      city: 'L',
      state: 'R',
      postalCode: 'P',
      country: 'C',
      preferredLanguage: 'es-ES',
    });
    expect(change).toMatchObject({
      externalId: '7',
      targetId: 'id1',
      userPrincipalName: 'ana@contoso.com',
      action: 'create',
    });
    expect(change?.modifiedProperties).toContainEqual({ name: 'givenName', oldValue: null, newValue: 'Ana' });
    expect(stepNames(change)).toEqual([
      'EntryImportAdd import success',
      'EntrySynchronizationAdd matching success',
      'EntrySynchronizationScoping scoping success',
      'EntryExportAdd export success',
    ]);
  });

  it.each([
    ['active false', { active: false }],
    ['active left out', { active: undefined }],
    ['active null', { active: null }],
    ['active a word that is not a boolean', { active: 'yes' }],
  ])('makes a disabled account for %s', (_, more) => {
    const { valuesOf, cycle } = job();
    expect(cycle(person('7', more))[0]).toMatchObject({ action: 'create', status: 'success' });
    expect(valuesOf('id1').accountEnabled).toBe('False');
  });

  const failures: readonly [string, Record<string, unknown>, string][] = [
    ['no userName', { userName: undefined }, 'MandatoryFieldsMissing'],
    ['no displayName', { displayName: null }, 'MandatoryFieldsMissing'],
    ['an empty displayName', { displayName: '' }, 'MandatoryFieldsMissing'],
    ['an illegal userName', { userName: 'ána@x' }, 'AzureActiveDirectoryInvalidUserPrincipalName'],
    ['a userName that another has', { userName: 'TAKEN@x' }, 'AzureActiveDirectoryInvalidUserPrincipalName'],
    ['a long displayName', { displayName: 'x'.repeat(257) }, 'UnprocessableEntity'],
    ['a long externalId', { externalId: 'x'.repeat(17) }, 'UnprocessableEntity'],
    ['a long department', { [ENTERPRISE_USER_URN]: { department: 'x'.repeat(65) } }, 'UnprocessableEntity'],
  ];
  it.each(failures)('fails for %s', (_, more, code) => {
    const { state, cycle } = job(user('u', { userPrincipalName: 'taken@contoso.com' }));
    const [change] = cycle(person('7', more));
    expect(change).toMatchObject({
      action: 'create',
      status: 'failure',
      targetId: '',
      refusal: { code },
      modifiedProperties: [],
    });
    expect(stepNames(change).at(-1)).toBe('EntryExportAdd export failure');
    expect(state.directory.size).toBe(1);
    expect(state.links.size).toBe(0);
  });

  it('skips a record without the matching value', () => {
    const { state, cycle } = job();
    const changes = cycle(person('7', { externalId: undefined }), person(''));
    expect(changes.map((change) => brief(change))).toEqual([
      ['other', 'skipped', 'ImportSkipped', {}],
      ['other', 'skipped', 'ImportSkipped', {}],
    ]);
    expect(stepNames(changes[0])).toEqual(['EntryImportAdd import skipped']);
    expect(state.directory.size).toBe(0);
  });
});

describe('updating', () => {
  it('writes only what changed and clears nothing that is absent or null', () => {
    const { valuesOf, cycle } = job();
    cycle(person('7', { title: 'Old', name: { givenName: 'Ana' } }));
    const [change] = cycle(person('7', { title: 'New', displayName: null, name: undefined }));
    expect(brief(change)).toEqual(['update', 'success', undefined, { jobTitle: ['Old', 'New'] }]);
    expect(valuesOf('id1')).toMatchObject({ displayName: 'Person 7', givenName: 'Ana', jobTitle: 'New' });
    expect(stepNames(change)).toEqual([
      'EntryImportUpdate import success',
      'EntrySynchronizationUpdate matching success',
      'EntrySynchronizationScoping scoping success',
      'EntryExportUpdate export success',
    ]);
  });

  it('skips what is as it should be', () => {
    const { cycle } = job();
    const [, change] = cycle(person('7'), person('7'));
    expect(brief(change)).toEqual(['other', 'skipped', 'RedundantExport', {}]);
    expect(change?.targetId).toBe('id1');
    expect(change?.steps.at(-1)).toMatchObject({
      name: 'EntrySynchronizationSkip',
      details: { SkipReason: 'RedundantExport' },
    });
  });

  it.each([
    ['false', { active: false }],
    ['left out', { active: undefined }],
    ['null', { active: null }],
  ])('disables when active is %s, and enables again', (_, more) => {
    const { cycle } = job();
    const [, disabled, enabled] = cycle(person('7'), person('7', more), person('7'));
    expect(brief(disabled)).toEqual(['disable', 'success', undefined, { accountEnabled: ['True', 'False'] }]);
    expect(brief(enabled)).toEqual(['update', 'success', undefined, { accountEnabled: ['False', 'True'] }]);
  });

  it('a stub with nothing but an id disables the account and touches nothing else', () => {
    const { valuesOf, cycle } = job();
    const [, change] = cycle(person('7'), { externalId: '7' });
    expect(change?.action).toBe('disable');
    expect(valuesOf('id1')).toMatchObject({ displayName: 'Person 7', accountEnabled: 'False' });
  });

  it('takes over an account that it did not make', () => {
    const { state, cycle } = job(
      user('u', {
        employeeId: '7',
        userPrincipalName: 'a@contoso.com',
        displayName: 'X',
        mailNickname: 'a',
        accountEnabled: 'True',
      }),
    );
    const [change] = cycle(person('7'));
    expect(change).toMatchObject({ action: 'update', targetId: 'u' });
    expect(stepNames(change)[0]).toBe('EntryImportAdd import success');
    expect(state.directory.withUserPrincipalName('a@contoso.com')).toBeUndefined();
    expect(state.directory.withUserPrincipalName('user.7@contoso.com')?.id).toBe('u');
  });

  it('may keep its own sign-in name and not take another’s', () => {
    const { valuesOf, cycle } = job();
    cycle(person('1'), person('2'));
    const [change] = cycle(person('2', { userName: 'user.1' }));
    expect(change).toMatchObject({
      action: 'update',
      status: 'failure',
      refusal: { code: 'AzureActiveDirectoryInvalidUserPrincipalName' },
    });
    expect(valuesOf('id2').userPrincipalName).toBe('user.2@contoso.com');
  });

  it('fails when several accounts have the matching value', () => {
    const { state, cycle } = job(user('a', { employeeId: '7' }), user('b', { employeeId: '7' }));
    const [change] = cycle(person('7'));
    expect(brief(change)).toEqual(['other', 'failure', 'DuplicateTargetEntries', {}]);
    expect(stepNames(change).at(-1)).toBe('EntrySynchronizationUpdate matching failure');
    expect(state.directory.size).toBe(2);
  });

  it('matches the id exactly', () => {
    const { state, cycle } = job(user('a', { employeeId: '007' }));
    cycle(person('7'));
    expect(state.directory.size).toBe(2);
  });
});

describe('managers', () => {
  it('are set at once when the job knows them', () => {
    const { valuesOf, cycle } = job();
    const changes = cycle(person('boss'), person('1', reportingTo('boss')));
    expect(changes).toHaveLength(2);
    expect(valuesOf('id2').manager).toBe('id1');
  });
  it('are set at the end of the cycle when they come later, as a change of its own', () => {
    const { valuesOf, cycle } = job();
    const changes = cycle(person('1', reportingTo('boss')), person('boss'));
    expect(changes.map((change) => [change.externalId, change.action])).toEqual([
      ['1', 'create'],
      ['boss', 'create'],
      ['1', 'update'],
    ]);
    expect(brief(changes[2])).toEqual(['update', 'success', undefined, { manager: [null, 'id2'] }]);
    expect(changes[2]?.steps.map((step) => step.type)).toContain('referenceResolution');
    expect(valuesOf('id1').manager).toBe('id2');
  });
  it('stay empty when the job does not know them, also if the directory does', () => {
    const { valuesOf, cycle } = job(user('u', { employeeId: 'boss' }));
    expect(cycle(person('1', reportingTo('boss')))).toHaveLength(1);
    expect(valuesOf('id1')).not.toHaveProperty('manager');
  });
  it('are set at the end of the cycle that brings them, in which their people do not take part', () => {
    const { valuesOf, cycle } = job(user('u', { employeeId: 'boss' }));
    cycle(person('1', reportingTo('boss')));
    const changes = cycle(person('boss', { displayName: 'Boss' }));
    expect(changes.map(({ externalId }) => externalId)).toEqual(['boss', '1']);
    expect(brief(changes[1])).toEqual(['update', 'success', undefined, { manager: [null, 'u'] }]);
    expect(valuesOf('id1').manager).toBe('u');
    expect(cycle(person('1', reportingTo('boss'))).map(({ status }) => status)).toEqual(['skipped']);
  });
  it('stay empty when the manager’s own record fails', () => {
    const { valuesOf, cycle } = job();
    cycle(person('1', reportingTo('boss')), person('boss', { userName: 'ö' }));
    expect(valuesOf('id1')).not.toHaveProperty('manager');
  });
  it('are those of the last record that names one', () => {
    const { state, valuesOf, cycle } = job();
    cycle(
      person('1', reportingTo('late')),
      person('known'),
      person('1', reportingTo('known')),
      person('1'),
      person('late'),
    );
    expect(state.directory.user(valuesOf('id1').manager ?? '')?.values.get('employeeId')).toBe('known');
  });
});

describe('createDirectory', () => {
  it('keeps its indexes, and what is laid over it apart', () => {
    const directory = createDirectory([user('a', { employeeId: '1', userPrincipalName: 'A@x' })]);
    expect(directory.withValue('employeeId', '1')).toHaveLength(1);
    directory.put(user('a', { employeeId: '2', userPrincipalName: 'b@x' }));
    expect(directory.withValue('employeeId', '1')).toEqual([]);
    expect(directory.withUserPrincipalName('B@X')?.id).toBe('a');

    const over = directory.overlay();
    over.put(user('b', { employeeId: '2', userPrincipalName: 'c@x' }));
    over.put(user('a', { employeeId: '3', userPrincipalName: 'd@x' }));
    expect([over.size, directory.size]).toEqual([2, 1]);
    expect(over.withValue('employeeId', '2').map(({ id }) => id)).toEqual(['b']);
    expect(over.withValue('department', 'x')).toEqual([]);
    expect(directory.withValue('employeeId', '2').map(({ id }) => id)).toEqual(['a']);
    over.remove('a');
    over.remove('b');
    expect([...over.users()]).toEqual([]);
    expect(over.withUserPrincipalName('d@x')).toBeUndefined();
    expect(directory.withUserPrincipalName('b@x')?.id).toBe('a');
  });
});
