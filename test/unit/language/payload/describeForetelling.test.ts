import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/core/provisioning/change';
import { describeForetelling } from '../../../../src/language/payload/describeForetelling';
import { emptySandbox } from '../../../../src/sandbox/startSandbox';

const person = (externalId: string, displayName: string, more: object = {}) => ({
  externalId,
  userName: `${externalId}@contoso.com`,
  displayName,
  active: true,
  ...more,
});

function page(...people: readonly Record<string, never>[] | readonly object[]): string {
  const foretold = emptySandbox().foretell(people as never);
  return describeForetelling({ name: 'a.json', ...foretold });
}

describe('what Entra would do, as a page', () => {
  it('counts, and tells each person with what is set', () => {
    const text = page(person('1', 'Ana'), person('2', 'Ben'));
    expect(text).toContain('| created | 2 |');
    expect(text).toContain('## `Ana`: created');
    expect(text).toContain('| `displayName` |  | `Ana` |');
    expect(text).toMatch(/Import ✓ → Match ✓ → Scope ✓ → Provision ✓/);
  });

  it('puts those first who would get no account, with the cause and what to do', () => {
    const text = page(person('1', 'Ana'), person('', 'Nobody'));
    expect(text.indexOf('`Nobody`: skipped')).toBeGreaterThan(0);
    expect(text.indexOf('`Nobody`: skipped')).toBeLessThan(text.indexOf('`Ana`: created'));
    expect(text).toMatch(/\*\*Why\*\* .+\n\n\*\*What to do\*\* .+/);
  });

  it('shows what people are called as text, whatever it is', () => {
    expect(page(person('1', '<img src=x> [a](command:b) `c`'))).toContain(
      '`` <img src=x> [a](command:b) `c` ``: created',
    );
  });

  it('counts those who are too many to be told one by one', () => {
    const changes = Array.from(
      { length: 130 },
      (_, index): Change => emptySandbox().foretell([person(String(index), 'P')] as never).changes[0]!,
    );
    expect(describeForetelling({ name: 'a.json', changes, accounts: 0 })).toContain('… and 30 others.');
  });
});
