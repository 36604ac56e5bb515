import { describe, expect, it } from 'vitest';
import { columnExpression } from '../../../src/core/import/mappingDraft';
import { settleDraft } from '../../../src/core/import/settleDraft';
import { writeMapping } from '../../../src/core/import/writeMapping';

const WORK = [{ attribute: 'type', value: 'work' }];
const URN = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

describe('writeMapping', () => {
  it('puts rules in the order of their schema, members together, and aligns them', () => {
    const text = writeMapping({
      header: ['Made by hand.'],
      source: { files: ['a "b".csv'], delimiter: ';' },
      rules: [
        { path: { urn: URN, attribute: 'HireDate' }, expression: '[H]', type: 'DateTime', note: 'for\nEntra' },
        { path: { attribute: 'name', sub: 'givenName' }, expression: '[G]' },
        { path: { attribute: 'addresses', filter: WORK, sub: 'country' }, expression: '[C]' },
        { path: { attribute: 'title' }, expression: '[T]', empty: 'null', comments: ['What\nelse?'] },
        { path: { attribute: 'name', sub: 'familyName' }, expression: '[F]' },
        { path: { attribute: 'name', sub: 'middleName' }, expression: '[M]', isOff: true, comments: ['Sure?'] },
        { path: { attribute: 'externalId' }, expression: '[Id]' },
        { path: { urn: URN, attribute: 'Left' }, expression: '[L]', isOff: true },
      ],
      remarks: [['Not used: [X]']],
    });
    expect(text).toBe(`# Made by hand.

source csv {
  files     = "a \\"b\\".csv"
  delimiter = ";"
}

externalId = [Id]
# What else?
title      = [T]  @empty(null)

name {
  familyName = [F]
  givenName  = [G]
  # Sure?
  # middleName = [M]
}

addresses[type eq "work"].country = [C]

schema ${URN} {
  HireDate = [H]  @type(DateTime)  # for Entra
  # Left = [L]
}

# Not used: [X]
`);
  });

  it('writes an uncertain schema as comments', () => {
    const rules = [{ path: { urn: URN, attribute: 'HireDate' }, expression: '[H]', isOff: true }];
    expect(writeMapping({ header: [], rules })).toBe(`# ${URN}:HireDate = [H]\n`);
  });
});

describe('settleDraft', () => {
  it('makes comments of rules that are errors, and says which', () => {
    const rules = [
      { path: { attribute: 'externalId' }, expression: '[Id]' },
      { path: { attribute: 'title' }, expression: 'Nonsense([T])' },
    ];
    const { text, refused } = settleDraft({ header: [], rules });
    expect(text).toMatch(/^externalId = \[Id\]\n# .*Nonsense.*\n# title = Nonsense\(\[T\]\)\n$/);
    expect(refused).toMatchObject([{ rule: rules[1] }]);
  });
});

describe('columnExpression', () => {
  it.each([
    ['WorkerID', '[WorkerID]'],
    ['a "b" #1', '[a "b" #1]'],
    ['emails[0]', '[emails[0]]'],
    ['a]', undefined],
    ['[a', undefined],
    ['a\nb', undefined],
    ['', undefined],
  ])('of %j is %j', (column, expected) => {
    expect(columnExpression(column)).toBe(expected);
  });
});
