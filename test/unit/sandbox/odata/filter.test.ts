import { describe, expect, it } from 'vitest';
import type { FilterFields } from '../../../../src/sandbox/odata/filter';
import { parseFilter } from '../../../../src/sandbox/odata/filter';

interface Item {
  readonly id: string;
  readonly name?: string;
  readonly age?: number;
  readonly isOn?: boolean;
  readonly at?: string;
}

const ITEMS: readonly Item[] = [
  { id: '1', name: "O'Neil", age: 30, isOn: true, at: '2026-11-01T00:00:00Z' },
  { id: '2', name: 'Ana and Bo', age: -5, isOn: false, at: '2026-11-02T00:00:00Z' },
  { id: '3', name: 'ana' },
];

const ALL = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'contains', 'startswith'] as const;
const FIELDS: FilterFields<Item> = new Map([
  ['id', { type: 'text', operators: ['eq', 'ne'], read: ({ id }: Item) => id }],
  ['name', { type: 'text', operators: ALL, read: ({ name }: Item) => name, ignoresCase: true }],
  ['info/age', { type: 'number', operators: ALL, read: ({ age }: Item) => age }],
  ['ison', { type: 'boolean', operators: ['eq', 'ne'], read: ({ isOn }: Item) => isOn }],
  [
    'at',
    {
      type: 'time',
      operators: ['eq', 'gt', 'ge', 'lt', 'le'],
      read: ({ at }: Item) => (at === undefined ? undefined : Date.parse(at)),
    },
  ],
]);

describe('a $filter', () => {
  it.each([
    ["id eq '2'", '2'],
    ["ID eq '2'", '2'],
    ["  id   ne '2' ", '1 3'],
    ["name eq 'o''neil'", '1'],
    ["name eq 'ANA AND BO'", '2'],
    ["contains(name, 'AN')", '2 3'],
    ["startswith(name,'ana')", '2 3'],
    ["StartsWith(name,'o')", '1'],
    ['info/age gt -5', '1'],
    ['info/age ge -5', '1 2'],
    ['info/age lt 30', '2'],
    ['info/age le 30', '1 2'],
    // What an item does not have differs from every value
    ['info/age ne 30', '2 3'],
    ['isOn eq true', '1'],
    ['isOn ne true', '2 3'],
    ['at ge 2026-11-02T00:00:00Z', '2'],
    ['at lt 2026-11-02T01:00:00+02:00', '1'],
    // "and" binds before "or"
    ["id eq '1' or id eq '2' and isOn eq true", '1'],
    ["(id eq '1' or id eq '2') and isOn eq false", '2'],
    [`${'('.repeat(20)}id eq '3'${')'.repeat(20)}`, '3'],
    ["id eq ''", ''],
  ])('%s asks for %j', (text, expected) => {
    const filter = parseFilter(text, FIELDS);
    if (typeof filter !== 'function') throw new Error(filter.refusal);
    expect(
      ITEMS.filter(filter)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected);
  });

  it.each([
    ['', 'Invalid filter clause at the end.'],
    ['id', 'Invalid filter clause at the end.'],
    ['id eq', 'Invalid filter clause at the end.'],
    ["id eq 'a", `Invalid filter clause at " 'a".`],
    ["id eq '1' id", 'Invalid filter clause at "id".'],
    ["id eq '1' and", 'Invalid filter clause at the end.'],
    ["(id eq '1'", 'Invalid filter clause at the end.'],
    ["id eq '1')", 'Invalid filter clause at ")".'],
    ["contains name, 'x')", 'Invalid filter clause at "name".'],
    ["nope eq '1'", 'The property "nope" does not support filters.'],
    ["id gt '1'", '"gt" does not apply to "id".'],
    ["contains(id, '1')", '"contains" does not apply to "id".'],
    ['id eq 1', 'The value of "id" must be in single quotes.'],
    ["info/age eq '30'", 'The value of "info/age" must not be in quotes.'],
    ['info/age eq 3.5', '"3.5" is not a value of "info/age".'],
    ['isOn eq 1', '"1" is not a value of "isOn".'],
    ['at gt yesterday', '"yesterday" is not a time. Use the form 2026-11-30T08:15:00Z.'],
    [`${'('.repeat(21)}id eq '3'${')'.repeat(21)}`, 'The filter is nested too deeply.'],
  ])('%j is refused: %s', (text, refusal) => {
    expect(parseFilter(text, FIELDS)).toEqual({ refusal });
  });

  it('that repeats parentheses side by side is not deep', () => {
    const text = Array.from({ length: 50 }, () => "(id eq '3')").join(' or ');
    expect(typeof parseFilter(text, FIELDS)).toBe('function');
  });
});
