import { describe, expect, it } from 'vitest';
import { outcome, remarks } from './run';

describe('SelectUniqueValue', () => {
  const text = 'SelectUniqueValue([a], [b], [c])';
  const exists = (value: string) => ['x', 'y'].includes(value.toLowerCase());

  it.each([
    [{ a: 'z', b: 'w' }, 'z'],
    [{ a: 'x', b: 'w' }, 'w'],
    [{ a: 'X', b: 'Y', c: 'v' }, 'v'],
    [{ a: '', b: 'w' }, 'w'],
    [{ b: ['w', 'x'] }, 'w'],
    [{ a: 'x', b: 'y', c: 'x' }, { error: `E_NOT_UNIQUE at ${text}` }],
    [{}, { error: `E_NOT_UNIQUE at ${text}` }],
  ])('of %j', (source, expected) => {
    expect(outcome(text, source, { exists })).toEqual(expected);
  });

  it('evaluates no rule after the one that gives the value', () => {
    expect(outcome('SelectUniqueValue([a], Item([a], 2))', { a: 'z' }, { exists })).toBe('z');
    expect(outcome('SelectUniqueValue([a], Item([a], 2))', { a: 'x' }, { exists })).toEqual({
      error: 'E_INDEX at Item([a], 2)',
    });
  });

  it('needs to know the target, and two rules', () => {
    expect(outcome(text, { a: 'z' })).toEqual({ error: `E_CONTEXT at ${text}` });
    expect(remarks('SelectUniqueValue([a])')).toEqual(['error expression.argument-count: SelectUniqueValue']);
  });
});

describe('DefaultDomain', () => {
  it('is what the context says', () => {
    expect(outcome('DefaultDomain()', {}, { defaultDomain: 'contoso.com' })).toBe('contoso.com');
    expect(outcome('DefaultDomain()')).toEqual({ error: 'E_CONTEXT at DefaultDomain()' });
  });
});

describe('roles', () => {
  const type = 'WindowsAzureActiveDirectoryRole';

  it.each([
    ['SingleAppRoleAssignment([r])', ['Admin', 'User'], { error: 'E_TYPE at SingleAppRoleAssignment([r])' }],
    ['SingleAppRoleAssignment([r])', ['Reader'], 'Reader'],
    ['SingleAppRoleAssignment([r])', 'Admin', 'Admin'],
    ['SingleAppRoleAssignment([r])', [], null],
    ['SingleAppRoleAssignment([r])', null, null],
    ['AppRoleAssignments([r])', ['Admin', 'User'], ['Admin', 'User']],
    ['AppRoleAssignments([r])', null, []],
    [
      'AppRoleAssignmentsComplex([r])',
      ['Admin', 'User'],
      {
        kind: 'roles',
        roles: [
          { primary: false, type, displayName: 'Admin', value: 'Admin' },
          { primary: false, type, displayName: 'User', value: 'User' },
        ],
      },
    ],
    [
      'AssertiveAppRoleAssignmentsComplex([r])',
      ['Admin'],
      { kind: 'roles', roles: [{ primary: false, type, display: 'Admin', value: 'Admin' }] },
    ],
    ['AssertiveAppRoleAssignmentsComplex([r])', null, { kind: 'roles', roles: [] }],
    ['IsString(AppRoleAssignmentsComplex([r]))', ['Admin'], false],
  ])('%s of %j', (text, r, expected) => {
    expect(outcome(text, { r })).toEqual(expected);
  });
});
