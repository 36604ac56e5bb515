import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callMain } from './support/callMain';
import type { Ended } from './support/runCli';

const folder = mkdtempSync(join(tmpdir(), 'entra-inbound-accounts-'));
const at = (name: string): string => join(folder, name);
beforeAll(() =>
  writeFileSync(
    at('m.scimmap'),
    [
      'externalId = [No]',
      'userName = [Login]',
      'displayName = [Person]',
      'active = Switch([State], , "working", "True", "gone", "False")',
      '',
    ].join('\n'),
  ),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const accountOf = (no: string | null, login: string, name: string, more: object = {}) => ({
  id: `0000-${login}`,
  employeeId: no,
  userPrincipalName: `${login}@fabrikam.com`,
  displayName: name,
  mailNickname: login,
  accountEnabled: true,
  ...more,
});

/** What `plan` says of rows, where these accounts are there: text, or an object. */
async function plan(
  rows: readonly string[],
  accounts: readonly object[] | undefined,
  ...more: string[]
): Promise<Ended> {
  writeFileSync(at('people.csv'), ['No,Login,Person,State', ...rows, ''].join('\n'));
  const directory = accounts === undefined ? [] : ['--directory', at('users.json')];
  if (accounts !== undefined) writeFileSync(at('users.json'), JSON.stringify({ value: accounts }));
  const words = ['plan', at('people.csv'), '--mapping', at('m.scimmap'), ...directory, ...more];
  return callMain(words, at('state'));
}

interface Said {
  readonly guards: readonly { readonly id: string; readonly decision: string; readonly message: string }[];
  readonly people: readonly { readonly outcome: string; readonly madeDisabled?: boolean; readonly remedy?: string }[];
}

const saidBy = ({ out }: Ended): Said => JSON.parse(out) as Said;
const striking = ({ guards }: Said): readonly string[] =>
  guards.flatMap(({ id, decision }) => (decision === 'pass' ? [] : [`${id} ${decision}`]));
const row = (no: string, state = 'working'): string => `${no},p${no}@fabrikam.com,Person ${no},${state}`;
const own = (no: string, more: object = {}): object => accountOf(no, `p${no}`, `Person ${no}`, more);

describe('plan --directory', () => {
  it('passes people who have their accounts, and those who are new', async () => {
    const ended = await plan([row('1'), row('2'), row('3')], [own('1'), own('2')], '--format', 'json');
    expect(ended.code).toBe(0);
    expect(striking(saidBy(ended))).toEqual([]);
  });

  it('flags an id whose account has another name and another sign-in name, and not a marriage', async () => {
    const accounts = [accountOf('1', 'kim', 'Kim Stone'), own('2', { displayName: 'Unmarried' }), own('3')];
    const ended = await plan([row('1'), row('2'), row('3')], accounts, '--format', 'json');
    expect(ended.code).toBe(4);
    expect(striking(saidBy(ended))).toEqual(['G20 type']);
    const { out, code } = await plan([row('1'), row('2'), row('3')], accounts);
    expect(code).toBe(4);
    expect(out).toContain('  type G20 1 id belongs to an account with another name and another sign-in\n');
    expect(out).toContain(' Line 2.\n');
  });

  it('tells somebody who has left and has no account apart from those who join', async () => {
    const rows = [row('1', 'gone'), row('2'), row('3', 'gone')];
    const { out, code } = await plan(rows, [own('3', { accountEnabled: false })]);
    expect(code).toBe(4);
    expect(out).toContain('  1 created disabled\n  1 created\n');
    expect(out).toContain('Created disabled:\n  line 2, 1: This person has left and has no account.');
    expect(out).toMatch(/\n {2}ask {2}G21 1 person who has left would get a new account/);
    const said = saidBy(await plan(rows, [own('3', { accountEnabled: false })], '--format', 'json'));
    expect(said.people.map(({ madeDisabled = false }) => madeDisabled)).toEqual([true, false, false]);
  });

  it('leads to the account that a person has, and to no second one', async () => {
    const { out, code } = await plan([row('1'), row('2')], [accountOf(null, 'p1', 'Person 1'), own('2')]);
    expect(code).toBe(0);
    expect(out).toContain('  line 2, 1: An account has this sign-in name and the same display name');
    expect(out).toContain('set employeeId of that account to 1, or add userPrincipalName to the job');
    expect(out).not.toContain('RandomString');
  });

  it('says where somebody is to be sent whose account is mastered on premises', async () => {
    const synced = own('1', { onPremisesSyncEnabled: true, displayName: 'Old' });
    const { out, code } = await plan([row('1')], [synced]);
    expect(code).toBe(0);
    expect(out).toContain('line 2, 1: The account is synchronised from on-premises Active Directory');
    expect(out).toContain('API2AD');
  });

  it('stops a plan that would disable everybody', async () => {
    const numbers = ['1', '2', '3', '4'];
    const rows = numbers.map((no) => row(no, 'gone'));
    const { out, code } = await plan(
      rows,
      numbers.map((no) => own(no)),
    );
    expect(code).toBe(4);
    expect(out).toContain('  4 stopped by a guard, in 1 request\n');
    expect(out).toContain('  stop G2  4 of 4 people of the plan would be disabled');
    expect(out).toMatch(/\nNothing would be sent: .+\ndisable\.stop\.percent: it is set in .+\n$/);
  });
});

describe('plan with files alone', () => {
  it('asks about people most of whom would be inactive, and says nothing of a job', async () => {
    const rows = ['1', '2', '3'].map((no) => row(no, 'gone'));
    const { out, code } = await plan(rows, undefined);
    expect(code).toBe(4);
    expect(out).toContain('  ask  G2  3 of 3 people would be sent as inactive.');
    expect(out).toContain('  14 more guards take a connection.\n');
    expect((await plan([row('1', 'gone'), row('2')], undefined)).code).toBe(0);
  });
});
