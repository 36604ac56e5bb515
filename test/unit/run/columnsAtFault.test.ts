import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/logs/logEntry';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import {
  columnsAtFault,
  columnsOfAttribute,
  columnsOfCode,
  idColumnOf,
} from '../../../src/core/run/account/columnsAtFault';
import { logEntry } from '../../support/logEntries';

const MAPPING = loadMapping(`externalId = [WorkerID]
userName = Join("@", [UserID], [Domain])
displayName = [FullName]
title = [Job]
active = [Status]
name { givenName = [FirstName] }
addresses[type eq "work"].region = [State]
urn:contoso:1.0:User:badgeColor = [Badge]
userType = "Employee"
`);

function failed(code: string, reason: string): LogEntry {
  return logEntry('1', 'p1', { status: 'failure', error: [code, reason] });
}

describe('columnsAtFault', () => {
  it.each([
    ['AzureActiveDirectoryInvalidUserPrincipalName', '', ['UserID', 'Domain']],
    ['Odd', 'The property "userPrincipalName" is invalid; jobTitle is too long.', ['UserID', 'Domain', 'Job']],
    ['Odd', "The value of 'name.givenName' is too long.", ['FirstName']],
    ['Odd', 'Attribute state is too long.', ['State']],
    ['Odd', 'badgeColor is not known.', ['Badge']],
    // Words of English, and parts of other words, are not names
    ['Odd', 'The state of the job does not allow it, and its title is active.', []],
    ['AzureActiveDirectoryError', 'userPrincipalNames are scarce.', []],
    // A rule that reads no column has none
    ['Odd', 'userType cannot be that.', []],
  ])('%s: %s', (code, reason, expected) => {
    expect(columnsAtFault(failed(code, reason), MAPPING)).toEqual(expected);
  });

  it('blames nothing when nothing went wrong', () => {
    expect(columnsAtFault(logEntry('1', 'p1'), MAPPING)).toEqual([]);
  });
});

describe('columnsBehind', () => {
  it.each([
    ['userPrincipalName', ['UserID', 'Domain']],
    ['accountEnabled', ['Status']],
    ['sn', []],
    ['title', ['Job']],
    ['givenname', ['FirstName']],
  ])('%s', (attribute, expected) => {
    expect(columnsOfAttribute(attribute, MAPPING)).toEqual(expected);
  });
});

describe('columnsOfCode', () => {
  it.each([
    ['AzureActiveDirectoryInvalidUserPrincipalName', ['UserID', 'Domain']],
    ['AttributeStateInvalid', []],
    [undefined, []],
  ])('%s', (code, expected) => {
    expect(columnsOfCode(code, MAPPING)).toEqual(expected);
  });
});

describe('idColumnOf', () => {
  it.each([
    ['externalId = [Id]', 'Id'],
    // Its cells are not ids
    ['externalId = Join("-", "X", [Id])', undefined],
    ['externalId = "same"', undefined],
    ['userName = [Id]', undefined],
  ])('%s', (mapping, expected) => {
    expect(idColumnOf(loadMapping(`${mapping}\n`))).toBe(expected);
  });
});
