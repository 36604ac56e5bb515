import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/core/json/jsonValue';
import { describePredictions } from '../../../../src/language/payload/describePredictions';
import { emptySandbox } from '../../../../src/sandbox/startSandbox';

const person = (externalId: string, displayName: string) => ({
  externalId,
  userName: `${externalId}@contoso.com`,
  displayName,
  active: true,
});

function page(...people: readonly JsonObject[]): string {
  return describePredictions({
    name: 'a.json',
    connection: 'My Tenant',
    isSandbox: true,
    predictions: emptySandbox().predict(people),
    accounts: 0,
  });
}

describe('what Entra would do, as a page', () => {
  it('counts, and tells each person with what is set', () => {
    const text = page(person('1', 'Ana'), person('2', 'Ben'));
    expect(text).toContain('| created | 2 |');
    expect(text).toContain('## `Ana` (`1`): created');
    expect(text).toContain('| `displayName` |  | `Ana` |');
    expect(text).toMatch(/Import ✓ → Match ✓ → Scope ✓ → Provision ✓/);
  });

  it('puts those first who would get no account, with the cause and what to do', () => {
    const text = page(person('1', 'Ana'), person('', 'Nobody'));
    expect(text.indexOf('`Nobody` (no id): skipped')).toBeGreaterThan(0);
    expect(text.indexOf('`Nobody` (no id): skipped')).toBeLessThan(text.indexOf('`Ana` (`1`): created'));
    expect(text).toMatch(/\*\*Why:\*\* .+\n\n\*\*What to do:\*\* .+/);
  });

  it('says who waits for somebody, and who is found before the cycle ends', () => {
    const manager = (value: string) => ({
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { manager: { value } },
    });
    const text = page({ ...person('1', 'Ana'), ...manager('2') }, { ...person('2', 'Ben'), ...manager('9') });
    expect(text).toContain('`manager` stays empty until the same job has provisioned `9`');
    expect(text).not.toContain('until `2`');
    expect(text).toContain('**Warning:** `manager` is set at the end of the cycle, once `2` has an account.');
    expect(text.match(/\*\*Warning:\*\*/g)).toHaveLength(1);
    expect(text).toMatch(/\| `manager` \| {2}\| `new account of 2` \|/);
  });

  it('shows any name of a person as text', () => {
    expect(page(person('1', '<img src=x> [a](command:b) `c`'))).toContain(
      '`` <img src=x> [a](command:b) `c` `` (`1`): created',
    );
  });

  it('says which tenant it speaks of, and what that means', () => {
    expect(page(person('1', 'Ana'))).toContain(
      'evaluated against the accounts of `My Tenant`, a sandbox (0 accounts read)',
    );
    const predictions = emptySandbox().predict([person('1', 'Ana')]);
    const told = { name: 'a.json', connection: 'Contoso', isSandbox: false, predictions, accounts: 7 };
    expect(describePredictions(told)).toContain(
      'evaluated against the accounts of the tenant `Contoso` (7 accounts read)',
    );
  });

  it('counts those who are too many to list', () => {
    const many = Array.from({ length: 130 }, (_, index) => person(String(index), 'P'));
    expect(page(...many)).toContain('… and 30 others.');
  });

  it('says what the tenant did not permit, and why nothing can be predicted', () => {
    const note = 'The service refused it (Denied: [link](command:x) <b>).';
    const told = { name: 'a.json', connection: 'My Tenant', isSandbox: false, accounts: 0, notes: [note] };
    const text = describePredictions({ ...told, predictions: emptySandbox().predict([person('1', 'Ana')]) });
    expect(text).toContain('The service refused it');
    expect(text).toContain('`[link](command:x)`');
    expect(text).not.toContain('<b>');
    const nothing = describePredictions({ ...told, predictions: [] });
    expect(nothing).toContain('No prediction is possible for `My Tenant`.\n\nThe service refused it');
  });
});
