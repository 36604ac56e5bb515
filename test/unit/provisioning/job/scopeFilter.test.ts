import { describe, expect, it } from 'vitest';
import type { FilterClause, FilterGroup } from '../../../../src/core/jobSchema/jobSchema';
import { compileFilter } from '../../../../src/core/provisioning/job/scopeFilter';
import { sourceAttribute } from '../../../../src/core/provisioning/job/sourceAttribute';

const node = { type: 'object', offset: 0, length: 0 } as const;
const placed = (text: string): { text: string; span: { start: number; end: number } } => ({
  text,
  span: { start: 0, end: 0 },
});

/** `state EQUALS NY`, an operator of several words in quotes. */
function clause(text: string): FilterClause {
  const [, attribute = '', operator = '', value] = /^(\S+) '?([^']+?)'?(?: "(.*)")?$/.exec(text) ?? [];
  const values = value === undefined ? [] : value.split('|').map(placed);
  return { node, attribute: placed(attribute), operator: placed(operator), values };
}

function group(...clauses: readonly string[]): FilterGroup {
  return { node, name: undefined, clauses: clauses.map(clause), list: undefined };
}

const holds = (
  resource: Record<string, string | number | boolean | null>,
  ...groups: readonly FilterGroup[]
): boolean => compileFilter(groups, (name) => sourceAttribute(name))(resource);

describe('compileFilter', () => {
  it('lets everything in without groups, and with a group without clauses', () => {
    expect(holds({})).toBe(true);
    expect(holds({}, group())).toBe(true);
  });

  // define-conditional-rules-for-provisioning-user-accounts
  it.each<[string, Record<string, string | number | boolean | null>, boolean]>([
    ['department EQUALS "sales"', { department: 'sales' }, true],
    ['department EQUALS "sales"', { department: 'Sales' }, false],
    ['department EQUALS "sales|hr"', { department: 'hr' }, true],
    ['department \'NOT EQUALS\' "Sales"', { department: 'Sales' }, false],
    ['department \'NOT EQUALS\' "Sales"', { department: 'HR' }, true],
    ['department \'NOT EQUALS\' "Sales"', {}, false],
    ['department NOT_EQUALS "Sales"', { department: 'HR' }, true],
    ['upn \'REGEX MATCH\' ".*\\@domain.com"', { upn: 'ann@domain.com' }, true],
    ['upn \'regex match\' ".*\\@domain.com"', { upn: 'ann@DOMAIN.com' }, false],
    ['upn \'NOT REGEX MATCH\' ".*\\@domain.com"', { upn: 'ann@domain.com' }, false],
    ['upn \'NOT REGEX MATCH\' ".*\\@domain.com"', { upn: 'ann@x.com' }, true],
    ['upn \'NOT REGEX MATCH\' ".*\\@domain.com"', {}, false],
    ['upn \'REGEX MATCH\' "("', { upn: '(' }, false],
    ['upn \'NOT REGEX MATCH\' "("', { upn: 'x' }, false],
    ['id \'REGEX MATCH\' "(1[0-9]{6})"', { id: '1234567' }, true],
    ['id \'REGEX MATCH\' "(1[0-9]{6})"', { id: '2000000' }, false],
    ['id \'REGEX MATCH\' "(1[0-9]{6})"', { id: '21234567' }, true],
    ["id 'IS NOT NULL'", { id: '' }, false],
    ["id 'IS NOT NULL'", { id: '1' }, true],
    ["id 'IS NULL'", { id: '' }, true],
    ["id 'IS NULL'", { id: null }, true],
    ["id 'IS NULL'", { id: '1' }, false],
    ['level Greater_Than "5"', { level: '10' }, true],
    ['level Greater_Than "5"', { level: 5 }, false],
    ['level Greater_Than_OR_EQUALS "5"', { level: 5 }, true],
    ['level Greater_Than "5"', { level: 'ten' }, false],
    ['level Greater_Than "x"', { level: 5 }, false],
    ["active 'IS TRUE'", { active: true }, true],
    ["active 'IS TRUE'", { active: false }, false],
    ["active 'IS FALSE'", { active: false }, true],
    ["active 'IS FALSE'", {}, false],
    ['active EQUALS "True"', { active: true }, true],
    ['title Includes "ea"', { title: 'Lead' }, true],
    ['title Includes "EA"', { title: 'Lead' }, false],
    ['title ENDS_WITH "ad"', { title: 'Lead' }, true],
    ['title ENDS_WITH "Le"', { title: 'Lead' }, false],
    ['title & "Team Lead"', { title: 'Lead' }, true],
    ['title & "Team"', { title: 'Lead' }, false],
    ['title !& "Team"', { title: 'Lead' }, true],
    ['title !& "Team"', {}, false],
    ['title IsMemberOf "x"', { title: 'x' }, false],
  ])('%s on %o: %s', (text, resource, wanted) => {
    expect(holds(resource, group(text))).toBe(wanted);
  });

  it('joins clauses by and, groups by or', () => {
    const groups = [group('state EQUALS "NY"', 'department EQUALS "Engineering"'), group("title 'IS NOT NULL'")];
    expect(holds({ state: 'WA', title: 'CEO' }, ...groups)).toBe(true);
    expect(holds({ state: 'NY', department: 'Engineering' }, ...groups)).toBe(true);
    expect(holds({ state: 'NY', department: 'HR' }, ...groups)).toBe(false);
  });

  it('asks every value of a list', () => {
    const filter = compileFilter([group('tags EQUALS "a"')], (name) =>
      sourceAttribute(name, { type: 'String', isMultivalued: true }),
    );
    expect([filter({ tags: ['a', 'a'] }), filter({ tags: ['a', 'b'] }), filter({ tags: [] })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
